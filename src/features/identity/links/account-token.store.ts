import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { ROLE_IDS } from '../../../shared/auth.js';
import { hashOfToken } from '../sessions/refresh-token.js';

/** What a mailed link is for; EMAIL_CHANGE confirms an address that the login doesn't have yet. */
export type LinkPurpose = 'PASSWORD_RESET' | 'EMAIL_CONFIRMATION' | 'EMAIL_CHANGE';

/** A token to be: for which login, at which of its addresses, until when. */
export interface NewAccountToken {
  userId: string;
  email: string;
  purpose: LinkPurpose;
  expiresAt: Date;
}

/** The login that a token is good for. */
export interface TokenOwner {
  id: string;
  username: string;
  email: string;
  displayName: string | null;
  passwordHash: string;
  emailConfirmed: boolean;
}

const TOKEN_BYTES = 32;
const FORM = /^[\w-]{43}$/;
const OWNER =
  'u.id, u.username, u.email, u.display_name as "displayName", u.password_hash as "passwordHash", u.email_confirmed as "emailConfirmed"';
/** A token goes with the address that it was mailed to: where that is the login's no more, it is void. */
const OWNS = 'u.id = t.user_id and u.active and lower(u.email) = lower(t.email)';
/** $1 hash, $2 purpose. */
const GOOD = `t.token_hash = $1 and t.purpose = $2 and t.expires_at > now() and ${OWNS}`;

/**
 * The tokens of mailed links: 256 random bits, of which only the SHA-256 is kept. One is good once, until its time, and
 * as long as its login is active and has the address that it was mailed to.
 */
export class AccountTokenStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes a token, for the mail alone. */
  async issue(tx: Tx, { userId, email, purpose, expiresAt }: NewAccountToken): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await tx.query(
      `insert into account_token (token_hash, user_id, email, purpose, expires_at) values ($1, $2, $3, $4, $5)`,
      [hashOfToken(token), userId, email, purpose, expiresAt],
    );
    return token;
  }

  /** Whose token it is, where it is good and unused; it stays so. */
  async find(token: string, purpose: LinkPurpose): Promise<TokenOwner | null> {
    if (!FORM.test(token)) return null;
    const [owner] = await this.dataSource.query<TokenOwner[]>(
      `select ${OWNER} from account_token t, portal_user u where ${GOOD} and t.used_at is null`,
      [hashOfToken(token), purpose],
    );
    return owner ?? null;
  }

  /**
   * Uses a token up: of any number at once exactly one gets its owner. The login is locked before the token, as everything
   * locks them that changes both.
   */
  async consume(tx: Tx, token: string, purpose: LinkPurpose): Promise<TokenOwner | null> {
    if (!FORM.test(token)) return null;
    const [rows] = await tx.query<[TokenOwner[], number]>(
      `with u as (
         select u.*, t.token_hash from portal_user u, account_token t where ${GOOD} for no key update of u
       )
       update account_token t set used_at = now() from u
       where t.token_hash = u.token_hash and t.used_at is null
       returning ${OWNER}`,
      [hashOfToken(token), purpose],
    );
    return rows[0] ?? null;
  }

  /**
   * Uses the token up of an address that is to become its login's own. It is good as long as its login is active and a
   * customer's by its role.
   */
  async consumeChange(tx: Tx, token: string): Promise<{ owner: TokenOwner; newEmail: string } | null> {
    if (!FORM.test(token)) return null;
    const [rows] = await tx.query<[(TokenOwner & { newEmail: string })[], number]>(
      `with u as (
         select u.*, t.token_hash, t.email as new_email from portal_user u, account_token t
         where t.token_hash = $1 and t.purpose = 'EMAIL_CHANGE' and t.expires_at > now()
           and u.id = t.user_id and u.active and u.role_id = $2
         for no key update of u
       )
       update account_token t set used_at = now() from u
       where t.token_hash = u.token_hash and t.used_at is null
       returning ${OWNER}, u.new_email as "newEmail"`,
      [hashOfToken(token), ROLE_IDS.CUSTOMER],
    );
    if (!rows[0]) return null;
    const { newEmail, ...owner } = rows[0];
    return { owner, newEmail };
  }

  /** True for a token that has confirmed its address already, and would still be good. */
  async hasConfirmed(tx: Tx, token: string): Promise<boolean> {
    if (!FORM.test(token)) return false;
    const rows = await tx.query<unknown[]>(
      `select 1 from account_token t, portal_user u
       where t.token_hash = $1 and t.purpose in ('EMAIL_CONFIRMATION', 'EMAIL_CHANGE') and t.expires_at > now()
         and ${OWNS} and t.used_at is not null and u.email_confirmed`,
      [hashOfToken(token)],
    );
    return rows.length > 0;
  }

  /** The active login of an address, ignoring case, locked until the transaction ends. */
  async lockOwnerOf(tx: Tx, email: string): Promise<TokenOwner | null> {
    const [owner] = await tx.query<TokenOwner[]>(
      `select ${OWNER} from portal_user u where lower(u.email) = lower($1) and u.active for no key update`,
      [email],
    );
    return owner ?? null;
  }

  /** Makes a login's unused tokens worthless. @param purpose of this purpose alone */
  async revokeAllOf(tx: Tx, userId: string, purpose?: LinkPurpose): Promise<void> {
    await tx.query(
      `update account_token set used_at = now()
       where user_id = $1 and used_at is null and ($2::text is null or purpose = $2)`,
      [userId, purpose ?? null],
    );
  }

  /** How many tokens a login was given since then, used or not. */
  async countSince(tx: Tx, userId: string, purpose: LinkPurpose, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from account_token
       where user_id = $1 and purpose = $2 and created_at > $3`,
      [userId, purpose, since],
    );
    return row?.count ?? 0;
  }
}
