import type pg from 'pg';
import type { DataSource, ObjectLiteral, QueryRunner, SelectQueryBuilder } from 'typeorm';
import { cancelQuery } from '../shared/cancel-query.js';
import { unavailable } from '../shared/errors.js';
import { requestScope } from '../shared/request-scope.js';
import { whenAborted } from '../shared/when-aborted.js';

/** How long the server works on one query of a list. */
const LIST_TIMEOUT_MS = 10_000;
/** PostgreSQL's error code for a statement that was cancelled, also by its timeout. */
const QUERY_CANCELED = '57014';

/**
 * Runs queries whose cost depends on a caller's filter. The server ends each after a time limit, and once the client of
 * the request has hung up. All of them must use the runner, which is in a transaction that only reads.
 *
 * @throws INTERNAL_SERVER_ERROR, retryable, if the server has ended a query
 */
export async function limitedRead<T>(
  dataSource: DataSource,
  work: (runner: QueryRunner) => Promise<T>,
  timeoutMs = LIST_TIMEOUT_MS,
): Promise<T> {
  const scope = requestScope.getStore();
  const runner = dataSource.createQueryRunner();
  try {
    return await inReadTransaction(runner, { timeoutMs, signal: scope?.signal }, () => work(runner));
  } catch (error) {
    if (scope?.signal.aborted) throw unavailable('The client has hung up.', error);
    if ((error as { code?: unknown } | null)?.code !== QUERY_CANCELED) throw error;
    scope?.onUnexpected(error);
    throw unavailable('The list could not be read in time. Try again, or use a narrower filter.', error);
  } finally {
    await runner.release();
  }
}

/** The same for one query, which is built already. */
export function readLimited<Row extends ObjectLiteral, T>(
  query: SelectQueryBuilder<Row>,
  read: (query: SelectQueryBuilder<Row>) => Promise<T>,
): Promise<T> {
  return limitedRead(query.dataSource, (runner) => read(query.setQueryRunner(runner)));
}

/** The limits of a read. */
interface Limits {
  timeoutMs: number;
  /** Fires once nobody waits for the answer any more. */
  signal: AbortSignal | undefined;
}

/** The statements around the work are sent on the connection itself, so that they don't count as queries. */
async function inReadTransaction<T>(
  runner: QueryRunner,
  { timeoutMs, signal }: Limits,
  work: () => Promise<T>,
): Promise<T> {
  const client = (await runner.connect()) as pg.PoolClient;
  let cancelled = Promise.resolve();
  const onAbort = () => {
    // If it can't be cancelled, the time limit ends it.
    cancelled = cancelQuery(client).catch(() => {});
  };
  const forget = signal && whenAborted(signal, onAbort);
  try {
    await client.query(`start transaction read only; set local statement_timeout = ${timeoutMs}`);
    // Not sooner: an abort from here on cancels the work.
    signal?.throwIfAborted();
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    // Otherwise the cancel could hit the rollback, or what the connection is used for next.
    await cancelled;
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    forget?.();
    await cancelled;
  }
}
