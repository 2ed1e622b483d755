import { type Compilable, type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { ErpSql } from '../../erp/erp-sql.js';
import { matchesDate } from '../../erp/rows/row-conditions.js';
import { daysOfMonths } from './expiry-month.js';
import type { InventoryFilter, InventoryGroupKey } from './inventory.args.js';
import {
  type GroupColumn,
  groupedBy,
  groupValue,
  KEY_COLUMNS,
  shownGroup,
} from './inventory-report.query.js';
import type { ScopedQueries } from './scoped-inventory.js';

/** Which values of a column are listed. */
export interface Facet {
  of: InventoryGroupKey;
  /** A text that the values contain, and that months begin with; null or empty: all values, and the rows without one. */
  search: string | null;
  /** The filter of the list; its condition on the same column doesn't count. */
  filter: InventoryFilter;
  /** The maximum number of values. */
  limit: number;
}

const CONDITIONS: Record<InventoryGroupKey, keyof InventoryFilter> = {
  ERP_CUSTOMER: 'erpCustomerNames',
  PART_NUMBER: 'partNumber',
  WAREHOUSE: 'warehouse',
  BIN: 'bin',
  LOT: 'lot',
  STATUS: 'status',
  EXPIRES_MONTH: 'expiresOn',
};

/** The filter without its condition on a column, so that the column's other values can be chosen too. */
export function withoutOwnCondition(of: InventoryGroupKey, filter: InventoryFilter): InventoryFilter {
  return { ...filter, [CONDITIONS[of]]: null };
}

/** The query of the values of a column among these rows, the most frequent first. */
export function facetQuery(
  rows: ReturnType<ScopedQueries['rows']>,
  { dialect }: ErpSql,
  { of, search, limit }: Facet,
): Compilable {
  const column = KEY_COLUMNS[of];
  const order = { direction: 'ASC', nullable: true, nullsFirst: false } as const;
  return rows
    .where((eb) => eb.and(search ? matchesValue(dialect, column, search) : []))
    .select(shownGroup(dialect, column).as(column))
    .select(sql`count(*)`.as('item_count'))
    .groupBy(groupedBy(dialect, column))
    .orderBy(sql`${sql.join([sql`count(*) desc`, ...dialect.orderBy(groupValue(dialect, column), order)])}`)
    .offset(0)
    .fetch(limit);
}

function matchesValue(dialect: ErpDialect, column: GroupColumn, search: string): RawBuilder<boolean>[] {
  if (column !== 'expires_month') return [dialect.like(column, search, 'anywhere')];
  const days = daysOfMonths(search);
  return days ? matchesDate(dialect, 'expires_on', days) : [sql`1 = 0`];
}
