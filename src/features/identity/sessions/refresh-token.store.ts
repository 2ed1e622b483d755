import type { Tx } from '../../../db/in-transaction.js';
import { hashOfToken } from '../../../shared/secret-token.js';

/** A token may be spent again within this time, because of a second tab. */
const REUSE_GRACE = '10 seconds';
/** A token may be spent again within this time if its successor was never used, because the response was lost. */
const RETRY_GRACE = '1 minute';

/** A refresh token's row with the state of its session. */
export interface RefreshState {
  sessionId: string;
  userId: string;
  /** The login's e-mail. */
  email: string;
  expiresAt: Date;
  /** False if the session has ended or its login is not active. */
  open: boolean;
  spent: 'no' | 'just now' | 'lately' | 'before';
  /** Whether the client is known to have received it. */
  arrived: boolean;
}

/** The refresh tokens of the sessions, stored as hashes. */
export class RefreshTokenStore {
  /** Finds a token and locks it until the transaction ends, so that another request that spends it has to wait. */
  async lock(tx: Tx, token: string): Promise<RefreshState | null> {
    const [row] = await tx.query<RefreshState[]>(
      `select t.session_id as "sessionId", s.user_id as "userId", u.email, s.expires_at as "expiresAt",
         case
           when t.spent_at is null then 'no'
           when t.spent_at > now() - interval '${REUSE_GRACE}' then 'just now'
           when t.spent_at > now() - interval '${RETRY_GRACE}' then 'lately'
           else 'before'
         end as spent,
         t.arrived_at is not null as arrived,
         s.revoked_at is null and s.expires_at > now() and u.active as open
       from refresh_token t
       join session s on s.id = t.session_id
       join portal_user u on u.id = s.user_id
       where t.token_hash = $1
       for update of t`,
      [hashOfToken(token)],
    );
    return row ?? null;
  }

  /** Stores the first token of a session. No token is before it, so it isn't asked whether it arrived. */
  async addFirst(tx: Tx, sessionId: string, token: string): Promise<void> {
    await tx.query('insert into refresh_token (token_hash, session_id, arrived_at) values ($1, $2, now())', [
      hashOfToken(token),
      sessionId,
    ]);
  }

  /** Stores the successor of a token. */
  async addNext(tx: Tx, sessionId: string, token: string): Promise<void> {
    await tx.query('insert into refresh_token (token_hash, session_id) values ($1, $2)', [
      hashOfToken(token),
      sessionId,
    ]);
  }

  /** Marks a token as spent. */
  async spend(tx: Tx, token: string): Promise<void> {
    await tx.query('update refresh_token set spent_at = now() where token_hash = $1', [hashOfToken(token)]);
  }

  /** The first of these tokens that the session has. */
  async firstOf(tx: Tx, sessionId: string, tokens: readonly string[]): Promise<string | null> {
    const rows = await tx.query<{ hash: Buffer }[]>(
      'select token_hash as hash from refresh_token where session_id = $1 and token_hash = any($2)',
      [sessionId, tokens.map(hashOfToken)],
    );
    return tokens.find((token) => rows.some((row) => row.hash.equals(hashOfToken(token)))) ?? null;
  }
}
