import { useTimeZone, useTranslations } from 'use-intl';
import styles from './layout.module.css';

/** Names the viewer's time zone, once on a page that has times. */
export function ZoneNote() {
  return <p className={styles['note']}>{useZoneWords()}</p>;
}

/** Says which zone times are in, for a page or beside a field. */
export function useZoneWords(): string {
  const t = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  return t('zone', { zone: zone.replaceAll('_', ' ') });
}
