import type { DataSource } from 'typeorm';
import { ADDRESS_KNOWN_FOR } from './sessions/session.store.js';

/** How long links are kept after they expire: those of the last hour are counted, and some expire sooner. */
const LINKS_COUNTED_FOR = '1 hour';

/**
 * Deletes rows that are no longer needed: sessions that ended long ago with their tokens, counters of old failed
 * sign-ins, and expired mailed links.
 */
export async function deleteExpired(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from session where expires_at < now() - interval '${ADDRESS_KNOWN_FOR}'`);
  await dataSource.query('delete from login_counter where forget_at < now()');
  await dataSource.query(
    `delete from account_token where expires_at < now() - interval '${LINKS_COUNTED_FOR}'`,
  );
}
