import { expect, test } from 'vitest';
import { momentIn } from '../../web/src/app/moment-in.js';
import { readDecimal } from '../../web/src/pages/freight/form/decimals.js';

test('goods are ready at the time that clocks show where the customer is, also on the days when clocks change', () => {
  const moments = [
    ['2026-11-29T14:30', 'Australia/Sydney', '2026-11-29T03:30:00.000Z'],
    ['2026-07-01T00:05', 'Asia/Kathmandu', '2026-06-30T18:20:00.000Z'],
    // Put forward at 2:00 on 4 October, put back at 3:00 on 5 April.
    ['2026-10-04T01:59', 'Australia/Sydney', '2026-10-03T15:59:00.000Z'],
    ['2026-10-04T03:00', 'Australia/Sydney', '2026-10-03T16:00:00.000Z'],
    ['2026-04-05T03:00', 'Australia/Sydney', '2026-04-04T17:00:00.000Z'],
    ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-12-31T23:59', 'UTC', '2026-12-31T23:59:00.000Z'],
  ] as const;
  for (const [local, zone, moment] of moments) expect(momentIn(local, zone), local).toBe(moment);
});

test('a time that clocks leave out is the one an hour later', () => {
  expect(momentIn('2026-10-04T02:30', 'Australia/Sydney')).toBe('2026-10-03T16:30:00.000Z');
});

test('a number is read as the customer writes it, and one that could mean two things is not guessed at', () => {
  expect(readDecimal('1250.5', 'en-AU')).toBe('1250.5');
  expect(readDecimal(' 1250,5 ', 'de-DE')).toBe('1250.5');
  expect(readDecimal('12', 'de-DE')).toBe('12');
  for (const [text, locale] of [
    ['1.250', 'de-DE'],
    ['1,250', 'en-AU'],
    ['0.000', 'en-AU'],
    ['-1', 'en-AU'],
    ['1e3', 'en-AU'],
    ['.5', 'en-AU'],
    ['5.', 'en-AU'],
    ['', 'en-AU'],
  ] as const) {
    expect(readDecimal(text, locale), text).toBeNull();
  }
});
