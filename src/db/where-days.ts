import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { boundsOfDay } from '../shared/day-in.js';

/** The first and the last day of a range; either may be missing. */
interface DayRange {
  from?: string | null;
  to?: string | null;
}

/** Restricts a list to a range of days. @param column a column of type date, such as q.valid_until */
export function whereDays<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  range: DayRange | null | undefined,
): void {
  const [from, to] = namesFor(column);
  if (range?.from) query.andWhere(`${column} >= :${from}`, { [from]: range.from });
  if (range?.to) query.andWhere(`${column} <= :${to}`, { [to]: range.to });
}

/**
 * Restricts a list to the times that fall on a range of days. The bounds are calculated here, because PostgreSQL takes
 * the later one of two midnights, and may have other time zone data.
 *
 * @param column a column of type timestamptz, such as q.created_at
 * @param timeZone an IANA name
 */
export function whereTimesOnDays<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  range: DayRange | null | undefined,
  timeZone: string,
): void {
  const [from, to] = namesFor(column);
  if (range?.from) {
    query.andWhere(`${column} >= :${from}`, { [from]: boundsOfDay(timeZone, range.from).from });
  }
  if (range?.to) query.andWhere(`${column} < :${to}`, { [to]: boundsOfDay(timeZone, range.to).before });
}

const namesFor = (column: string) => {
  const name = column.replace(/\W/g, '_');
  return [`${name}_from`, `${name}_to`] as const;
};
