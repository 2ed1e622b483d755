import type { DataSource } from 'typeorm';
import { KNOWN_FOR } from './sessions/session.store.js';

/** Mailed links are counted over an hour, which is longer than some of them are good for. */
const COUNTED_FOR = '1 hour';

/**
 * Deletes what nobody asks for any more: sessions long ended with their tokens, counters of failures long past, and mailed
 * links that have run out.
 */
export async function deleteExpired(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from session where expires_at < now() - interval '${KNOWN_FOR}'`);
  await dataSource.query('delete from login_counter where forget_at < now()');
  await dataSource.query(`delete from account_token where expires_at < now() - interval '${COUNTED_FOR}'`);
}
