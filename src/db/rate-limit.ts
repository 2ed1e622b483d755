import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LIMIT_WINDOW_S, limitBy, type RateLimit } from '../shared/rate-limit.js';

/** How often a call also deletes expired counters. */
const SWEEP_EVERY_MS = 5 * 60_000;

/** A limit that all instances on one database share. The counters are in the table `rate_limit`. */
export function limitInDatabase(dataSource: DataSource, name: string, perMinute: number): RateLimit {
  // Through the data source, so that the statements are counted and logged.
  const storeClient = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => ({
      rows: await dataSource.query(text, values),
    }),
  };
  const limit = limitBy(
    new RateLimiterPostgres({
      storeClient,
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points: perMinute,
      duration: LIMIT_WINDOW_S,
      // A client that has used up the limit is refused from memory: a flood must not reach the database.
      inMemoryBlockOnConsumed: perMinute,
      // Off, because the library's timer would outlive the connection.
      clearExpiredByTimeout: false,
    }),
  );
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    take: async (key, points) => {
      await limit.take(key, points);
      if (performance.now() - sweptAt < SWEEP_EVERY_MS) return;
      sweptAt = performance.now();
      await dataSource.query('delete from rate_limit where expire < $1', [Date.now()]);
    },
  };
}
