import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import type { PortalInventoryTotalsQuery } from '../../app/operations.generated';
import { query } from '../../app/query';
import { usePageTitle } from '../../app/use-page-title';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { ExportDialog } from './export-dialog';
import { FacetFilter } from './facet-filter';
import { PortalInventoryTotalsDocument } from './inventory.generated';
import styles from './inventory.module.css';
import { InventoryGrid } from './inventory-grid';
import { type Facet, filterOf, type InventorySearch, nextSort } from './inventory-search';
import { ItemPanel } from './item-panel';
import { SearchBox } from './search-box';
import { Totals } from './totals';
import type { Pages } from './use-pages';

const FACETS: readonly Facet[] = ['status', 'whse', 'bin', 'customer'];

/** The stock that the ERP holds within the viewer's scope. What is shown is in the address. */
export function InventoryPage() {
  const t = useTranslations('inventory');
  const search = useSearch({ from: '/shell/inventory' });
  const change = useChange();
  const [isExporting, setExporting] = useState(false);
  usePageTitle(t('title'));
  const filter = filterOf(search);
  const { data } = useQuery({
    queryKey: ['totals', filter],
    queryFn: ({ signal }) => query(PortalInventoryTotalsDocument, { filter }, signal),
    placeholderData: (before) => before,
  });
  const totals = data?.inventoryTotals;
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, true), [change]);
  const isFiltered = Object.keys(filter).length > 0;
  const around = (pages: Pages) => <Around pages={pages} totals={totals} isFiltered={isFiltered} />;
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <Tools search={search} onSearch={onSearch} change={change} onExport={() => setExporting(true)} />
      <InventoryGrid
        key={JSON.stringify([filter, search.sort])}
        search={search}
        rowCount={totals?.itemCount}
        onSort={(pressed, adds) => change({ sort: nextSort(search.sort, pressed, adds) })}
        onOpen={(item) => change({ item })}
        around={around}
      />
      {search.item ? <ItemPanel id={search.item} onClose={() => change({ item: undefined })} /> : null}
      {isExporting ? <ExportDialog search={search} onClose={() => setExporting(false)} /> : null}
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

type Change = (
  values: { [K in keyof InventorySearch]?: InventorySearch[K] | undefined },
  replace?: boolean,
) => void;

/** Changes what the address says. Back undoes each change but those of typing. */
function useChange(): Change {
  const navigate = useNavigate({ from: '/inventory' });
  return useCallback(
    (values, replace = false) => {
      void navigate({ search: (before) => ({ ...before, ...values }), replace });
    },
    [navigate],
  );
}

interface ToolsProps {
  search: InventorySearch;
  onSearch: (text: string) => void;
  change: Change;
  onExport: () => void;
}

/** What narrows the rows, and exports them. */
function Tools({ search, onSearch, change, onExport }: ToolsProps) {
  const t = useTranslations('inventory');
  const { data } = useQuery(about);
  const hasFilters = FACETS.some((facet) => search[facet]) || search.q;
  return (
    <div className={styles['tools']}>
      <SearchBox value={search.q ?? ''} onSearch={onSearch} />
      {FACETS.map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          search={search}
          onChange={(values) => change({ [facet]: values.length > 0 ? values : undefined })}
        />
      ))}
      {hasFilters ? (
        <Button
          look="quiet"
          onClick={() =>
            change({ q: undefined, status: undefined, whse: undefined, bin: undefined, customer: undefined })
          }
        >
          {t('clear')}
        </Button>
      ) : null}
      {data?.portal.features.includes('EXPORTS') ? (
        <Button className={styles['export']} onClick={onExport}>
          {t('export')}
        </Button>
      ) : null}
    </div>
  );
}
