import { type Compilable, type SelectQueryBuilder, sql } from 'kysely';
import type { ErpBatch, ErpRow } from '../../erp/erp.js';
import type { SqlRelation } from '../../erp/mapped-relation.js';
import { mapReading, Reading } from '../../erp/reading.js';
import { orderByTerms, type RowTerm, withKnownNulls } from '../../erp/rows/row-order.js';
import { type RowPage, type rowColumns, rowPageQuery } from '../../erp/rows/row-page.js';
import { isEmpty, narrowToFilter } from '../../erp/rows/scoped-rows.js';
import type { ErpScope } from '../../shared/auth.js';
import type { AccountQueries, ScopedAccounts } from './account-queries.js';

/** What a filter of rows has at least. */
interface CustomersFilter {
  erpCustomerNames?: string[] | null;
}

/** The rows of one relation within a scope, as queries take them. */
interface AccountRows<Column extends string> {
  relation: SqlRelation<Column>;
  /** Without selected columns. */
  rows: SelectQueryBuilder<{ mapped: object }, 'mapped', object>;
  columns: ReturnType<typeof rowColumns<Column>>;
}

/** Reads the rows of one relation. Each method takes a scope, and returns only rows exactly within it. */
export abstract class AccountStore<Column extends string, Filter extends CustomersFilter> {
  /** @param name what compiled queries are kept under: no other store has it */
  constructor(
    private readonly name: string,
    protected readonly accounts: ScopedAccounts,
  ) {}

  /** The rows within a scope that match a filter. */
  protected abstract rows(queries: AccountQueries, scope: ErpScope, filter: Filter): AccountRows<Column>;

  /** A page of everything within a scope. */
  async page(
    scope: ErpScope,
    filter: Filter,
    page: RowPage<Column>,
    signal: AbortSignal,
  ): Promise<Reading<readonly ErpRow[]>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now([]);
    const query = (queries: AccountQueries): Compilable => {
      const { relation, ...of } = this.rows(queries, within, filter);
      return rowPageQuery(relation, of, page);
    };
    return this.accounts.read(query, {
      ...{ scope: within, signal, orStale: true, inputs: [this.name, filter, page] },
    });
  }

  /** The number of rows. */
  async count(scope: ErpScope, filter: Filter, signal: AbortSignal): Promise<Reading<number>> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return Reading.now(0);
    const reading = await this.accounts.readTotal(
      (queries) => this.rows(queries, within, filter).rows.select(sql`count(*)`.as('row_count')),
      { scope: within, signal, orStale: true },
    );
    return mapReading(reading, ([row]) => Number(row?.['row_count'] ?? 0));
  }

  /** Everything within a scope in order, in batches as the rows arrive. Nothing is asked before the first batch is taken. */
  async *stream(
    scope: ErpScope,
    filter: Filter,
    terms: readonly RowTerm<Column>[],
    signal: AbortSignal,
  ): AsyncGenerator<ErpBatch, void, undefined> {
    const within = narrowToFilter(scope, filter);
    if (isEmpty(within)) return;
    const query = (queries: AccountQueries): Compilable => {
      const { relation, rows, columns } = this.rows(queries, within, filter);
      const order = orderByTerms(relation.dialect, withKnownNulls(relation, terms), false);
      return rows.select(columns).orderBy(order);
    };
    yield* this.accounts.stream(query, { scope: within, signal });
  }
}
