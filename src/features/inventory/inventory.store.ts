import { sql } from 'kysely';
import type { ErpRow } from '../../erp/erp.js';
import { columnOf } from '../../erp/erp-sql.js';
import type { ErpScope } from '../../shared/auth.js';
import type { Position } from '../../shared/cursor.js';
import { groupBy } from '../../shared/key-by.js';
import type { InventoryFilter } from './inventory.args.js';
import { beyond, type InventoryTerm, orderByTerms } from './inventory.order.js';
import { itemColumns, required } from './inventory.row.js';
import { isEmpty, narrowToFilter, type ScopedInventory } from './scoped-inventory.js';

/** A page in the store's terms: positions instead of cursors. Rows come in the direction of reading. */
export interface StorePage {
  terms: readonly InventoryTerm[];
  /** How many rows; one more is read, to know whether the list goes on. */
  limit: number;
  backwards: boolean;
  after: Position | null;
  before: Position | null;
}

/** Reads the ERP's inventory. Each read takes a scope, and gives no row that isn't exactly within it. */
export class InventoryStore {
  constructor(private readonly inventory: ScopedInventory) {}

  /** One page of everything within a scope. */
  async page(
    scope: ErpScope,
    filter: InventoryFilter,
    page: StorePage,
    signal: AbortSignal,
  ): Promise<ErpRow[]> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return [];
    const { dialect } = this.inventory.sql;
    const query = this.#rowsOfPage(within, filter, page)
      .select(itemColumns(dialect))
      .orderBy(sql`${sql.join(orderByTerms(dialect, page.terms, page.backwards))}`)
      .offset(0)
      .fetch(page.limit + 1);
    return this.inventory.read(query, within, signal);
  }

  /** The same page of each of several customers, in one query. */
  async pagesByCustomer(
    scope: ErpScope,
    filter: InventoryFilter,
    page: StorePage,
    signal: AbortSignal,
  ): Promise<Map<string, ErpRow[]>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return new Map();
    const { dialect, db } = this.inventory.sql;
    const numbered = this.#rowsOfPage(within, filter, page)
      .select(itemColumns(dialect))
      .select(
        sql<number>`row_number() over (partition by ${dialect.exact(columnOf('customer_name'))} order by ${sql.join(
          orderByTerms(dialect, page.terms, page.backwards),
        )})`.as('place'),
      );
    const query = db
      .selectFrom(numbered.as('numbered'))
      .selectAll()
      .where('place', '<=', page.limit + 1)
      .orderBy('place');
    return groupBy(await this.inventory.read(query, within, signal), (row) => required(row, 'customer_name'));
  }

  /** How many rows there are. */
  async count(scope: ErpScope, filter: InventoryFilter, signal: AbortSignal): Promise<number> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return 0;
    const query = this.inventory.rows(within, filter).select(sql`count(*)`.as('item_count'));
    const [row] = await this.inventory.readTotal(query, signal);
    return Number(row?.['item_count'] ?? 0);
  }

  /** How many rows each customer has; a customer without any is not in the answer. */
  async countByCustomer(
    scope: ErpScope,
    filter: InventoryFilter,
    signal: AbortSignal,
  ): Promise<Map<string, number>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return new Map();
    const query = this.inventory
      .rows(within, filter)
      .select([sql`max(${columnOf('customer_name')})`.as('customer_name'), sql`count(*)`.as('item_count')])
      .groupBy(this.inventory.sql.dialect.exact(columnOf('customer_name')));
    const rows = await this.inventory.read(query, within, signal);
    return new Map(rows.map((row) => [required(row, 'customer_name'), Number(row['item_count'])]));
  }

  /** The names of the ERP's customers that have inventory, in the ERP's own order. */
  async customers(
    scope: ErpScope,
    search: string | null,
    limit: number,
    signal: AbortSignal,
  ): Promise<string[]> {
    if (isEmpty(scope)) return [];
    const { dialect } = this.inventory.sql;
    const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
    const rows = this.inventory
      .rows(scope, {})
      .where((eb) => eb.and(words.map((word) => dialect.like(columnOf('customer_name'), word, 'anywhere'))));
    const query = rows
      .select(sql`max(${columnOf('customer_name')})`.as('customer_name'))
      .groupBy(dialect.exact(columnOf('customer_name')))
      .orderBy(sql`max(${columnOf('customer_name')})`)
      .offset(0)
      .fetch(limit);
    const found = await this.inventory.read(query, scope, signal);
    return found.map((row) => required(row, 'customer_name'));
  }

  #rowsOfPage(scope: ErpScope, filter: InventoryFilter, page: StorePage) {
    const { dialect } = this.inventory.sql;
    let rows = this.inventory.rows(scope, filter);
    if (page.after) rows = rows.where(beyond(dialect, page.terms, page.after, false));
    if (page.before) rows = rows.where(beyond(dialect, page.terms, page.before, true));
    return rows;
  }
}
