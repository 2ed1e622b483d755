import { useTranslations } from 'use-intl';
import { useMoment } from '../../app/use-moment';
import { StaleNote } from '../../parts/stale-note';

/** Says that what is shown is old, since when, and why. */
export function StaleBanner({ since }: { since: string }) {
  const t = useTranslations('inventory');
  const moment = useMoment();
  return <StaleNote>{t('stale', { time: moment(since) })}</StaleNote>;
}
