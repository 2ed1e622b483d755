import type { DataSource } from 'typeorm';
import { prepareJobs } from './job-queue.js';

/** The key of the advisory lock. Any number works, as long as no other program locks it on the same database. */
const MIGRATION_LOCK = 7_041_776_001;

/**
 * Brings the schema up to date. Instances that start together take turns through an advisory lock: the first one
 * migrates, and the others find nothing to do.
 *
 * @returns the names of the migrations that were run
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const ran = await dataSource.runMigrations({ transaction: 'all' });
      await prepareJobs(dataSource);
      return ran.map((migration) => migration.name);
    } finally {
      await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    await guard.release();
  }
}
