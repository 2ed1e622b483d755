import { useTranslations } from 'use-intl';
import type { QuotePartsFragment } from '../../app/operations.generated';
import { History } from './history';

/** What happened to a quote, and who did it. */
export function QuoteHistory({ quote }: { quote: QuotePartsFragment }) {
  const t = useTranslations('freight');
  return (
    <History
      happenings={quote.events.map(({ id, from, to, by, note, at }) => ({
        ...{ id, note, at },
        what: from === null ? t('history.requested') : t(`quoteStatus.${to}`),
        by: by?.name ?? null,
      }))}
    />
  );
}
