import { type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import { columnOf } from '../../erp/mapped-column.js';
import { FIRST_DATE, LAST_DATE } from '../../erp/rows/shown-values.js';
import type { DateFilter } from '../../shared/filters.type.js';

/** The length of a month such as 2026-11. */
const LENGTH = 7;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The expiry, or null where it can't be shown, such as infinity. */
export function shownExpiry(): RawBuilder<string | null> {
  const expiry = columnOf('expires_on');
  return sql`case when ${expiry} between ${sql.lit(FIRST_DATE)} and ${sql.lit(LAST_DATE)} then ${expiry} end`;
}

/** The month of the expiry. It is written without parameters: with them, a server may not see that the selected value is the grouped one. */
export function expiryMonth(dialect: ErpDialect): RawBuilder<string | null> {
  return sql`left(${dialect.text(shownExpiry())}, ${sql.lit(LENGTH)})`;
}

/** The days of all months that begin with a text, so that an index on the days can serve; null if no month does. */
export function daysOfMonths(start: string): Required<DateFilter> | null {
  const [, year = '', dash, month = ''] = /^(\d{0,4})(?:(?<=\d{4})(-)(\d{0,2}))?$/.exec(start) ?? [];
  if (year === '' && start !== '') return null;
  const months = dash ? MONTHS.filter((one) => one.startsWith(month)) : MONTHS;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || year === '0000') return null;
  const from = `${year.padEnd(4, '0')}-${first}-01`;
  return { from: from < FIRST_DATE ? FIRST_DATE : from, to: lastDayOf(`${year.padEnd(4, '9')}-${last}`) };
}

function lastDayOf(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
