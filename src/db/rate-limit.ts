import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LIMIT_WINDOW_S, limitBy, type RateLimit } from '../shared/rate-limit.js';

/** How often whoever comes next also clears away what has expired. */
const SWEEP_EVERY_MS = 5 * 60_000;

/** A limit that all instances on one database count together, in the table `rate_limit`. */
export function limitInDatabase(dataSource: DataSource, name: string, perMinute: number): RateLimit {
  // On the data source, whose statements are counted and logged.
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
      // Whoever has used up the limit is refused from memory: a flood must not reach the database.
      inMemoryBlockOnConsumed: perMinute,
      // Its timer would outlive the connection.
      clearExpiredByTimeout: false,
    }),
  );
  let swept = Number.NEGATIVE_INFINITY;
  return {
    take: async (key, points) => {
      await limit.take(key, points);
      if (performance.now() - swept < SWEEP_EVERY_MS) return;
      swept = performance.now();
      await dataSource.query('delete from rate_limit where expire < $1', [Date.now()]);
    },
  };
}
