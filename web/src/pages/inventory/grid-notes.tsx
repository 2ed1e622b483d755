import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import styles from './grid.module.css';
import type { LivePages } from './live/use-live-pages';
import { useSaidSeldom } from './use-said-seldom';

interface GridNotesProps {
  pages: LivePages;
  /** Brings the rows that wait to their places. */
  onShow: () => void;
}

/** What is going on with the rows, over the last of them: nothing that is pressed moves for it. */
export function GridNotes({ pages, onShow }: GridNotesProps) {
  const t = useTranslations('inventory');
  const { waiting, marks } = pages.live;
  const isWalking = pages.isWalking && !pages.error;
  const changed = waiting > 0 ? t('live.waiting', { count: waiting }) : null;
  const marked = marks.size > 0 ? t('live.changed', { count: marks.size }) : null;
  const said = useSaidSeldom(changed ?? marked ?? '');
  return (
    <div className={styles['notes']}>
      {isWalking ? (
        <p role="status" className={styles['note']}>
          {t('walking', { reached: pages.reachable })}
        </p>
      ) : null}
      {changed === null ? null : (
        <Button look="quiet" className={styles['note']} onClick={onShow}>
          {changed}
        </Button>
      )}
      <p role="status" className={styles['spoken']}>
        {said}
      </p>
    </div>
  );
}
