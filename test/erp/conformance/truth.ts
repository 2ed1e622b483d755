import type { InventoryGroupKey, InventoryOrder } from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import type { Erp } from '../../../src/erp/erp.js';
import { available, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { never } from './stage.js';
import { EVERY_NTH } from './target.js';

/** The rows that every target holds, as the demo's own generator makes them. */
export const DEMO_ROWS: readonly DemoStockRow[] = [...TRUTH.values()].filter(
  ({ stockNo }) => stockNo % EVERY_NTH === 0,
);

type Field = InventoryOrder['field'];
type Value = string | bigint | number | null;

const TEXTS = {
  ERP_CUSTOMER: { column: 'owner_name', of: (row) => row.ownerName },
  PART_NUMBER: { column: 'item_code', of: (row) => row.itemCode },
  DESCRIPTION: { column: 'item_text', of: (row) => row.itemText },
  WAREHOUSE: { column: 'whse', of: (row) => row.whse },
  BIN: { column: 'bin_code', of: (row) => row.binCode },
  LOT: { column: 'lot_no', of: (row) => row.lotNo },
  STATUS: { column: 'hold_code', of: (row) => row.holdCode },
} satisfies Partial<Record<Field, { column: string; of: (row: DemoStockRow) => string | null }>>;
type TextField = keyof typeof TEXTS;

const OTHERS: Record<Exclude<Field, TextField>, (row: DemoStockRow) => Value> = {
  QUANTITY_ON_HAND: (row) => scaled(row.qtyOnHand),
  QUANTITY_AVAILABLE: available,
  RECEIVED_ON: (row) => row.receivedDate,
  EXPIRES_ON: (row) => row.expiryDate,
  LAST_MOVED_AT: (row) => row.lastMoveUtc,
};

/**
 * What the pages and sums of a target must be, worked out without any SQL. How its texts are ordered, and which it
 * takes for the same, is the server's own affair: each has a place among the others, which the server is asked for.
 */
export class Truth {
  private constructor(private readonly places: ReadonlyMap<string, number>) {}

  static async of(erp: Erp, rows: readonly DemoStockRow[] = DEMO_ROWS): Promise<Truth> {
    const places = new Map<string, number>();
    const byId = new Map(rows.map((row) => [String(row.stockNo), row]));
    for (const [field, { column, of }] of Object.entries(TEXTS)) {
      const sql = `select stock_no, dense_rank() over (order by ${column}) as place from erp.stock`;
      for (const { stock_no, place } of await erp.read({ sql, parameters: [] }, never)) {
        const row = byId.get(stock_no ?? '');
        if (row) places.set(JSON.stringify([field, of(row)]), Number(place));
      }
    }
    return new Truth(places);
  }

  /** The place of a text among those of its column; null where it is null. */
  placeOf(field: TextField, text: string | null): number | null {
    if (text === null) return null;
    const place = this.places.get(JSON.stringify([field, text]));
    if (place === undefined) throw new Error(`no row has ${text} as ${field}`);
    return place;
  }

  /** Rows in an order, nulls last in either direction or as the lowest values. */
  inOrder(
    rows: readonly DemoStockRow[],
    orderBy: readonly InventoryOrder[],
    nulls: 'last' | 'lowest' = 'last',
  ): DemoStockRow[] {
    const usual: InventoryOrder[] = [
      { field: 'ERP_CUSTOMER', direction: 'ASC' },
      { field: 'PART_NUMBER', direction: 'ASC' },
    ];
    const terms = orderBy.length > 0 ? orderBy : usual;
    return [...rows].sort((a, b) => {
      for (const { field, direction } of terms) {
        const descending = direction === 'DESC';
        const nullsFirst = nulls === 'lowest' && !descending;
        const order = compare(this.#valueOf(field, a), this.#valueOf(field, b), { descending, nullsFirst });
        if (order !== 0) return order;
      }
      return a.stockNo - b.stockNo;
    });
  }

  /** The sums of rows by keys and unit. The keys of a group are the places of its texts, and months themselves. */
  sumUp(rows: readonly DemoStockRow[], keys: readonly InventoryGroupKey[]): Map<string, Sums> {
    const groups = new Map<string, Sums>();
    for (const row of rows) {
      const key = this.groupKey(row.uom, keys, (field) =>
        field === 'EXPIRES_MONTH' ? monthOf(row) : TEXTS[field].of(row),
      );
      const group = groups.get(key) ?? { count: 0, onHand: 0n, allocated: 0n, earliestExpiry: null };
      group.count += 1;
      group.onHand += scaled(row.qtyOnHand);
      group.allocated += scaled(row.qtyAllocated);
      if (row.expiryDate !== null && compare(row.expiryDate, group.earliestExpiry) < 0)
        group.earliestExpiry = row.expiryDate;
      groups.set(key, group);
    }
    return groups;
  }

  groupKey(
    unit: string,
    keys: readonly InventoryGroupKey[],
    textOf: (field: InventoryGroupKey) => string | null,
  ): string {
    return JSON.stringify([...keys.map((field) => this.#keyOf(field, textOf(field))), unit]);
  }

  #keyOf(field: InventoryGroupKey, text: string | null): Value {
    return field === 'EXPIRES_MONTH' ? text : this.placeOf(field, text);
  }

  #valueOf(field: Field, row: DemoStockRow): Value {
    return field in TEXTS
      ? this.placeOf(field as TextField, TEXTS[field as TextField].of(row))
      : OTHERS[field as keyof typeof OTHERS](row);
  }
}

export interface Sums {
  count: number;
  /** In ten-billionths. */
  onHand: bigint;
  allocated: bigint;
  earliestExpiry: string | null;
}

/** The month that a row expires in, such as 2026-11. */
export const monthOf = (row: DemoStockRow): string | null => row.expiryDate?.slice(0, 7) ?? null;

function compare(a: Value, b: Value, { descending = false, nullsFirst = false } = {}): number {
  if (a === b) return 0;
  if (a === null || b === null) return (a === null) === nullsFirst ? -1 : 1;
  return a < b !== descending ? -1 : 1;
}
