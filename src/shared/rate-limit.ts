import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from './errors.js';

/** The time that every limit counts by. */
export const LIMIT_WINDOW_S = 60;

/** Counts what somebody does within a minute. */
export interface RateLimit {
  /**
   * Counts for this key, all of the points or, where they are too many, none that would be of use.
   *
   * @throws RATE_LIMITED saying after how many seconds to ask again
   */
  take(key: string, points?: number): Promise<void>;
}

/** A limit that this instance counts for itself. */
export function limitInMemory(perMinute: number): RateLimit {
  return limitBy(new RateLimiterMemory({ points: perMinute, duration: LIMIT_WINDOW_S }));
}

/** A limit counted by one of the library's limiters. What a failing store throws goes through: such a request is refused. */
export function limitBy(limiter: RateLimiterAbstract): RateLimit {
  return {
    take: async (key, points = 1) => {
      try {
        // One too many is enough to be refused; more would only run the counter up.
        await limiter.consume(key, Math.min(points, limiter.points + 1));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      }
    },
  };
}
