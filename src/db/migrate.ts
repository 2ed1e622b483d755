import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { withAdvisoryLock } from './advisory-lock.js';
import { createQueues, prepareJobs } from './job-queue.js';
import { lockTables } from './lock-tables.js';

/** The key of the advisory lock. Any number works, as long as no other program locks it on the same database. */
const MIGRATION_LOCK = 7_041_776_001;
/** The tables that migrations change while an older instance may be using them, in the order of its joins. */
const TABLES = ['refresh_token', 'session', 'customer', 'mail', 'portal_user'];

/**
 * Brings the schema up to date, in one transaction. Instances that start together take turns through an advisory lock:
 * the first one migrates, and the others find nothing to do.
 *
 * @param onWait called from time to time while another instance has the lock, with who that is
 * @returns the names of the migrations that were run
 * @throws Error if the lock, or the tables, aren't free for a long time
 */
export async function migrate(
  dataSource: DataSource,
  onWait: (message: string) => void = () => {},
): Promise<string[]> {
  const lock = { dataSource, key: MIGRATION_LOCK, purpose: 'migrate the database', onWait };
  const ran = await withAdvisoryLock(lock, (runner) => runPending(dataSource, runner));
  await prepareJobs(dataSource);
  await withAdvisoryLock(lock, createQueues);
  return ran;
}

async function runPending(dataSource: DataSource, runner: QueryRunner): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'all';
  // All at once and first: one after the other, they would be locked in another order than an older instance's queries do.
  if ((await executor.getPendingMigrations()).length > 0) await lockTables(runner, TABLES);
  const ran = await executor.executePendingMigrations();
  return ran.map(({ name }) => name);
}
