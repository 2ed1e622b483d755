import { expect, test } from 'vitest';
import { RecentLatencies } from '../../src/erp/recent-latencies.js';

test('the latencies of the last half hour are kept, one every ten seconds, and none that is older', () => {
  let now = 0;
  const latencies = new RecentLatencies(() => now);
  for (; now < 3_600_000; now += 5_000) latencies.add(now === 3_590_000 ? null : now / 1_000);
  const found = latencies.list.map(({ latencyMs }) => latencyMs);
  expect(found).toHaveLength(179);
  expect(found.slice(0, 2)).toEqual([1_810, 1_820]);
  expect(found.at(-1)).toBeNull();
  now += 1_800_000;
  expect(latencies.list).toEqual([]);
});
