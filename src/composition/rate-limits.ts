import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { limitInDatabase } from '../db/rate-limit.js';
import { limitInMemory } from '../shared/rate-limit.js';

/** How many files a login may read by signed addresses for each of its other requests: a page shows many photos. */
const FILES_PER_REQUEST = 5;

/** The rate limits of one instance. */
export type RateLimits = ReturnType<typeof composeRateLimits>;

/** Composes the rate limits of requests, and of the mutations in them. */
export function composeRateLimits(config: Config['rateLimits'], dataSource: DataSource) {
  const perUser = limitInMemory(config.perUser);
  return {
    perAddress: limitInMemory(config.perAddress),
    ofCallers: {
      perUser,
      filesPerUser: limitInMemory(config.perUser * FILES_PER_REQUEST),
      perApiKey: limitInMemory(config.perApiKey),
    },
    mutations: { perUser, public: limitInDatabase(dataSource, 'public', config.publicMutations) },
  };
}
