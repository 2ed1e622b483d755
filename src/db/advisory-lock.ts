import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { holderOfAdvisoryLock, userOfTables } from './lock-holder.js';
import { isLockNotFree } from './lock-not-free.js';
import { TablesInUse } from './lock-tables.js';

/** Which lock to take, and what to say while another connection holds it. */
export interface AdvisoryLock {
  dataSource: DataSource;
  key: number;
  /** What the lock is for: "to …". */
  purpose: string;
  onWait: (message: string) => void;
  /** How long one attempt waits, and how many there are. Default: ten minutes altogether. */
  attemptMs?: number;
  attempts?: number;
}

const ATTEMPT_MS = 10_000;
const ATTEMPTS = 60;
/** The pause before the work is tried again: it grows by the first, up to the second. */
const PAUSE_MS = 500;
const MAX_PAUSE_MS = 10_000;
/** However the login is set: the transaction must neither be ended half-way nor fail each time it is tried again. */
const NO_TIMEOUTS = `select set_config(name, '0', true) from pg_settings
  where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/**
 * Runs the work in a transaction that holds an advisory lock. The lock ends with the transaction, also if a connection
 * pooler shares the server connection. A lock of the session would stay with that connection and never be free again.
 * If the work fails because of other locks, it is rolled back and tried again after a pause.
 *
 * @throws Error saying who holds the lock, if it isn't free in time
 */
export async function withAdvisoryLock<T>(
  lock: AdvisoryLock,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const { onWait, attempts = ATTEMPTS } = lock;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(lock, work);
    if ('result' in outcome) return outcome.result;
    const wanted = await describe(lock, outcome);
    if (attempt === attempts) {
      throw new Error(
        `Portico waited in vain for ${wanted}. If nothing is at work there, it was left behind: end that server ` +
          'process with pg_terminate_backend.',
      );
    }
    onWait(`waiting for ${wanted}`);
    if (outcome.during === 'work') await sleep(Math.min(PAUSE_MS * attempt, MAX_PAUSE_MS));
  }
}

/** The lock that wasn't free: the advisory lock, or another that the work needs. */
interface Blocked {
  error: unknown;
  during: 'lock' | 'work';
}

async function tryOnce<T>(
  { dataSource, key, attemptMs = ATTEMPT_MS }: AdvisoryLock,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<{ result: T } | Blocked> {
  const runner = dataSource.createQueryRunner();
  let during: Blocked['during'] = 'lock';
  try {
    await runner.startTransaction();
    await runner.query(NO_TIMEOUTS);
    await runner.query(`set local lock_timeout = ${attemptMs}`);
    await runner.query('select pg_advisory_xact_lock($1)', [key]);
    // The work itself may wait for locks as long as the server allows.
    await runner.query('set local lock_timeout to default');
    during = 'work';
    const result = await work(runner);
    await runner.commitTransaction();
    return { result };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    if (error instanceof TablesInUse || isLockNotFree(error)) return { error, during };
    throw error;
  } finally {
    await runner.release();
  }
}

async function describe(
  { dataSource, key, purpose }: AdvisoryLock,
  { error, during }: Blocked,
): Promise<string> {
  if (during === 'lock') {
    return `the lock to ${purpose}, which ${await holderOfAdvisoryLock(dataSource, key)} holds`;
  }
  const tables = error instanceof TablesInUse ? error.tables : [];
  return `the tables to ${purpose}, which ${await userOfTables(dataSource, tables)} uses`;
}
