import type { ErpRow } from '../../erp/erp.js';
import { decimal, required } from '../../shared/row-values.js';
import type { InventoryGroup, InventoryTotals } from './inventory.type.js';

/** Totals, without the time when they were read. Counts that aren't selected are not numbers, and sums are left out. */
export type TotalsRow = Omit<InventoryTotals, 'asOf' | 'stale'>;

/** The totals of a scope without inventory. */
export const NO_TOTALS: TotalsRow = { itemCount: 0, partCount: 0, binCount: 0, byUnit: [] };

/** Whether the quantities that a row sums up were all numbers: NaN and the infinities have no digits. */
export const isOfNumbers = (row: ErpRow): boolean => /\d/.test(row['quantity_available'] ?? '0');

/** The totals of the rows of one scope, or of one customer. */
export function toTotals(rows: readonly ErpRow[]): TotalsRow {
  if (rows.length === 0) return NO_TOTALS;
  const ofAll = rows.find((row) => row['is_total'] === '1');
  const byUnit = rows.filter((row) => row !== ofAll).map(toGroup);
  return {
    itemCount: byUnit.reduce((count, { itemCount }) => count + itemCount, 0),
    partCount: Number(ofAll?.['part_count']),
    binCount: Number(ofAll?.['bin_count']),
    byUnit: byUnit.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  };
}

/** A row as a group of the API. @throws Error if a sum is taken from it that was not read */
export function toGroup(row: ErpRow): InventoryGroup {
  const customer = row['customer_name'] ?? null;
  return {
    erpCustomer: customer === null ? null : { name: customer },
    partNumber: row['part_number'] ?? null,
    warehouse: row['warehouse'] ?? null,
    bin: row['bin'] ?? null,
    lot: row['lot'] ?? null,
    status: row['status'] ?? null,
    expiresMonth: row['expires_month'] ?? null,
    unit: required(row, 'unit'),
    itemCount: Number(row['item_count']),
    get quantityOnHand() {
      return decimal(row, 'quantity_on_hand');
    },
    get quantityAllocated() {
      return decimal(row, 'quantity_allocated');
    },
    get quantityAvailable() {
      return decimal(row, 'quantity_available');
    },
    earliestExpiry: row['earliest_expiry'] ?? null,
  };
}
