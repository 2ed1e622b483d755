import type { SortDirection } from '../../../schema/operations.generated.js';
import type { Erp } from '../../../src/erp/erp.js';
import { never } from './stage.js';

/** A term of an order of invoices or payments. */
export interface Term {
  field: string;
  direction?: SortDirection;
}

/** Where the rows of a list are in the demo ERP. */
export interface AccountTable {
  table: string;
  /** The column of its ids. */
  id: string;
  /** Its columns by the field that orders by them. */
  columns: Readonly<Record<string, string>>;
}

type Place = number | null;

/**
 * The order that the rows of a list must have. How values are ordered is the server's own affair: one plain query asks it
 * for the place of each among those of its column.
 */
export class AccountTruth {
  private constructor(private readonly placesById: ReadonlyMap<string, Readonly<Record<string, Place>>>) {}

  static async of(erp: Erp, { table, id, columns }: AccountTable): Promise<AccountTruth> {
    const fields = Object.keys(columns);
    const places = fields.map(
      (field) =>
        `case when ${columns[field]} is not null then dense_rank() over (order by ${columns[field]}) end as ${field}`,
    );
    const sql = `select ${[`${id} as id`, ...places].join(', ')} from ${table}`;
    const placesById = new Map<string, Record<string, Place>>();
    for (const row of await erp.read({ sql, parameters: [] }, never)) {
      const read = Object.entries(row).map(([name, place]) => [
        name.toUpperCase(),
        place === null ? null : Number(place),
      ]);
      placesById.set(row['id'] ?? '', Object.fromEntries(read));
    }
    return new AccountTruth(placesById);
  }

  /** Sorts ids, nulls last in either direction. */
  inOrder(ids: readonly string[], orderBy: readonly Term[]): string[] {
    const terms: Term[] = [...orderBy, { field: 'ID' }];
    const placeOf = (id: string, field: string): Place => {
      const place = this.placesById.get(id)?.[field];
      if (place === undefined) throw new Error(`the ERP has no ${field} of ${id}`);
      return place;
    };
    return [...ids].sort((a, b) => {
      for (const { field, direction } of terms) {
        const order = compare(placeOf(a, field), placeOf(b, field), direction === 'DESC');
        if (order !== 0) return order;
      }
      return 0;
    });
  }
}

function compare(a: Place, b: Place, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return descending ? b - a : a - b;
}
