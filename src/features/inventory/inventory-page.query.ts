import { type Compilable, sql } from 'kysely';
import { columnOf, type InventoryColumn } from '../../erp/inventory-column.js';
import type { ErpScope } from '../../shared/auth.js';
import type { PagePositions } from '../../shared/connection.js';
import type { RowConditions } from './inventory.conditions.js';
import {
  branchesBeyond,
  conditionBeyond,
  type InventoryTerm,
  orderByTerms,
  withKnownNulls,
} from './inventory.order.js';
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
  { terms: wanted, columns, limit, backwards, after, before, skip = 0 }: StorePage,
): Compilable {
  const { dialect, db } = queries.sql;
  const terms = withKnownNulls(queries.sql, wanted);
  // Reading starts at the cursor `from` and does not go past `until`.
  const [from, until] = backwards ? [before, after] : [after, before];
  let rows = queries.rows(scope, filter);
  if (until) rows = rows.where(conditionBeyond(dialect, terms, until, !backwards));
  const read = (of: typeof rows) =>
    of
      .select(itemColumns(dialect, columns))
      .orderBy(orderByTerms(dialect, terms, backwards))
      .offset(from ? 0 : skip)
      .fetch(limit + 1);
  if (!from) return read(rows);

  // The item columns are text already, so the branches are merged by the original values in extra columns.
  const sortName = (column: InventoryColumn) => `sort_${column}`;
  const branches = branchesBeyond(dialect, terms, from, backwards).map((condition) => {
    const values = terms.map(({ column }) => columnOf(column).as(sortName(column)));
    return sql`select * from (${read(rows.where(condition)).select(values)}) as branch`;
  });
  const merged = sql<object>`(${sql.join(branches, sql` union all `)})`.as<'merged'>(sql.ref('merged'));
  const expressionOf = (column: InventoryColumn) => sql.ref(`merged.${sortName(column)}`);
  return db
    .selectFrom(merged)
    .selectAll()
    .orderBy(orderByTerms(dialect, terms, backwards, expressionOf))
    .offset(0)
    .fetch(limit + 1);
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
