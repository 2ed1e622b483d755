import { useTranslations } from 'use-intl';
import styles from './skeleton.module.css';

/** Where something will be: as high as it will be. @param rows how many lines */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const t = useTranslations('common');
  return (
    <div className={styles['skeleton']} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={row} className={styles['line']} />
      ))}
    </div>
  );
}
