import pg from 'pg';
import { msToDeadline } from '../../shared/deadline.js';
import { isAboutPrepared } from '../../shared/prepared-failure.js';
import type { ErpRow } from '../erp.js';
import type { PostgresSession } from './postgres-session.js';
import { withSettings } from './with-settings.js';

/** A statement in the mode in which the server accepts one, and refuses a second. */
export type PostgresStatement = pg.QueryConfig & { queryMode: 'extended' };

type Connected = { client: pg.PoolClient; session: PostgresSession };

/** Sends a statement under the name under which it is prepared, and again without one if the server can't use that. */
export async function sendPrepared(
  connected: Connected,
  statement: PostgresStatement,
  signal: AbortSignal,
): Promise<pg.QueryResult<ErpRow>> {
  const { session } = connected;
  const name = session.nameOf(statement.text);
  const { canPrepare } = session;
  try {
    return await send(connected, name === undefined ? statement : { ...statement, name }, signal);
  } catch (error) {
    session.forget(statement.text);
    if (!canPrepare || !isAboutPrepared(error)) throw error;
    if (!isOutdated(error)) session.giveUp();
    return send(connected, statement, signal);
  }
}

function send(
  { client, session }: Connected,
  statement: PostgresStatement,
  signal: AbortSignal,
): Promise<pg.QueryResult<ErpRow>> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query<ErpRow>(statement, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    client.query(withSettings(query, { session, timeoutMs: msToDeadline(signal) }));
  });
}

/** A table or view has other columns than when the statement was prepared. */
const isOutdated = (error: pg.DatabaseError) => error.code === '0A000';
