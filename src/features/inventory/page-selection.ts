import type { InventoryColumn } from '../../erp/mapped-column.js';
import { oncePerSelection, selectedInNodes } from '../../shared/selected-fields.js';
import { ITEM_COLUMNS } from './inventory.row.js';
import type { InventoryItem } from './inventory.type.js';

/** The columns that a row is checked by, whatever is selected. */
const ALWAYS: readonly InventoryColumn[] = ['row_id', 'customer_name', 'part_number', 'unit'];

/** The column that each other field of an item shows; null if it depends on all of them. */
const COLUMN_OF: Record<string, InventoryColumn | null> = {
  description: 'description',
  warehouse: 'warehouse',
  bin: 'bin',
  lot: 'lot',
  status: 'status',
  quantityOnHand: 'quantity_on_hand',
  quantityAllocated: 'quantity_allocated',
  quantityAvailable: 'quantity_available',
  receivedOn: 'received_on',
  expiresOn: 'expires_on',
  lastMovedAt: 'last_moved_at',
  unshown: null,
} satisfies Record<
  Exclude<keyof InventoryItem, 'id' | 'erpCustomer' | 'partNumber' | 'unit'>,
  InventoryColumn | null
>;

/** The columns that a page of the inventory shows, and those by which its rows are checked. */
export const columnsSelectedIn = oncePerSelection((info): ReadonlySet<InventoryColumn> => {
  const columns = new Set(ALWAYS);
  for (const field of selectedInNodes(info)) {
    const column = COLUMN_OF[field];
    if (column === null) return new Set(ITEM_COLUMNS);
    if (column) columns.add(column);
  }
  return columns;
});
