import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { FilterPopover } from './filter-popover';
import { FilterSheet } from './filter-sheet';
import { chosenCount, FilterValues } from './filter-values';
import styles from './filters.module.css';
import { PortalInventoryFacetDocument } from './inventory.generated';
import type { FilterName, InventorySearch } from './inventory-search';
import { MoreFilters } from './more-filters';
import type { Change } from './use-change';
import { useIsNarrow } from './use-is-narrow';

/** Those that have a button of their own. */
const OFTEN: readonly FilterName[] = ['status', 'whse', 'bin', 'expires'];

/** A button for each filter that is often needed, and one for the others; on a phone one for all of them. */
export function Filters({ search, change }: { search: InventorySearch; change: Change }) {
  const t = useTranslations('inventory');
  const isNarrow = useIsNarrow();
  const seldom = useSeldomFilters();
  if (isNarrow) return <SheetButton names={[...OFTEN, ...seldom]} search={search} change={change} />;
  return (
    <>
      {OFTEN.map((name) => (
        <FilterPopover key={name} label={t(`columns.${name}`)} chosen={chosenCount(name, search)}>
          <FilterValues name={name} search={search} change={change} />
        </FilterPopover>
      ))}
      <MoreFilters names={seldom} search={search} change={change} />
    </>
  );
}

interface SheetButtonProps {
  names: readonly FilterName[];
  search: InventorySearch;
  change: Change;
}

function SheetButton({ names, search, change }: SheetButtonProps) {
  const t = useTranslations('inventory');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const chosen = names.reduce((sum, name) => sum + chosenCount(name, search), 0);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('filters')}
        {chosen > 0 ? <span className={styles['chosen']}>{format.number(chosen)}</span> : null}
      </Button>
      {isOpen ? (
        <FilterSheet names={names} search={search} change={change} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

/** The filters that are seldom needed. Whoever sees one customer alone has no use for theirs. */
function useSeldomFilters(): FilterName[] {
  const { data } = useQuery({
    queryKey: ['customers'],
    queryFn: ({ signal }) =>
      query(PortalInventoryFacetDocument, { of: 'ERP_CUSTOMER', filter: {}, first: 2 }, signal),
    staleTime: 600_000,
  });
  const seesOne = data !== undefined && data.inventoryFacet.length < 2;
  return ['lot', ...(seesOne ? [] : (['customer'] as const)), 'received'];
}
