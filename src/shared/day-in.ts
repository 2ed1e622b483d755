const SECOND_MS = 1_000;
/** What offsets from UTC are multiples of, but for those of long ago. */
const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
/** More than any time zone has ever been ahead of UTC or behind it. */
const MAX_OFFSET_MS = 26 * HOUR_MS;

/** One for each time zone: to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // This locale writes days in the order of ISO 8601.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** The day of the calendar that it is in a time zone, such as 2026-11-30. @param timeZone an IANA name */
export const dayIn = (timeZone: string, at: Date): string => formatOf(timeZone).format(at);

/** The time that it is in a time zone, with the zone's name, such as 2026-11-30 14:05 AEDT. @param timeZone an IANA name */
export function timeIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-AU', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  }).format(at);
  return `${dayIn(timeZone, at)} ${parts}`;
}

/** The day some days later. @param day such as 2026-11-30 */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The instants between which it is a day in a time zone, as `dayIn` has it: from the first one, and before the second
 * one. They aren't always 24 hours apart, and the same instant for a day that the time zone has skipped.
 *
 * @param day such as 2026-11-30
 */
export function boundsOfDay(timeZone: string, day: string): { from: Date; before: Date } {
  const next = midnightOf(day) + 24 * HOUR_MS;
  return { from: startOfDay(timeZone, day), before: firstInstant(next, (at) => dayIn(timeZone, at) > day) };
}

/** The first of them alone. */
export const startOfDay = (timeZone: string, day: string): Date =>
  firstInstant(midnightOf(day), (at) => dayIn(timeZone, at) >= day);

const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

type IsSo = (at: Date) => boolean;

/** The whole second from which on something is so. @param near a time at most MAX_OFFSET_MS away from it */
function firstInstant(near: number, isSo: IsSo): Date {
  const first = firstStep(near - MAX_OFFSET_MS, near + MAX_OFFSET_MS, QUARTER_MS, isSo);
  // A day began at any second while each town had its own time.
  const isExact = !isSo(new Date(first - SECOND_MS));
  return new Date(isExact ? first : firstStep(first - QUARTER_MS, first, SECOND_MS, isSo));
}

/** The first of those times, so many milliseconds apart, at which something is so. It is not so at the one before all. */
function firstStep(before: number, last: number, step: number, isSo: IsSo): number {
  let [notYet, already] = [before, last];
  while (already - notYet > step) {
    const middle = Math.floor((notYet + already) / (2 * step)) * step;
    if (isSo(new Date(middle))) already = middle;
    else notYet = middle;
  }
  return already;
}
