import type { DataSource } from 'typeorm';
import { inTransaction } from '../../../db/in-transaction.js';
import { rateLimited } from '../../../shared/errors.js';
import { hashOfToken, newToken, TOKEN_FORMAT } from '../../../shared/secret-token.js';
import { fromStored, type PreparedRequest } from './prepared-request.js';

/** How long a download may wait to be opened. */
const LIFETIME_S = 60;
/** How many downloads of a session may wait. */
const MAX_WAITING = 20;

/** Stores the downloads that wait to be opened. Only the hashes of their tokens are stored. */
export class DownloadStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a download for a session. @throws RATE_LIMITED if too many of them wait */
  async add(sessionId: string, prepared: PreparedRequest): Promise<{ token: string; expiresAt: Date }> {
    const token = newToken();
    const [added] = await inTransaction(this.dataSource, async (tx) => {
      // One after the other, so that they count each other.
      await tx.query('select from session where id = $1 for no key update', [sessionId]);
      return tx.query<{ expiresAt: Date }[]>(
        `insert into prepared_download (token_hash, session_id, request, expires_at)
       select $1, $2, $3, now() + interval '${LIFETIME_S} seconds'
       where (select count(*) from prepared_download
         where session_id = $2 and used_at is null and expires_at > now()) < ${MAX_WAITING}
       returning expires_at as "expiresAt"`,
        [hashOfToken(token), sessionId, JSON.stringify(prepared)],
      );
    });
    if (!added) throw rateLimited(LIFETIME_S);
    return { token, ...added };
  }

  /** Opens a download. Of several that open it at the same time, exactly one gets it; all others get null. */
  async open(token: string): Promise<{ sessionId: string; prepared: PreparedRequest } | null> {
    if (!TOKEN_FORMAT.test(token)) return null;
    const [[opened]] = await this.dataSource.query<
      [{ sessionId: string; request: PreparedRequest }[], number]
    >(
      `update prepared_download set used_at = now()
       where token_hash = $1 and used_at is null and expires_at > now()
       returning session_id as "sessionId", request`,
      [hashOfToken(token)],
    );
    return opened ? { sessionId: opened.sessionId, prepared: fromStored(opened.request) } : null;
  }

  /** Lets a download be opened again within its minute, because opening it gave nothing. */
  async giveBack(token: string): Promise<void> {
    await this.dataSource.query('update prepared_download set used_at = null where token_hash = $1', [
      hashOfToken(token),
    ]);
  }

  /** Deletes those that can't be opened any more. */
  async deleteExpired(): Promise<void> {
    await this.dataSource.query('delete from prepared_download where expires_at < now()');
  }
}
