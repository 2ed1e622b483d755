import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PoolState } from '../shared/pool-state.js';

/** TypeORM's own pool, which it doesn't show. */
export const poolOf = ({ driver }: DataSource) => (driver as unknown as { master: pg.Pool }).master;

export function databasePoolState(dataSource: DataSource): PoolState {
  const { totalCount, idleCount, waitingCount } = poolOf(dataSource);
  return { open: totalCount, idle: idleCount, waiting: waitingCount };
}

/**
 * Asks the database something that is of use within a time only. A connection that gives no answer until the signal fires
 * is thrown away: asking a database that hangs again and again must not use up the pool.
 *
 * @throws the signal's reason, or why the database doesn't answer
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
  // The pool listens only while a connection is idle, and nobody else does: its end would end the process.
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

/** Asks the database for a sign of life. @throws as queryUntilAborted */
export async function ping(dataSource: DataSource, signal: AbortSignal): Promise<void> {
  await queryUntilAborted(dataSource, 'select 1', signal);
}

/** What ends a connection shows in what is asked of it. */
const ignore = () => {};
