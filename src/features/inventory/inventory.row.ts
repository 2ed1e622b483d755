import type { ErpRow } from '../../erp/erp.js';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { InventoryColumn } from '../../erp/inventory-column.js';
import type { Position } from '../../shared/cursor.js';
import type { InventoryTerm } from './inventory.order.js';

/** A row with columns as `itemColumns` selects them. */
export type InventoryRow = ErpRow;

const TEXT_COLUMNS: readonly InventoryColumn[] = [
  'customer_name',
  'part_number',
  'description',
  'warehouse',
  'bin',
  'lot',
  'status',
  'unit',
];
const PRINTED_COLUMNS: readonly InventoryColumn[] = [
  'row_id',
  'quantity_on_hand',
  'quantity_allocated',
  'quantity_available',
  'received_on',
  'expires_on',
  'last_moved_at',
];

/** All columns of an item. */
export const ITEM_COLUMNS: readonly InventoryColumn[] = [...TEXT_COLUMNS, ...PRINTED_COLUMNS];

/** Columns of items, by default all. Values that a driver could round or shift are printed as text by the server. */
export function itemColumns(dialect: ErpDialect, columns = ITEM_COLUMNS) {
  return columns.map((column) => {
    const shown = dialect.shown(column);
    return (TEXT_COLUMNS.includes(column) ? shown : dialect.text(shown)).as(column);
  });
}

/** A value that must not be null according to docs/erp.md. @throws Error if it is */
export function required(row: ErpRow, column: string): string {
  const value = row[column];
  if (value === null || value === undefined) {
    throw new Error(`the ERP mapping returned no ${column}; docs/erp.md says that it is never null`);
  }
  return value;
}

/** A decimal in its shortest form. An ERP prints all digits of a column's scale, such as 5.0000000000 for 5. */
export function decimal(row: ErpRow, column: InventoryColumn): string {
  const printed = required(row, column);
  return printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed;
}

/** The cursor position of a row, with all digits that the server printed. */
export function positionOf(row: ErpRow, terms: readonly InventoryTerm[]): Position {
  return terms.map((term) => row[term.column] ?? null);
}
