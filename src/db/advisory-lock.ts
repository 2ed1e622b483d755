import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';

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
/** PostgreSQL's error code for a lock that was not free in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs the work in a transaction that holds an advisory lock. The lock ends with the transaction, also if a connection
 * pooler shares the server connection. A lock of the session would stay with that connection and never be free again.
 *
 * @throws Error saying who holds the lock, if it isn't free in time
 */
export async function withAdvisoryLock<T>(
  lock: AdvisoryLock,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const { dataSource, purpose, onWait, attempts = ATTEMPTS } = lock;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(lock, work);
    if (outcome) return outcome.result;
    const holder = await describeHolder(dataSource, lock.key);
    if (attempt === attempts) {
      throw new Error(
        `Portico waited in vain for the lock to ${purpose}, which ${holder} holds. If no other instance is starting, ` +
          'it was left behind: end that server process with pg_terminate_backend.',
      );
    }
    onWait(`waiting for the lock to ${purpose}, which ${holder} holds`);
  }
}

/** Null if the lock wasn't free. */
async function tryOnce<T>(
  { dataSource, key, attemptMs = ATTEMPT_MS }: AdvisoryLock,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<{ result: T } | null> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    try {
      await runner.query(`set local lock_timeout = ${attemptMs}`);
      await runner.query('select pg_advisory_xact_lock($1)', [key]);
      // The work itself may wait for locks as long as the server allows.
      await runner.query('set local lock_timeout to default');
    } catch (error) {
      await runner.rollbackTransaction();
      if (isLockNotAvailable(error)) return null;
      throw error;
    }
    const result = await work(runner);
    await runner.commitTransaction();
    return { result };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    throw error;
  } finally {
    await runner.release();
  }
}

async function describeHolder(dataSource: DataSource, key: number): Promise<string> {
  const [holder] = await dataSource.query<{ pid: number; name: string; state: string; since: string }[]>(
    `select l.pid, coalesce(a.application_name, '') as name, coalesce(a.state, 'unknown') as state,
       coalesce(to_char(a.state_change at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS UTC'), 'unknown') as since
     from pg_locks l left join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())
       and l.classid = ($1::bigint >> 32)::oid and l.objid = ($1::bigint & 4294967295)::oid`,
    [key],
  );
  if (!holder) return 'another connection';
  const { pid, name, state, since } = holder;
  return `the server process ${pid} ("${name}", ${state} since ${since})`;
}

const isLockNotAvailable = (error: unknown) =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === LOCK_NOT_AVAILABLE;
