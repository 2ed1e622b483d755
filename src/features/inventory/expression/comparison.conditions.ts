import { type Expression as SqlExpression, sql } from 'kysely';
import type { ErpDialect } from '../../../erp/erp-dialect.js';
import { columnOf, type InventoryColumn } from '../../../erp/mapped-column.js';
import { all, any, type Condition, FALSE } from '../../../erp/rows/condition.js';
import { FIRST_DATE, LAST_DATE } from '../../../erp/rows/shown-values.js';
import { type Comparison, kindOf } from './inventory.expression.js';

/** The first and the last instant that can be shown. */
const FIRST_INSTANT = `${FIRST_DATE} 00:00:00`;
const LAST_INSTANT = `${LAST_DATE} 23:59:59.9999999`;

const SIGNS = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/** A comparison with a value. `ne` is the opposite of `eq`. */
interface Compared {
  operator: Exclude<Comparison, 'ne'>;
  value: string;
}

/** Whether a column is shown as null. PostgreSQL has dates and instants that can't be shown, such as infinity. */
export function isShownAsNull(dialect: ErpDialect, column: InventoryColumn): Condition {
  const own = columnOf(column);
  const [first, last] = shownRange(dialect, column) ?? [];
  const isNull = sql<boolean>`${own} is null`;
  return first && last ? any([isNull, sql`${own} < ${first}`, sql`${own} > ${last}`]) : isNull;
}

/** Whether the shown value of a column compares with a value like this. For a column that is null, it is never true. */
export function compares(dialect: ErpDialect, column: InventoryColumn, compared: Compared): Condition {
  switch (kindOf(column)) {
    case 'quantity':
      return comparison(dialect.shownQuantity(column), compared.operator, dialect.decimal(compared.value));
    case 'date':
      return comparesDate(dialect, column, compared);
    case 'instant':
      return comparesInstant(dialect, column, compared);
    default:
      return comparison(columnOf(column), compared.operator, dialect.value(column, compared.value));
  }
}

function comparesDate(
  dialect: ErpDialect,
  column: InventoryColumn,
  { operator, value }: Compared,
): Condition {
  const [first, last] = shownRange(dialect, column) ?? [];
  const found = comparison(columnOf(column), operator, dialect.value(column, value));
  if (operator === 'eq' || !first || !last) return found;
  const isAfter = operator === 'gt' || operator === 'ge';
  return all([found, isAfter ? sql`${columnOf(column)} <= ${last}` : sql`${columnOf(column)} >= ${first}`]);
}

/**
 * An instant is shown in whole milliseconds, without what the ERP stores beyond them. So those that are shown as 10:15:00.5
 * lie from there to just before 10:15:00.501.
 */
function comparesInstant(
  dialect: ErpDialect,
  column: InventoryColumn,
  { operator, value }: Compared,
): Condition {
  const { start, end, isWhole } = millisecondOf(value);
  const nearest = isWhole ? start : end;
  const ranges = {
    eq: isWhole ? { from: start, before: end } : null,
    gt: end && { from: end, before: null },
    ge: nearest && { from: nearest, before: null },
    lt: { from: null, before: nearest },
    le: { from: null, before: end },
  };
  const range = ranges[operator];
  const [first, last] = shownRange(dialect, column) ?? [];
  if (!range || !first || !last) return FALSE;
  const from = range.from === null ? first : dialect.value(column, range.from);
  const own = columnOf(column);
  const before = range.before === null ? sql`<= ${last}` : sql`< ${dialect.value(column, range.before)}`;
  return all([sql`${own} >= ${from}`, sql`${own} ${before}`]);
}

/** The millisecond in which an instant lies, as the ERP reads it. The end of the last one can't be written: it is null. */
function millisecondOf(instant: string): { start: string; end: string | null; isWhole: boolean } {
  const [, seconds = '', fraction = ''] = /^([^.]+?)(?:\.(\d+))?Z$/.exec(instant) ?? [];
  const start = new Date(`${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  const end = new Date(start.getTime() + 1);
  const written = (time: Date) => time.toISOString().replace('T', ' ').replace('Z', '');
  return {
    start: written(start),
    end: end.getUTCFullYear() > 9999 ? null : written(end),
    isWhole: /^0*$/.test(fraction.slice(3)),
  };
}

type Range = readonly [first: SqlExpression<unknown>, last: SqlExpression<unknown>];

/** They are kept, because a query sends the same object only once, however many of its comparisons need it. */
const shownRanges = new WeakMap<ErpDialect, Map<InventoryColumn, Range>>();

/** The first and the last value of a column that can be shown; null if all can. */
function shownRange(dialect: ErpDialect, column: InventoryColumn): Range | null {
  const kind = kindOf(column);
  if (kind !== 'date' && kind !== 'instant') return null;
  const ranges = shownRanges.get(dialect) ?? new Map<InventoryColumn, Range>();
  shownRanges.set(dialect, ranges);
  const [first, last] = kind === 'date' ? [FIRST_DATE, LAST_DATE] : [FIRST_INSTANT, LAST_INSTANT];
  const range = ranges.get(column) ?? [dialect.value(column, first), dialect.value(column, last)];
  ranges.set(column, range);
  return range;
}

const comparison = (
  left: SqlExpression<unknown>,
  operator: Compared['operator'],
  right: SqlExpression<unknown>,
): Condition => sql`${left} ${sql.raw(SIGNS[operator])} ${right}`;
