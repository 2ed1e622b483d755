import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, boundsOfDay, dayIn } from '../../src/shared/day-in.js';

const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'));
/** From the year on in which the last time zone stopped to go back over a midnight. */
const days = fc.integer({ min: 0, max: 7_000 }).map((after) => addDays('2012-01-01', after));

test('a day begins and ends with the seconds in which the calendar of a time zone turns', () => {
  fc.assert(
    fc.property(zones, days, (timeZone, day) => {
      const { from, before } = boundsOfDay(timeZone, day);
      const shown = [from.getTime() - 1, from.getTime(), before.getTime() - 1, before.getTime()].map((at) =>
        dayIn(timeZone, new Date(at)),
      );
      // A day that a time zone has skipped ends as it begins.
      if (from.getTime() === before.getTime()) return shown.every((one) => one !== day);
      expect([shown[1], shown[2]]).toEqual([day, day]);
      expect([(shown[0] ?? '') < day, (shown[3] ?? '') > day]).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  // Midnight comes twice.
  ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z'],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  // Midnight doesn't come.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
  // The day doesn't come.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
  ['Australia/Sydney', '2026-04-05', '2026-04-04T13:00:00Z', '2026-04-05T14:00:00Z'],
  // The town's own time.
  ['Africa/Monrovia', '1970-01-01', '1970-01-01T00:44:30Z', '1970-01-02T00:44:30Z'],
])('in %s, %s is from %s to %s', (timeZone, day, from, before) => {
  expect(boundsOfDay(timeZone, day)).toEqual({ from: new Date(from), before: new Date(before) });
});
