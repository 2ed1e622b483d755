import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay, readTime } from '../../src/shared/read-time.js';

const DAYS_NOWHERE = [
  '2026-02-29',
  '2026-02-30',
  '2100-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '0000-01-01',
  '-000001-01-01',
  '+275760-09-13',
  '+002026-01-01',
  '10000-01-01',
  '26-01-01',
  '2026-1-1',
  '20260101',
  '2026-W01-1',
  '2026-001',
  '2026-01-01 ',
  '٢٠٢٦-01-01',
  '',
];

test.each(DAYS_NOWHERE)('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
  expect(readTime(`${text}T10:15:00Z`)).toBeNull();
});

test.each([
  '2026-11-30',
  '2026-11-30T24:00:00Z',
  '2026-11-30T25:00:00Z',
  '2026-11-30T23:60:00Z',
  '2016-12-31T23:59:60Z',
  '2026-11-30T10:15Z',
  '2026-11-30T10:15:00',
  '2026-11-30T10:15:00.Z',
  '2026-11-30 10:15:00Z',
  '2026-11-30T10:15:00+24:00',
  '2026-11-30T10:15:00+10:60',
  '2026-11-30T10:15:00+1000',
  '2026-11-30T10:15:00|10:00',
  '2026-11-30T10:15:00Z\n',
  // In UTC these lie in the years 0 and 10000.
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
])('%j is no time', (text) => {
  expect(readTime(text)).toBeNull();
});

test.each([
  ['2026-11-30T10:15:30Z', '2026-11-30T10:15:30.000Z'],
  ['2026-11-30t10:15:30.123456789z', '2026-11-30T10:15:30.123Z'],
  ['2026-11-30T10:15:30.5+14:00', '2026-11-29T20:15:30.500Z'],
  ['2028-02-29T23:59:59-12:00', '2028-03-01T11:59:59.000Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('%s is a time', (text, instant) => {
  expect(readTime(text)?.toISOString()).toBe(instant);
});

test('each day that is there is read, and comes back as it was', () => {
  const time = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });
  fc.assert(
    fc.property(time, (date) => {
      const text = date.toISOString();
      expect(isDay(text.slice(0, 10))).toBe(true);
      expect(readTime(text)).toEqual(date);
    }),
  );
});
