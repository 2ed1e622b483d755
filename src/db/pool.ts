import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { unavailable } from '../shared/errors.js';
import type { PoolState } from '../shared/pool-state.js';
import { requestScope } from '../shared/request-scope.js';

/** How the driver says that it got no connection in time: all were in use, or the server did not answer. */
const NO_CONNECTION =
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/;

/** The connection pool of TypeORM, which its API doesn't expose. */
export const poolOf = ({ driver }: DataSource) => (driver as unknown as { master: pg.Pool }).master;

/** The state of the connection pool to the local database. */
export function databasePoolState(dataSource: DataSource): PoolState {
  const { totalCount, idleCount, waitingCount } = poolOf(dataSource);
  return { open: totalCount, idle: idleCount, waiting: waitingCount };
}

/**
 * The result of work with the database, as long as that has a connection for it.
 *
 * @throws INTERNAL_SERVER_ERROR, retryable, if it has none; otherwise what the work throws
 */
export async function ifConnected<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error && NO_CONNECTION.test(error.message))) throw error;
    requestScope.getStore()?.onUnexpected(error);
    throw unavailable('The database is too busy at the moment; try again later.', error);
  }
}

/**
 * Runs a query, and gives up when the signal fires. The connection is then closed, because repeated queries to a
 * database that hangs must not use up the pool.
 *
 * @throws the signal's reason, or the error of the database
 */
export async function queryUntilAborted<Row extends object>(
  dataSource: DataSource,
  sql: string,
  signal: AbortSignal,
): Promise<Row[]> {
  const connecting = poolOf(dataSource).connect();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const client = await Promise.race([connecting, aborted]).catch((error: unknown) => {
    connecting.then((late) => late.release()).catch(() => {});
    throw error;
  });
  // The pool listens for errors only while a connection is idle. An error without a listener would end the process.
  client.on('error', ignore);
  try {
    const { rows } = await Promise.race([client.query<Row>(sql), aborted]);
    client.off('error', ignore);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Checks that the database answers. @throws like queryUntilAborted */
export async function ping(dataSource: DataSource, signal: AbortSignal): Promise<void> {
  await queryUntilAborted(dataSource, 'select 1', signal);
}

/** Ignores an error of the connection, because the query on it fails as well. */
const ignore = () => {};
