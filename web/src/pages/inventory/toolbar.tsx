import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { ColumnsDialog } from './columns-dialog';
import { ExportDialog } from './export-dialog';
import { FilterChips } from './filter-chips';
import { FilterPopover } from './filter-popover';
import { chosenCount, FilterValues } from './filter-values';
import { PortalInventoryFacetDocument } from './inventory.generated';
import styles from './inventory.module.css';
import type { FilterName, InventorySearch } from './inventory-search';
import { MoreFilters } from './more-filters';
import { SearchBox } from './search-box';
import type { Change } from './use-change';
import { useIsNarrow } from './use-is-narrow';
import { ViewsMenu } from './views-menu';

const FILTERS: readonly FilterName[] = ['status', 'whse', 'bin', 'expires'];

interface ToolbarProps {
  search: InventorySearch;
  change: Change;
}

/** What narrows the rows, says how they are shown, and exports them. */
export function Toolbar({ search, change }: ToolbarProps) {
  const t = useTranslations('inventory');
  const { data } = useQuery(about);
  const isNarrow = useIsNarrow();
  const [dialog, setDialog] = useState<'columns' | 'export' | null>(null);
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, true), [change]);
  const close = () => setDialog(null);
  const more = useMoreFilters();
  return (
    <>
      <div className={styles['tools']}>
        <SearchBox value={search.q ?? ''} onSearch={onSearch} />
        {FILTERS.map((name) => (
          <FilterPopover key={name} label={t(`columns.${name}`)} chosen={chosenCount(name, search)}>
            <FilterValues name={name} search={search} change={change} />
          </FilterPopover>
        ))}
        <MoreFilters names={more} search={search} change={change} />
        <div className={styles['acts']}>
          <ViewsMenu search={search} change={change} />
          {isNarrow ? null : <Button onClick={() => setDialog('columns')}>{t('columnsTitle')}</Button>}
          {data?.portal.features.includes('EXPORTS') ? (
            <Button onClick={() => setDialog('export')}>{t('export')}</Button>
          ) : null}
        </div>
      </div>
      <FilterChips search={search} change={change} />
      {dialog === 'columns' ? (
        <ColumnsDialog
          columns={search.columns}
          onChange={(columns) => change({ columns }, true)}
          onClose={close}
        />
      ) : null}
      {dialog === 'export' ? <ExportDialog search={search} onClose={close} /> : null}
    </>
  );
}

/** The filters that are seldom needed. Whoever sees one customer alone has no use for theirs. */
function useMoreFilters(): FilterName[] {
  const { data } = useQuery({
    queryKey: ['customers'],
    queryFn: ({ signal }) =>
      query(PortalInventoryFacetDocument, { of: 'ERP_CUSTOMER', filter: {}, first: 2 }, signal),
    staleTime: 600_000,
  });
  const seesOne = data !== undefined && data.inventoryFacet.length < 2;
  return ['lot', ...(seesOne ? [] : (['customer'] as const)), 'received'];
}
