/** What an error asks for in place of a day that doesn't exist. */
export const DAY_WANTED = 'wanted a day such as 2026-11-30 that exists';
/** What an error asks for in place of a time that doesn't exist. */
export const TIME_WANTED = 'wanted a time such as 2026-11-30T10:15:00Z that exists';

/** RFC 3339, section 5.6. A leap second is left out, because neither JavaScript nor PostgreSQL can store one. */
const TIME =
  /^(\d{4}-\d\d-\d\d)t(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,9})?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Whether a text is a day of the calendar, from 0001-01-01 to 9999-12-31. JavaScript's own parser continues February 30
 * in March.
 */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));
}

/**
 * The time that a text names in the format of RFC 3339; null if there is no such time, or if it lies outside of the
 * years 1 to 9999 in UTC, where other systems can't read it.
 */
export function readTime(text: string): Date | null {
  const [, day = ''] = TIME.exec(text) ?? [];
  if (!isDay(day)) return null;
  const time = new Date(text.toUpperCase());
  return isDay(time.toISOString().slice(0, 10)) ? time : null;
}
