import { useTimeZone, useTranslations } from 'use-intl';
import styles from './layout.module.css';

/** Names the viewer's time zone, once on a page that has times. */
export function ZoneNote() {
  const t = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  return <p className={styles['note']}>{t('zone', { zone: zone.replaceAll('_', ' ') })}</p>;
}
