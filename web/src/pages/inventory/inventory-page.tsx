import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { PortalInventoryTotalsQuery } from '../../app/operations.generated';
import { query } from '../../app/query';
import { usePageTitle } from '../../app/use-page-title';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { PortalInventoryTotalsDocument } from './inventory.generated';
import styles from './inventory.module.css';
import { InventoryGrid } from './inventory-grid';
import { filterOf, nextSort } from './inventory-search';
import { ItemPanel } from './item-panel';
import { Toolbar } from './toolbar';
import { Totals } from './totals';
import { useChange } from './use-change';
import type { Pages } from './use-pages';

/** The stock that the ERP holds within the viewer's scope. What is shown is in the address. */
export function InventoryPage() {
  const t = useTranslations('inventory');
  const search = useSearch({ from: '/shell/inventory' });
  const change = useChange();
  usePageTitle(t('title'));
  const filter = filterOf(search);
  const { data } = useQuery({
    queryKey: ['totals', filter],
    queryFn: ({ signal }) => query(PortalInventoryTotalsDocument, { filter }, signal),
    placeholderData: (before) => before,
  });
  const totals = data?.inventoryTotals;
  const isFiltered = Object.keys(filter).length > 0;
  const around = (pages: Pages) => <Around pages={pages} totals={totals} isFiltered={isFiltered} />;
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <Toolbar search={search} change={change} />
      <InventoryGrid
        key={JSON.stringify([filter, search.sort])}
        search={search}
        rowCount={totals?.itemCount}
        onSort={(pressed, adds) => change({ sort: nextSort(search.sort, pressed, adds) })}
        onOpen={(item) => change({ item })}
        around={around}
      />
      {search.item ? <ItemPanel id={search.item} onClose={() => change({ item: undefined })} /> : null}
    </div>
  );
}

interface AroundProps {
  pages: Pages;
  totals: PortalInventoryTotalsQuery['inventoryTotals'] | undefined;
  isFiltered: boolean;
}

/** How much there is, and why there are no rows, or old ones. */
function Around({ pages, totals, isFiltered }: AroundProps) {
  const t = useTranslations('inventory');
  const isEmpty = pages.asOf && pages.reachable === 0 && totals?.itemCount === 0;
  const words = isFiltered ? 'noneFound' : 'none';
  return (
    <>
      <Totals totals={totals} asOf={pages.asOf} />
      {pages.stale ? (
        <p role="status" className={styles['stale']}>
          {t('stale')}
        </p>
      ) : null}
      {pages.error ? <Problem error={pages.error} onRetry={pages.retry} /> : null}
      {pages.isPending && !pages.error ? <Skeleton rows={8} /> : null}
      {isEmpty ? <EmptyState title={t(words)} text={t(`${words}Text`)} /> : null}
    </>
  );
}
