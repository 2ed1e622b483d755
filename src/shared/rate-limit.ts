import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from './errors.js';

/** The window of every rate limit, in seconds. */
export const LIMIT_WINDOW_S = 60;

/** A limit on the number of points per key and minute. */
export interface RateLimit {
  /**
   * Adds points to the counter of this key.
   *
   * @throws RATE_LIMITED if the counter is then over the limit, with the seconds until a retry makes sense
   */
  take(key: string, points?: number): Promise<void>;
}

/** A limit that this instance counts on its own. */
export function limitInMemory(perMinute: number): RateLimit {
  return limitBy(new RateLimiterMemory({ points: perMinute, duration: LIMIT_WINDOW_S }));
}

/** Wraps one of the library's limiters. An error of its store is thrown to the caller, so the request is refused. */
export function limitBy(limiter: RateLimiterAbstract): RateLimit {
  return {
    take: async (key, points = 1) => {
      try {
        // One point over the limit is enough to refuse. More would only inflate the counter.
        await limiter.consume(key, Math.min(points, limiter.points + 1));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      }
    },
  };
}
