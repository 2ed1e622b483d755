import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Arrow } from '../../parts/arrow';
import styles from './list.module.css';
import { changedView } from './list-search';

/** Where a page of a list stands among the others. */
export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

/** Links to the pages beside this one; nothing if it is the only one. */
export function Pager({ page }: { page: PageInfo }) {
  const t = useTranslations('list');
  if (!page.hasNextPage && !page.hasPreviousPage) return null;
  return (
    <nav className={styles['pager']} aria-label={t('pages')}>
      {page.hasPreviousPage && page.startCursor ? (
        <Link to="." search={changedView({ before: page.startCursor })}>
          <Arrow to="back" /> {t('previous')}
        </Link>
      ) : null}
      {page.hasNextPage && page.endCursor ? (
        <Link to="." search={changedView({ after: page.endCursor })}>
          {t('next')} <Arrow to="on" />
        </Link>
      ) : null}
    </nav>
  );
}
