import { expect, test } from 'vitest';
import { nextPollMs, retryPollMs } from '../../../src/features/live/poll-interval.js';

test('the ERP is asked less often while nothing changes, and at once again when something does', () => {
  const waits = [0, 1, 2, 5, 50].map((sameAnswers) => nextPollMs(10_000, { sameAnswers, tookMs: 20 }));
  expect(waits).toEqual([10_000, 12_500, 15_625, 30_000, 30_000]);
});

test('a slow ERP is busy with it for a tenth of the time at most', () => {
  expect(nextPollMs(10_000, { sameAnswers: 0, tookMs: 4_000 })).toBe(40_000);
});

test('after a failure it waits longer, but not for hours', () => {
  expect([1_000, 10_000, 20_000, 3_600_000].map(retryPollMs)).toEqual([3_000, 30_000, 30_000, 3_600_000]);
});
