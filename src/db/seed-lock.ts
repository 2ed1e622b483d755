import type { DataSource } from 'typeorm';
import { withAdvisoryLock } from './advisory-lock.js';
import type { Tx } from './in-transaction.js';

/** The key of the advisory lock: see MIGRATION_LOCK. */
const SEED_LOCK = 7_041_776_003;

/**
 * Creates demo data in a transaction, one at a time: of instances that start together, the others find what the first one
 * has created. What is found must be read inside.
 */
export function seedOnce<T>(dataSource: DataSource, seed: (tx: Tx) => Promise<T>): Promise<T> {
  const lock = { dataSource, key: SEED_LOCK, purpose: 'create the demo data', onWait: () => {} };
  return withAdvisoryLock(lock, (runner) => seed(runner.manager));
}
