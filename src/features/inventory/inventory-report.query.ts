import { type Compilable, type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { ErpSql } from '../../erp/erp-sql.js';
import { columnOf, type InventoryColumn } from '../../erp/mapped-column.js';
import { expiryMonth, shownExpiry } from './expiry-month.js';
import type { InventoryGroupKey } from './inventory.args.js';
import type { InventoryColumnOrder } from './inventory.order.js';
import type { ScopedQueries } from './scoped-inventory.js';
import { ALL_SUMS, type Sum, type TotalsSelection } from './totals-selection.js';

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

/** What is summed. */
interface SelectedSums {
  sums: readonly Sum[];
  /** Whether rows are left out whose quantities are not numbers. They make a sum none otherwise. */
  onlyNumbers: boolean;
}

/**
 * The query of a scope's totals: a row for each unit and, if different parts and bins are counted, one with `is_total` for
 * all units, because one part may be in several.
 *
 * @param keys what else the rows are grouped by, such as the customer
 */
export function totalsQuery(
  rows: ReturnType<ScopedQueries['rows']>,
  { dialect }: ErpSql,
  { different, ...sums }: SelectedSums & Pick<TotalsSelection, 'different'>,
  keys: readonly RawBuilder<unknown>[] = [],
) {
  const unit = columnOf('unit');
  const ofEachUnit = rows.select(dialect.shown('unit').as('unit')).select(summed(dialect, sums));
  if (!different) return ofEachUnit.groupBy([...keys, sql`${unit}`]);
  return ofEachUnit
    .select(sql`grouping(${unit})`.as('is_total'))
    .select(differentCounts(dialect))
    .groupBy(sql`grouping sets ((${sql.join(keys)}), (${sql.join([...keys, unit])}))`);
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
  order?: readonly InventoryColumnOrder[];
  /** All of them by default. */
  sums?: readonly Sum[];
}

/** The query of a report: sums by some columns and the unit. @param onlyNumbers see SelectedSums */
export function groupsQuery(
  rows: ReturnType<ScopedQueries['rows']>,
  { dialect }: ErpSql,
  columns: readonly GroupColumn[],
  {
    limit,
    offset = 0,
    order = [],
    sums = ALL_SUMS,
    onlyNumbers,
  }: GroupsPage & Pick<SelectedSums, 'onlyNumbers'>,
): Compilable {
  return rows
    .select(columns.map((column) => shownGroup(dialect, column).as(column)))
    .select(dialect.shown('unit').as('unit'))
    .select(summed(dialect, { sums, onlyNumbers }))
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
function orderOfGroups(
  dialect: ErpDialect,
  columns: readonly GroupColumn[],
  order: readonly InventoryColumnOrder[],
) {
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

function summed(dialect: ErpDialect, { sums, onlyNumbers }: SelectedSums) {
  const sumOf = (sum: Sum): RawBuilder<string | null> => {
    if (sum === 'earliest_expiry') return sql`min(${shownExpiry()})`;
    return onlyNumbers ? dialect.sumOfNumbers(sum, 'quantity_available') : dialect.sum(sum);
  };
  return [sql`count(*)`.as('item_count'), ...sums.map((sum) => dialect.text(sumOf(sum)).as(sum))];
}
