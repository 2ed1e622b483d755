import { type Compilable, sql } from 'kysely';
import type { InventoryColumn } from '../../erp/mapped-column.js';
import { orderByTerms, withKnownNulls } from '../../erp/rows/row-order.js';
import { rowPageQuery } from '../../erp/rows/row-page.js';
import type { ErpScope } from '../../shared/auth.js';
import type { PagePositions } from '../../shared/connection.js';
import type { RowConditions } from './inventory.conditions.js';
import type { InventoryTerm } from './inventory.order.js';
import { itemColumns } from './inventory.row.js';
import type { ScopedQueries } from './scoped-inventory.js';

/** The first or last page of a list. Rows come in the direction of reading. */
export interface FirstPage {
  terms: readonly InventoryTerm[];
  /** How many rows are left out before the first page. */
  skip?: number;
  /** The number of rows. One more is read, to know whether the list continues. */
  limit: number;
  /** The columns that are read, among them those of the terms; all if left out. */
  columns?: readonly InventoryColumn[];
  backwards: boolean;
}

/** Any page of a list. */
export type StorePage = FirstPage & PagePositions;

/** The query of a page. With an index for the order, a page deep in the list costs no more than the first. */
export function pageQuery(
  queries: ScopedQueries,
  scope: ErpScope,
  filter: RowConditions,
  { columns, ...page }: StorePage,
): Compilable {
  const selected = itemColumns(queries.sql.dialect, columns);
  return rowPageQuery(queries.sql, { rows: queries.rows(scope, filter), columns: selected }, page);
}

/** The query of all rows within a scope, in order. */
export function allRowsQuery(
  queries: ScopedQueries,
  scope: ErpScope,
  filter: RowConditions,
  terms: readonly InventoryTerm[],
): Compilable {
  const { dialect } = queries.sql;
  return queries
    .rows(scope, filter)
    .select(itemColumns(dialect))
    .orderBy(orderByTerms(dialect, withKnownNulls(queries.sql, terms), false));
}

/** The query of the first page of each customer of a scope. */
export function firstPageByCustomerQuery(
  queries: ScopedQueries,
  scope: ErpScope,
  filter: RowConditions,
  { terms, columns, limit, backwards }: FirstPage,
): Compilable {
  const { dialect, db } = queries.sql;
  const customer = dialect.exact('customer_name');
  const order = orderByTerms(dialect, withKnownNulls(queries.sql, terms), backwards);
  const numbered = queries
    .rows(scope, filter)
    .select(itemColumns(dialect, columns))
    .select(sql<number>`row_number() over (partition by ${customer} order by ${order})`.as('place'));
  return db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', limit + 1)
    .orderBy('place');
}
