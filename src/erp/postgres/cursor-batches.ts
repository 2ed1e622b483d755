import pg from 'pg';
import type Cursor from 'pg-cursor';
import { rejectOnAbort, whenAborted } from '../../shared/when-aborted.js';
import { type ErpBatch, type ErpRow, MAX_BATCH_ROWS } from '../erp.js';
import type { PostgresPool } from './postgres-pool.js';

/** A cursor that a connection runs, and the pool that the connection comes from. */
export interface RunningCursor {
  cursor: Cursor<ErpRow>;
  client: pg.PoolClient;
  pool: Pick<PostgresPool, 'cancel'>;
}

/**
 * The rows of a cursor. Each batch is fetched when the caller asks for it. If the caller stops early or the signal fires,
 * the query is cancelled.
 *
 * @param freed called once the connection is free again
 * @throws the signal's reason as soon as it fires
 */
export async function* batchesOf(
  { cursor, client, pool }: RunningCursor,
  { signal, freed }: { signal: AbortSignal; freed: () => void },
): AsyncGenerator<ErpBatch, void, undefined> {
  let isHeld = true;
  const giveBack = (release: () => Promise<void> | void) => {
    if (!isHeld) return;
    isHeld = false;
    Promise.resolve(release()).then(freed);
  };
  const cancel = () => giveBack(() => pool.cancel(client, cursor.close()));
  const removeListener = whenAborted(signal, cancel);
  try {
    for (let isLast = false; !isLast; ) {
      const rows = await rejectOnAbort(cursor.read(MAX_BATCH_ROWS), signal);
      isLast = rows.length < MAX_BATCH_ROWS;
      if (isLast) giveBack(() => client.release());
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    giveBack(() => client.release(!(error instanceof pg.DatabaseError)));
    throw error;
  } finally {
    removeListener();
    cancel();
  }
}
