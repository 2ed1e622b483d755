import { dayAfter } from '../../app/days';
import type { DateFilter } from '../../app/operations.generated';
import { readText } from '../../app/search';
import { viewersToday } from '../../app/viewers-today';

/** A column of days. */
export type DayFilter = 'expires' | 'received';

/** Ranges that move with the day, so that a saved view always means the next or last days. */
export const DAY_WORDS = { expires: ['expired', 'next30', 'next90'], received: ['last7', 'last30'] } as const;
/** The name of such a range. */
export type DayWord = (typeof DAY_WORDS)[DayFilter][number];

const RANGE = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/;
const isDay = (text: string | undefined): boolean =>
  text === undefined || new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Days of the address: a word, or `2026-01-01..2026-02-28` of which one end may be missing. */
export function readDays(of: DayFilter, value: unknown): string | undefined {
  const text = readText(value);
  if (text === undefined || isWord(of, text)) return text;
  const { from, to } = endsOf(text);
  return (from || to) && isDay(from) && isDay(to) ? text : undefined;
}

/** Whether days of the address are a range that moves with the day. */
export const isWord = (of: DayFilter, text: string): text is DayWord =>
  DAY_WORDS[of].some((word) => word === text);

/** The ends of a range that doesn't move. */
export function endsOf(text: string): { from?: string | undefined; to?: string | undefined } {
  const [, from, to] = RANGE.exec(text) ?? [];
  return { from, to };
}

/** The days that a text of the address means. @param today such as `2026-01-31` */
export function daysOf(of: DayFilter, text: string, today = viewersToday()): DateFilter {
  if (!isWord(of, text)) {
    const { from, to } = endsOf(text);
    return { ...(from && { from }), ...(to && { to }) };
  }
  if (text === 'expired') return { to: dayAfter(today, -1) };
  const days = Number(text.slice(4));
  return text.startsWith('next')
    ? { from: today, to: dayAfter(today, days) }
    : { from: dayAfter(today, -days) };
}
