import type { DataSource } from 'typeorm';
import { KNOWN_FOR } from './session.store.js';

/** Deletes what nobody asks for any more: sessions long ended with their tokens, and counters of failures long past. */
export async function forgetExpired(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from session where expires_at < now() - interval '${KNOWN_FOR}'`);
  await dataSource.query('delete from login_counter where forget_at < now()');
}
