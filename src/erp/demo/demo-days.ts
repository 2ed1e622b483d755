/** The first day that the demo has, counted from 2026-11-01 and not from today, so that its rows never change. */
const FIRST_DAY = -700;
const ISO_DAYS = Array.from({ length: 1_500 }, (_, index) =>
  new Date(Date.UTC(2026, 10, 1 + FIRST_DAY + index)).toISOString().slice(0, 10),
);

/** A day of the demo as YYYY-MM-DD. @param offset counted from 2026-11-01 */
export function isoDay(offset: number): string {
  return ISO_DAYS[offset - FIRST_DAY] ?? '';
}
