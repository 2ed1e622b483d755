import { isDay, readTime } from '../../../shared/read-time.js';

/** The maximum number of digits of a decimal, in the databases as here. */
const MAX_DIGITS = 38;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** The literal of an instant: seconds are optional, and the fraction has at most 12 digits. */
const INSTANT = /^([^T]+)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)$/i;

/** A decimal without exponent and superfluous zeros; null if it is none, or one with more than 38 digits. */
export function readDecimal(text: string): string | null {
  const [, sign = '', before, after = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (before === undefined || Math.abs(Number(exponent)) > MAX_DIGITS) return null;
  const point = before.length + Number(exponent);
  const digits = (before + after).padStart(before.length + after.length + Math.max(0, -point), '0');
  const at = Math.max(0, point);
  const whole = digits.slice(0, at).padEnd(at, '0').replace(/^0+/, '');
  const fraction = digits.slice(at).replace(/0+$/, '');
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  const plain = `${whole || '0'}${fraction && `.${fraction}`}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/** A day from 0001-01-01 to 9999-12-31; null if it is none. */
export const readDay = (text: string): string | null => (isDay(text) ? text : null);

/** An instant in UTC with all digits of its fraction, such as 2026-11-30T10:15:00.5Z; null if it is none. */
export function readInstant(text: string): string | null {
  const [, day, minutes, seconds = '00', fraction, zone] = INSTANT.exec(text) ?? [];
  if (!day) return null;
  const time = readTime(`${day}T${minutes}:${seconds}${zone}`);
  if (!time) return null;
  const digits = fraction?.replace(/0+$/, '');
  return `${time.toISOString().slice(0, 19)}${digits ? `.${digits}` : ''}Z`;
}

/** The maximum length of a text to compare with, in characters. */
const MAX_TEXT = 1_000;
/** What an error asks for in place of a text that can't be compared. */
export const TEXT_WANTED = `a text of at most ${MAX_TEXT} characters without the NUL character`;

/** A text as it is; null if it is too long, or has a NUL character, which PostgreSQL can't store in text. */
export const readText = (text: string): string | null =>
  text.length <= MAX_TEXT && !text.includes('\0') ? text : null;
