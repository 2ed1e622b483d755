import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { FreightPageFragment } from '../../app/operations.generated';
import styles from './list.module.css';
import type { View } from './list-search';

interface PagerProps {
  page: FreightPageFragment;
  view: View;
}

/** Links to the pages beside this one; nothing if it is the only one. */
export function Pager({ page, view: { search, status } }: PagerProps) {
  const t = useTranslations('freight.list');
  const view = { ...(status ? { status } : {}), ...(search ? { search } : {}) };
  if (!page.hasNextPage && !page.hasPreviousPage) return null;
  return (
    <nav className={styles['pager']} aria-label={t('pages')}>
      {page.hasPreviousPage && page.startCursor ? (
        <Link to="." search={{ ...view, before: page.startCursor }}>
          ← {t('newer')}
        </Link>
      ) : null}
      {page.hasNextPage && page.endCursor ? (
        <Link to="." search={{ ...view, after: page.endCursor }}>
          {t('older')} →
        </Link>
      ) : null}
    </nav>
  );
}
