import type { InventoryColumn } from '../../erp/mapped-column.js';
import { NEVER_NULL } from '../../erp/mapping.js';
import {
  type ColumnOrder,
  type OrderedColumns,
  orderOfFields,
  type RowTerm,
  totalOrder,
} from '../../erp/rows/row-order.js';
import type { ErpScope } from '../../shared/auth.js';
import { type InventoryOrder, InventoryOrderField } from './inventory.args.js';

/** The direction of one column of the inventory. */
export type InventoryColumnOrder = ColumnOrder<InventoryColumn>;
/** One term of an inventory order. */
export type InventoryTerm = RowTerm<InventoryColumn>;

const COLUMNS: Record<InventoryOrderField, InventoryColumn> = {
  ERP_CUSTOMER: 'customer_name',
  PART_NUMBER: 'part_number',
  DESCRIPTION: 'description',
  WAREHOUSE: 'warehouse',
  BIN: 'bin',
  LOT: 'lot',
  STATUS: 'status',
  QUANTITY_ON_HAND: 'quantity_on_hand',
  QUANTITY_AVAILABLE: 'quantity_available',
  RECEIVED_ON: 'received_on',
  EXPIRES_ON: 'expires_on',
  LAST_MOVED_AT: 'last_moved_at',
};

const INVENTORY: OrderedColumns<InventoryColumn> = {
  byDefault: [
    { column: 'customer_name', direction: 'ASC' },
    { column: 'part_number', direction: 'ASC' },
  ],
  id: 'row_id',
  customer: 'customer_name',
  // According to docs/erp.md.
  neverNull: new Set([...NEVER_NULL.inventory, 'quantity_available']),
  decimals: new Set(['quantity_on_hand', 'quantity_allocated', 'quantity_available']),
};

/** The requested order, made total; see `orderOfFields`. */
export function toTerms(
  orderBy: readonly InventoryOrder[] | null | undefined,
  scope: ErpScope,
): InventoryTerm[] {
  return orderOfFields(COLUMNS, orderBy, scope, INVENTORY);
}

/** An order of the inventory by its columns, made total; see `totalOrder`. */
export const inventoryOrder = (order: readonly InventoryColumnOrder[], scope: ErpScope): InventoryTerm[] =>
  totalOrder(order, scope, INVENTORY);
