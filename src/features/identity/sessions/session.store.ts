import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { prepared } from '../../../db/prepared-statements.js';
import type { Origin } from '../../../shared/origin.js';
import type { TokenClaims } from './access-token.js';
import { type SessionEnd, SessionRecord } from './session.entity.js';
import { type SignedIn, type SignedInRow, signedInSql, toSignedIn } from './signed-in.query.js';

/** Where a request came from. */
export interface Client {
  ip: string | null;
  /** The address in the form that the counters use: see `addressKey`. */
  network: string;
  userAgent: string | null;
  /** The device cookie: the browser's proof of an earlier sign-in. */
  deviceCookie: string | null;
}

/** The caller of a mutation: the client that a session is opened for, and the origin for the audit log. */
export interface Caller {
  client: Client;
  origin: Origin;
}

/** What names a session. An access token names its user as well, a signed address doesn't. */
export type SessionReference = Omit<TokenClaims, 'userId'> & Partial<Pick<TokenClaims, 'userId'>>;

/** How long a login is known at an address after a sign-in there. Rows of ended sessions are kept as long. */
export const ADDRESS_KNOWN_FOR = '30 days';
/** `last_used_at` is written at most this often, so that most reads cause no write. */
const USE_RECORDED_EVERY = '5 minutes';
/** The condition that nothing proves yet that a refresh token has arrived. A spent one has. */
const UNPROVEN = 'arrived_at is null and spent_at is null';

/** Stores the sessions. Each signed-in request reads its own session here. */
export class SessionStore {
  readonly #find: string;

  constructor(private readonly dataSource: DataSource) {
    this.#find = prepared(
      signedInSql(
        dataSource,
        [
          `s.last_used_at < now() - interval '${USE_RECORDED_EVERY}' as use_due`,
          `exists (select from refresh_token where token_hash = $3 and ${UNPROVEN}) as arrives`,
        ],
        `s.id = $1 and ($2::uuid is null or u.id = $2)
         and s.revoked_at is null and s.expires_at > now() and u.active`,
      ),
    );
  }

  /**
   * The session that an access token or a signed address names, with its login and ERP scope, in one query. Null if it
   * has ended. The first use of an access token proves that the refresh token issued with it has arrived.
   */
  async find({ sessionId, userId, refreshTokenHash }: SessionReference): Promise<SignedIn | null> {
    const [found] = await this.dataSource.query<(SignedInRow & { use_due: boolean; arrives: boolean })[]>(
      this.#find,
      [sessionId, userId ?? null, refreshTokenHash ?? null],
    );
    if (!found) return null;
    const { use_due, arrives, ...row } = found;
    if (use_due) await this.#recordUse(sessionId);
    if (arrives && refreshTokenHash) await this.#recordArrival(refreshTokenHash);
    return toSignedIn(sessionId, row);
  }

  /** True if the login has signed in from this address recently. */
  async isKnown(userId: string, network: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ known: boolean }[]>(
      `select exists (
         select from session
         where user_id = $1 and network = $2 and created_at > now() - interval '${ADDRESS_KNOWN_FOR}'
       ) as known`,
      [userId, network],
    );
    return row?.known === true;
  }

  /** Opens a session. */
  async open(
    tx: Tx,
    userId: string,
    expiresAt: Date,
    { ip, network, userAgent }: Client,
  ): Promise<SessionRecord> {
    return tx.save(SessionRecord, tx.create(SessionRecord, { userId, expiresAt, ip, network, userAgent }));
  }

  /** Ends one session of a login. @returns whether it ended now or had ended before; null if the login has no such session */
  async revokeOf(tx: Tx, userId: string, id: string): Promise<'now' | 'before' | null> {
    const [session] = await tx.query<{ open: boolean }[]>(
      `select revoked_at is null and expires_at > now() as open from session
       where id = $1 and user_id = $2 for no key update`,
      [id, userId],
    );
    if (!session) return null;
    return session.open && (await this.revoke(tx, id, 'ENDED_ELSEWHERE')) ? 'now' : 'before';
  }

  /** Ends one session. @returns false if it had already ended */
  async revoke(tx: Tx, id: string, reason: SessionEnd): Promise<boolean> {
    const [, ended] = await tx.query(
      'update session set revoked_at = now(), end_reason = $2 where id = $1 and revoked_at is null',
      [id, reason],
    );
    return ended === 1;
  }

  /** Ends all sessions of a login. @returns how many ended */
  async revokeAllOf(tx: Tx, userId: string, reason: SessionEnd): Promise<number> {
    const [, ended] = await tx.query(
      `update session set revoked_at = now(), end_reason = $2
       where user_id = $1 and revoked_at is null and expires_at > now()`,
      [userId, reason],
    );
    return ended;
  }

  /** Forgets all addresses where a login is known: a holder of its old password may have signed in there. */
  async forgetNetworks(tx: Tx, userId: string): Promise<void> {
    await tx.query('update session set network = null where user_id = $1', [userId]);
  }

  async #recordArrival(refreshTokenHash: Buffer): Promise<void> {
    await this.dataSource.query(
      `update refresh_token set arrived_at = now() where token_hash = $1 and ${UNPROVEN}`,
      [refreshTokenHash],
    );
  }

  async #recordUse(id: string): Promise<void> {
    await this.dataSource.query(
      `update session set last_used_at = now()
       where id = $1 and last_used_at < now() - interval '${USE_RECORDED_EVERY}'`,
      [id],
    );
  }
}
