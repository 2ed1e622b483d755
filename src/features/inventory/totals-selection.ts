import { oncePerSelection, type Selecting, selectedFields } from '../../shared/selected-fields.js';
import type { InventoryGroup } from './inventory.type.js';

/** What the rows of a group are summed up to: a quantity, or the first day on which one expires. */
export type Sum = 'quantity_on_hand' | 'quantity_allocated' | 'quantity_available' | 'earliest_expiry';

/** The field of a group that shows each sum. */
const FIELDS = {
  quantity_on_hand: 'quantityOnHand',
  quantity_allocated: 'quantityAllocated',
  quantity_available: 'quantityAvailable',
  earliest_expiry: 'earliestExpiry',
} as const satisfies Record<Sum, keyof InventoryGroup>;

/** Every sum, in the order of the columns. */
export const ALL_SUMS = Object.keys(FIELDS) as readonly Sum[];

/** Which totals are read. */
export interface TotalsSelection {
  /** Whether different parts and bins are counted: the ERP sorts all rows for it, which takes most of the time. */
  different: boolean;
  /** What is summed for each unit. Summing decimals takes the ERP more than reading them. */
  sums: readonly Sum[];
}

/** What a field that returns totals is asked for. */
export const totalsSelectedIn = oncePerSelection((info): TotalsSelection => {
  const selected = selectedFields(info);
  return {
    different: selected.has('partCount') || selected.has('binCount'),
    sums: sumsSelectedIn(info, ['byUnit']),
  };
});

/**
 * The sums that groups are asked for. With any quantity, those that are available are summed: they tell whether all rows have
 * numbers, and a sum must not depend on what else is asked for.
 *
 * @param path the fields that lead to the groups; empty if the field returns them
 */
export function sumsSelectedIn(info: Selecting, path: readonly string[] = []): readonly Sum[] {
  const selected = selectedFields(info, path);
  const sums = ALL_SUMS.filter((sum) => selected.has(FIELDS[sum]));
  const quantities = sums.some((sum) => sum !== 'earliest_expiry');
  return ALL_SUMS.filter((sum) => sums.includes(sum) || (quantities && sum === 'quantity_available'));
}
