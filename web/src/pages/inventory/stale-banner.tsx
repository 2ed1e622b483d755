import { useTranslations } from 'use-intl';
import { useMoment } from '../../app/use-moment';
import styles from './inventory.module.css';

/** Says that what is shown is old, since when, and why. */
export function StaleBanner({ since }: { since: string }) {
  const t = useTranslations('inventory');
  const moment = useMoment();
  return (
    <p role="status" className={styles['stale']}>
      {t('stale', { time: moment(since) })}
    </p>
  );
}
