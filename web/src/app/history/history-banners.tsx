import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { useMoment } from '../use-moment';
import styles from './history.module.css';
import type { HistoryPage } from './history-queries';

interface HistoryBannersProps {
  pages: readonly HistoryPage[];
  onRetry: () => Promise<unknown>;
}

/** Says what is missing or old, because the ERP does not answer. */
export function HistoryBanners({ pages, onRetry }: HistoryBannersProps) {
  const t = useTranslations('history');
  const moment = useMoment();
  // What is missing on one page is missing on those after it.
  const missing = pages.at(-1)?.missing ?? [];
  const old = pages.find(({ stale }) => stale)?.asOf;
  if (missing.length === 0 && !old) return null;
  return (
    <div role="status" className={styles['banner']}>
      {old ? <p>{t('stale', { time: moment(old) })}</p> : null}
      {missing.length > 0 ? (
        <>
          <p>{t('missing', { kinds: missing.map((kind) => t(`kinds.${kind}`)).join(', ') })}</p>
          <Button onClick={() => void onRetry()}>{t('again')}</Button>
        </>
      ) : null}
    </div>
  );
}
