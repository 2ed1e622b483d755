import { useFormatter, useTranslations } from 'use-intl';
import type { Entry } from './history-queries';

/** What an entry says. */
export interface EntryWords {
  what: string;
  note: string | null;
  /** Who did it, where somebody did. */
  by: string | null;
}

/** What happened, in words. */
export function useEntryWords(entry: Entry): EntryWords {
  const t = useTranslations('history');
  const ofEvent = useEventWords();
  const freight = useTranslations('freight');
  const points = useTranslations('rewards');
  const format = useFormatter();
  const { photo, invoice, payment, reward } = entry;
  if (invoice) {
    const isCredit = invoice.totalAmount.startsWith('-');
    return { what: t(isCredit ? 'credited' : 'invoiced'), note: invoice.description, by: null };
  }
  if (payment) {
    const what = payment.invoiceNumber === null ? t('paidOnAccount') : t('paid');
    return { what, note: [payment.number, payment.method].filter(Boolean).join(' · '), by: null };
  }
  if (reward) {
    const count = format.number(reward.points, { signDisplay: 'exceptZero' });
    const what = t('points', { kind: points(`kind.${reward.kind}`), count });
    return { what, note: reward.note, by: reward.by?.name ?? null };
  }
  if (photo) return { what: freight(`photo.${photo.kind}`), note: photo.note, by: photo.by?.name ?? null };
  return ofEvent(entry);
}

function useEventWords(): (entry: Entry) => EntryWords {
  const t = useTranslations('history');
  const freight = useTranslations('freight');
  return ({ quoteEvent, connoteEvent }) => {
    const by = (quoteEvent ?? connoteEvent)?.by?.name ?? null;
    const note = (quoteEvent ?? connoteEvent)?.note ?? null;
    if (quoteEvent) {
      const what = quoteEvent.from === null ? t('requested') : freight(`quoteStatus.${quoteEvent.to}`);
      return { what, note, by };
    }
    if (!connoteEvent) return { what: '', note, by };
    const { kind, to, reason } = connoteEvent;
    if (kind === 'STATUS') return { what: freight(`connoteStatus.${to}`), note, by };
    const what = freight(`kind.${kind}`);
    return { what: reason ? `${what}: ${freight(`reason.${reason}`)}` : what, note, by };
  };
}
