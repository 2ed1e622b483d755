import type { ErpRow } from '../../erp/erp.js';
import type { InventoryColumn } from '../../erp/inventory-column.js';
import { required } from './inventory.row.js';
import type { InventoryItem } from './inventory.type.js';
import { type OnUnshown, ShownValues } from './shown-values.js';

/** A row as an item of the API. */
export function toItem(row: ErpRow, onUnshown: OnUnshown): InventoryItem {
  const shown = new ShownValues(row, onUnshown);
  const item = {
    id: required(row, 'row_id'),
    erpCustomer: { name: required(row, 'customer_name') },
    partNumber: required(row, 'part_number'),
    description: row['description'] ?? null,
    warehouse: row['warehouse'] ?? null,
    bin: row['bin'] ?? null,
    lot: row['lot'] ?? null,
    status: row['status'] ?? null,
    unit: required(row, 'unit'),
    quantityOnHand: shown.quantity('quantity_on_hand'),
    quantityAllocated: shown.quantity('quantity_allocated'),
    quantityAvailable: shown.quantity('quantity_available'),
    receivedOn: shown.date('received_on'),
    expiresOn: shown.date('expires_on'),
    lastMovedAt: shown.instant('last_moved_at'),
  };
  return { ...item, unshown: shown.unshown.map(fieldOf) };
}

/** The field of a column that is named like it, such as receivedOn of received_on. */
function fieldOf(column: InventoryColumn): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
