import { sql } from 'kysely';
import type { ErpBatch, ErpRow } from '../../erp/erp.js';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import { columnOf } from '../../erp/mapped-column.js';
import { mapReading, Reading } from '../../erp/reading.js';
import { rowIdsOf } from '../../erp/rows/row-ids.js';
import { isEmpty, narrowToFilter } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import { groupBy } from '../../shared/group-by.js';
import { required } from '../../shared/row-values.js';
import { searchWords } from '../../shared/search-words.js';
import type { InventoryFilter } from './inventory.args.js';
import type { RowConditions } from './inventory.conditions.js';
import type { InventoryTerm } from './inventory.order.js';
import { itemColumns } from './inventory.row.js';
import {
  allRowsQuery,
  type FirstPage,
  firstPageByCustomerQuery,
  pageQuery,
  type StorePage,
} from './inventory-page.query.js';
import { type BuildQuery, type ScopedInventory } from './scoped-inventory.js';

/** How a page is read. */
export interface PageRead {
  signal: AbortSignal;
  /** Whether the last good answer may be given if the ERP doesn't answer; true by default. */
  orStale?: boolean;
}

/** Reads the ERP's inventory. Each method takes a scope, and returns only rows exactly within it. */
export class InventoryStore {
  constructor(private readonly inventory: ScopedInventory) {}

  /** A page of everything within a scope. */
  async page(
    scope: ErpScope,
    filter: RowConditions,
    page: StorePage,
    { signal, orStale = true }: PageRead,
  ): Promise<Reading<readonly ErpRow[]>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now([]);
    return this.inventory.read((queries) => pageQuery(queries, within, filter, page), {
      ...{ scope: within, signal, orStale, inputs: ['page', filter, page] },
    });
  }

  /** The first page of each customer within a scope, in one query. */
  async firstPageByCustomer(
    scope: ErpScope,
    filter: RowConditions,
    page: FirstPage,
    signal: AbortSignal,
  ): Promise<Reading<Map<string, ErpRow[]>>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(new Map());
    const reading = await this.inventory.read(
      (queries) => firstPageByCustomerQuery(queries, within, filter, page),
      { scope: within, signal, orStale: true },
    );
    return mapReading(reading, (rows) => groupBy(rows, (row) => required(row, 'customer_name')));
  }
  /**
   * Everything within a scope in order, in batches as the rows arrive. Nothing is asked before the first batch is taken.
   *
   * @throws ERP_UNAVAILABLE; FORBIDDEN if exports are off, RATE_LIMITED if too many run
   */
  async *stream(
    scope: ErpScope,
    filter: InventoryFilter,
    terms: readonly InventoryTerm[],
    signal: AbortSignal,
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return;
    yield* this.inventory.stream((queries) => allRowsQuery(queries, within, filter, terms), {
      scope: within,
      signal,
    });
  }

  /** The row with an id; null if the scope has none. Never stale, because an item can't say so. */
  async item(scope: ErpScope, id: string, signal: AbortSignal): Promise<ErpRow | null> {
    const ids = rowIdsOf(id);
    if (isEmpty(scope) || ids.length === 0) return null;
    const query: BuildQuery = (queries) => {
      const { dialect } = queries.sql;
      return queries
        .rows(scope, {})
        .where(dialect.exactlyIn('row_id', ids))
        .select(itemColumns(dialect))
        .orderBy(columnOf('row_id'))
        .offset(0)
        .fetch(1);
    };
    const { value } = await this.inventory.read(query, { scope, signal, orStale: false });
    return value.find((row) => ids.includes(required(row, 'row_id'))) ?? null;
  }

  /** The number of rows. */
  async count(
    scope: ErpScope,
    filter: RowConditions,
    { signal, orStale = true }: PageRead,
  ): Promise<Reading<number>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(0);
    const reading = await this.inventory.readTotal(
      (queries) => queries.rows(within, filter).select(sql`count(*)`.as('item_count')),
      { scope: within, signal, orStale },
    );
    return mapReading(reading, ([row]) => Number(row?.['item_count'] ?? 0));
  }

  /** The number of rows of each customer. The map leaves out customers without rows. */
  async countByCustomer(
    scope: ErpScope,
    filter: RowConditions,
    signal: AbortSignal,
  ): Promise<Reading<Map<string, number>>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(new Map());
    const query: BuildQuery = (queries) => {
      const { dialect } = queries.sql;
      return queries
        .rows(within, filter)
        .select([customerNameOf(dialect).as('customer_name'), sql`count(*)`.as('item_count')])
        .groupBy(dialect.exact('customer_name'));
    };
    const reading = await this.inventory.read(query, { scope: within, signal, orStale: true });
    return mapReading(
      reading,
      (rows) => new Map(rows.map((row) => [required(row, 'customer_name'), Number(row['item_count'])])),
    );
  }

  /** The names of the ERP's customers, in the ERP's own order. Never stale, because a plain list can't say so. */
  async customers(
    scope: ErpScope,
    search: string | null,
    limit: number,
    signal: AbortSignal,
  ): Promise<string[]> {
    if (isEmpty(scope) || limit === 0) return [];
    const query: BuildQuery = (queries) => {
      const dialect = queries.sql.customersDialect;
      const found = searchWords(search).map((word) => dialect.like('customer_name', word, 'anywhere'));
      return queries
        .customers(scope)
        .where((eb) => eb.and(found))
        .select(customerNameOf(dialect).as('customer_name'))
        .groupBy(dialect.exact('customer_name'))
        .orderBy(sql`max(${columnOf('customer_name')})`)
        .offset(0)
        .fetch(limit);
    };
    const found = await this.inventory.read(query, { scope, signal, orStale: false });
    return found.value.map((row) => required(row, 'customer_name'));
  }

  /** The names among these that the ERP has, compared exactly; in one query. */
  async existingCustomers(names: readonly string[], signal: AbortSignal): Promise<Set<string>> {
    return new Set(await this.customers({ all: false, names: new Set(names) }, null, names.length, signal));
  }
}

/** The name of a group's customer. The rows of a group have the same name, exactly. */
const customerNameOf = (dialect: ErpDialect) =>
  dialect.shown('customer_name', sql`max(${columnOf('customer_name')})`);
