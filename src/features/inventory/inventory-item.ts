import type { ErpRow } from '../../erp/erp.js';
import { ShownValues } from '../../erp/rows/shown-values.js';
import type { OnUnshown } from '../../shared/row-values.js';
import { required } from '../../shared/row-values.js';
import type { ErpCustomer, InventoryItem } from './inventory.type.js';

/** The columns of which some values can't be shown. */
const QUANTITIES = ['quantity_on_hand', 'quantity_allocated', 'quantity_available'] as const;
const DATES = ['received_on', 'expires_on'] as const;
const INSTANT = 'last_moved_at';

/** A row as an item of the API. */
export function toItem(row: ErpRow, onUnshown: OnUnshown): InventoryItem {
  return new ShownItem(row, onUnshown);
}

/** Values that are checked and converted are read only if they are selected: they are most of an item's cost. */
class ShownItem implements InventoryItem {
  readonly id: string;
  readonly erpCustomer: ErpCustomer;
  readonly partNumber: string;
  readonly description: string | null;
  readonly warehouse: string | null;
  readonly bin: string | null;
  readonly lot: string | null;
  readonly status: string | null;
  readonly unit: string;
  readonly #row: ErpRow;
  readonly #onUnshown: OnUnshown;

  constructor(row: ErpRow, onUnshown: OnUnshown) {
    this.id = required(row, 'row_id');
    this.erpCustomer = { name: required(row, 'customer_name') };
    this.partNumber = required(row, 'part_number');
    this.description = row['description'] ?? null;
    this.warehouse = row['warehouse'] ?? null;
    this.bin = row['bin'] ?? null;
    this.lot = row['lot'] ?? null;
    this.status = row['status'] ?? null;
    this.unit = required(row, 'unit');
    this.#row = row;
    this.#onUnshown = onUnshown;
  }

  get quantityOnHand(): string {
    return this.#values().quantity('quantity_on_hand');
  }

  get quantityAllocated(): string {
    return this.#values().quantity('quantity_allocated');
  }

  get quantityAvailable(): string {
    return this.#values().quantity('quantity_available');
  }

  get receivedOn(): string | null {
    return this.#values().date('received_on');
  }

  get expiresOn(): string | null {
    return this.#values().date('expires_on');
  }

  get lastMovedAt(): Date | null {
    return this.#values().instant(INSTANT);
  }

  get unshown(): string[] {
    const read = this.#values();
    for (const column of QUANTITIES) read.quantity(column);
    for (const column of DATES) read.date(column);
    read.instant(INSTANT);
    return read.unshown.map(fieldOf);
  }

  #values(): ShownValues {
    return new ShownValues(this.#row, this.#onUnshown);
  }
}

/** The field of a column that is named like it, such as receivedOn of received_on. */
function fieldOf(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
