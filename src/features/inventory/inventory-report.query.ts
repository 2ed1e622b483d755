import { type Compilable, type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { ErpSql } from '../../erp/erp-sql.js';
import { columnOf, type InventoryColumn } from '../../erp/inventory-column.js';
import type { ErpScope } from '../../shared/auth.js';
import { expiryMonth, shownExpiry } from './expiry-month.js';
import type { InventoryGroupKey } from './inventory.args.js';
import type { RowConditions } from './inventory.conditions.js';
import type { ColumnOrder } from './inventory.order.js';
import type { ScopedQueries } from './scoped-inventory.js';
import type { TotalsSelection } from './totals-selection.js';

/** What rows can be grouped by: a column, or the month of the expiry. */
export type GroupColumn = InventoryColumn | 'expires_month';

/** The column of each key that rows are grouped by. */
export const KEY_COLUMNS: Record<InventoryGroupKey, GroupColumn> = {
  ERP_CUSTOMER: 'customer_name',
  PART_NUMBER: 'part_number',
  WAREHOUSE: 'warehouse',
  BIN: 'bin',
  LOT: 'lot',
  STATUS: 'status',
  EXPIRES_MONTH: 'expires_month',
};

/** The sums of a scope and, if selected, how many different parts and bins they cover. The caller adds the groups. */
export function counted(
  queries: ScopedQueries,
  scope: ErpScope,
  filter: RowConditions,
  { different }: TotalsSelection,
) {
  const { dialect } = queries.sql;
  return queries
    .rows(scope, filter)
    .select(sql`grouping(${columnOf('unit')})`.as('is_total'))
    .select(dialect.shown('unit').as('unit'))
    .select(different ? differentCounts(dialect) : [])
    .select(sums(dialect));
}

function differentCounts(dialect: ErpDialect) {
  const partKey = dialect.pair('customer_name', 'part_number');
  const binKey = sql`case when ${columnOf('bin')} is not null then ${dialect.pair('warehouse', 'bin')} end`;
  return [sql`count(distinct ${partKey})`.as('part_count'), sql`count(distinct ${binKey})`.as('bin_count')];
}

/** A part of a report, and its order: that of the columns unless others come first. */
export interface GroupsPage {
  limit: number;
  /** How many groups are left out before it. */
  offset?: number;
  order?: readonly ColumnOrder[];
}

/** The query of a report: sums by some columns and the unit. */
export function groupsQuery(
  rows: ReturnType<ScopedQueries['rows']>,
  { dialect }: ErpSql,
  columns: readonly GroupColumn[],
  { limit, offset = 0, order = [] }: GroupsPage,
): Compilable {
  return rows
    .select(columns.map((column) => shownGroup(dialect, column).as(column)))
    .select(dialect.shown('unit').as('unit'))
    .select(sums(dialect))
    .groupBy(groupedByAll(dialect, columns))
    .orderBy(sql`${sql.join(orderOfGroups(dialect, columns, order))}`)
    .offset(offset)
    .fetch(limit);
}

/** The query of how many groups a report has. */
export function groupCountQuery(
  rows: ReturnType<ScopedQueries['rows']>,
  { dialect, db }: ErpSql,
  columns: readonly GroupColumn[],
): Compilable {
  const groups = rows.select(sql`1`.as('one')).groupBy(groupedByAll(dialect, columns));
  return db.selectFrom(groups.as('groups')).select(sql`count(*)`.as('group_count'));
}

function groupedByAll(dialect: ErpDialect, columns: readonly GroupColumn[]) {
  return [...columns.map((column) => groupedBy(dialect, column)), sql`${columnOf('unit')}`];
}

/** A total order: customers whose names the server treats as equal are told apart at its end. */
function orderOfGroups(dialect: ErpDialect, columns: readonly GroupColumn[], order: readonly ColumnOrder[]) {
  const chosen = new Set<GroupColumn>(order.map(({ column }) => column));
  const others = [...columns, 'unit' as const].filter((column) => !chosen.has(column));
  const all = [
    ...order,
    ...others.map((column) => ({ column, direction: 'ASC' as const, nullsFirst: false })),
  ];
  const terms = all.flatMap(({ column, direction, nullsFirst = false }) =>
    dialect.orderBy(groupValue(dialect, column), { direction, nullable: column !== 'unit', nullsFirst }),
  );
  return columns.includes('customer_name') ? [...terms, dialect.exact('customer_name')] : terms;
}

/** The value of a column that rows are grouped by, as it is given. */
export function shownGroup(dialect: ErpDialect, column: GroupColumn): RawBuilder<string | null> {
  const value = groupValue(dialect, column);
  return column === 'expires_month' ? value : dialect.shown(column, value);
}

/** Customer names are compared exactly. Other texts that the server's collation treats as equal may share a group. */
export function groupedBy(dialect: ErpDialect, column: GroupColumn): RawBuilder<unknown> {
  return column === 'customer_name' ? dialect.exact(column) : groupValue(dialect, column);
}

/** The one value of a group in a column that rows are grouped by. */
export function groupValue(dialect: ErpDialect, column: GroupColumn): RawBuilder<string | null> {
  if (column === 'expires_month') return expiryMonth(dialect);
  return column === 'customer_name' ? sql`max(${columnOf(column)})` : sql`${columnOf(column)}`;
}

function sums(dialect: ErpDialect) {
  const sum = (column: InventoryColumn) => dialect.text(dialect.sum(column)).as(column);
  return [
    sql`count(*)`.as('item_count'),
    sum('quantity_on_hand'),
    sum('quantity_allocated'),
    sum('quantity_available'),
    dialect.text(sql`min(${shownExpiry()})`).as('earliest_expiry'),
  ];
}
