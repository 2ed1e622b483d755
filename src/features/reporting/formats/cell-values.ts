import { isDay, readTime } from '../../../shared/read-time.js';

const NUMBER = /^-?\d+(\.\d+)?$/;
const MILLISECONDS = /:\d\d(\.\d{1,3})?Z$/;
/** Some spreadsheet programs read the wide forms, which Japanese keyboards type, like the narrow ones. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const DAY_MS = 86_400_000;

/** Whether a text is a number in digits, such as -12.5. */
export const isNumber = (text: string) => NUMBER.test(text);

/** Whether a spreadsheet program could take a text for a formula. */
export const startsLikeFormula = (text: string) => FORMULA_START.test(text);

/** The days from 1970-01-01 to a date; null if the text is no day of the calendar. */
export function epochDays(date: string): number | null {
  return isDay(date) ? Date.parse(date) / DAY_MS : null;
}

/** The milliseconds from 1970 to an instant; null if the text is no time in UTC, or is finer than a millisecond. */
export function epochMilliseconds(instant: string): number | null {
  return MILLISECONDS.test(instant) ? (readTime(instant)?.getTime() ?? null) : null;
}
