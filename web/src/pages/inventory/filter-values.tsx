import { DayValues } from './day-values';
import { FacetValues } from './facet-values';
import type { FilterName, InventorySearch } from './inventory-search';
import type { Change } from './use-change';

interface FilterValuesProps {
  name: FilterName;
  search: InventorySearch;
  change: Change;
}

/** What can be chosen of a filter. */
export function FilterValues({ name, search, change }: FilterValuesProps) {
  if (name === 'expires' || name === 'received')
    return <DayValues of={name} search={search} onChange={(days) => change({ [name]: days })} />;
  return (
    <FacetValues
      facet={name}
      search={search}
      onChange={(next) => change((before) => ({ [name]: next(before[name] ?? []) }))}
    />
  );
}

/** How many values of a filter are chosen. */
export function chosenCount(name: FilterName, search: InventorySearch): number {
  const value = search[name];
  return Array.isArray(value) ? value.length : Number(value !== undefined);
}
