const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** Formats a time for readers, such as "22 November 2026, 09:30 UTC". @param time RFC 3339 */
export function readableTime(time: string): string {
  const parts = new Map(FORMAT.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('day')} ${of('month')} ${of('year')}, ${of('hour')}:${of('minute')} UTC`;
}

/** Formats a day for readers, such as "6 December 2026". @param day such as 2026-12-06 */
export const readableDay = (day: string): string => DAY_FORMAT.format(new Date(`${day}T00:00:00Z`));
