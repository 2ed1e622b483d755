import type { PortalInventoryFacetQuery } from '../../app/operations.generated';
import type { Facet } from './inventory-search';

/** One value of a facet as it is offered. */
export interface FacetEntry {
  key: string;
  /** As it is written in most rows; nothing if the value is empty or blank. */
  name: string;
  /** What the filter has to name for all of its rows. */
  values: string[];
  /** How many rows have it; null if that is not known. */
  count: number | null;
}

/** What makes two values one entry. Customers are told apart by each letter, as the service does. */
export const keyOf = (facet: Facet, value: string): string =>
  facet === 'customer' ? value : value.trim().toLowerCase();

/** The values as entries: those that differ only in case or padding are one, because the filter finds both. */
export function entriesOf(facet: Facet, found: PortalInventoryFacetQuery['inventoryFacet']): FacetEntry[] {
  const entries = new Map<string, FacetEntry>();
  for (const { value, itemCount } of found) {
    if (value === null) continue;
    const key = keyOf(facet, value);
    const entry = entries.get(key) ?? { key, name: value.trim(), values: [], count: 0 };
    // The filter ignores case; it may not ignore padding.
    const isNamed = entry.values.some((named) => named.toLowerCase() === value.toLowerCase());
    if (!isNamed) entry.values.push(value);
    entries.set(key, { ...entry, count: (entry.count ?? 0) + itemCount });
  }
  return [...entries.values()];
}

/** What was chosen and is not among the entries, which can be taken back all the same. */
export function entriesOfChosen(facet: Facet, chosen: readonly string[], known: FacetEntry[]): FacetEntry[] {
  const missing = chosen.filter((value) => !known.some(({ key }) => key === keyOf(facet, value)));
  const byKey = new Map(missing.map((value) => [keyOf(facet, value), value]));
  return [...byKey].map(([key, value]) => ({ key, name: value.trim(), values: [value], count: null }));
}
