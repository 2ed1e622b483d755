import type { ErpRow } from '../../erp/erp.js';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { InventoryColumn } from '../../erp/mapped-column.js';
import { rowColumns } from '../../erp/rows/row-page.js';

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
const TEXTS: ReadonlySet<InventoryColumn> = new Set(TEXT_COLUMNS);
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

/** Columns of items, by default all; see `rowColumns`. */
export const itemColumns = (dialect: ErpDialect, columns = ITEM_COLUMNS) =>
  rowColumns(dialect, columns, TEXTS);
