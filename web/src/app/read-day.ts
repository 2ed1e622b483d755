import { readText } from './search';

/** A day of the address, such as 2026-11-29; undefined if it isn't one. */
export function readDay(value: unknown): string | undefined {
  const day = readText(value);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
