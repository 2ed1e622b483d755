import { dayAfter } from '../days';
import type { PortalExpiryMonthsQuery } from '../operations.generated';

/** How many months have a period of their own, this month among them. */
const SHOWN_MONTHS = 12;

/** A period in which stock expires: a month, all time before the first one, or all time after the last one. */
export interface ExpiryPeriod {
  kind: 'before' | 'month' | 'after';
  /** Such as 2026-11; the month before or after which it is. */
  month: string;
  /** The days as the inventory's address has them. */
  days: string;
  /** How many rows expire in it. */
  count: number;
}

/**
 * The periods around a day and how many rows expire in each, empty ones among them.
 *
 * @param today such as 2026-11-29
 */
export function expiryPeriods(
  groups: PortalExpiryMonthsQuery['inventoryGroups'],
  today: string,
): ExpiryPeriod[] {
  const months = monthsFrom(today);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const countOf = (isIn: (month: string) => boolean) =>
    groups
      .filter(({ expiresMonth }) => expiresMonth !== null && isIn(expiresMonth))
      .reduce((sum, { itemCount }) => sum + itemCount, 0);
  return [
    {
      kind: 'before',
      month: first,
      days: `..${dayAfter(firstDay(first), -1)}`,
      count: countOf((month) => month < first),
    },
    ...months.map((month) => ({
      kind: 'month' as const,
      month,
      days: `${firstDay(month)}..${lastDay(month)}`,
      count: countOf((one) => one === month),
    })),
    {
      kind: 'after',
      month: last,
      days: `${dayAfter(lastDay(last), 1)}..`,
      count: countOf((month) => month > last),
    },
  ];
}

const firstDay = (month: string): string => `${month}-01`;
const lastDay = (month: string): string => dayAfter(firstDay(monthAfter(month)), -1);

function monthsFrom(today: string): string[] {
  const months = [today.slice(0, 'yyyy-mm'.length)];
  while (months.length < SHOWN_MONTHS) months.push(monthAfter(months.at(-1) ?? ''));
  return months;
}

/** No month has more than 31 days, and none fewer than 28. */
const monthAfter = (month: string): string => dayAfter(firstDay(month), 31).slice(0, month.length);
