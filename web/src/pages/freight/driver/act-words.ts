import { useTranslations } from 'use-intl';
import { useMoment } from '../../../app/use-moment';
import type { Act, Deed } from './outbox/act';

/** Says what an act was. */
export function useActWords(): (deed: Deed) => string {
  const t = useTranslations('run.act');
  const reason = useTranslations('freight.reason');
  return (deed) => {
    if (deed.kind === 'ATTEMPT') return t('ATTEMPT', { reason: reason(deed.reason) });
    if (deed.kind !== 'DELIVERED') return t(deed.kind);
    return [
      t('DELIVERED', { name: deed.receivedBy }),
      ...(deed.signaturePng ? [t('signed')] : []),
      ...(deed.photos.length > 0 ? [t('photos', { count: deed.photos.length })] : []),
    ].join(', ');
  };
}

/** Says why an act was not accepted. */
export function useActRefusal(): (act: Act) => string | null {
  const t = useTranslations('run.refused');
  const status = useTranslations('freight.connoteStatus');
  const moment = useMoment();
  return ({ number, from, refusal, madeAt }) => {
    if (!refusal) return null;
    if (refusal.status === null) return t('gone', { number });
    if (refusal.code === 'CONFLICT' && refusal.status !== from)
      return t('changed', { number, status: status(refusal.status) });
    if (refusal.isForTime) return t('time', { time: moment(madeAt) });
    return t('other', { message: refusal.message });
  };
}

/** Says why an act waits on after it was tried; null where the page says it, or nothing is known. */
export function useWaitingWords(): (code: string | null) => string | null {
  const t = useTranslations('run');
  return (code) => {
    if (code === null || code === 'OFFLINE' || code === 'UNAUTHENTICATED') return null;
    return code === 'STORAGE' ? t('delivery.failed') : t('act.later');
  };
}
