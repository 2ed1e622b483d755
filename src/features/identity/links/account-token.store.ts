import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { emailKey } from '../../../shared/folded-keys.js';
import { hashOfToken, newToken, TOKEN_FORMAT } from '../../../shared/secret-token.js';
import { CONFIRMATIONS, CONFIRMS_NEW_EMAIL, type LinkPurpose } from './link-purpose.js';

/** A token to be issued: for which login, mailed to which address, and valid until when. */
export interface NewAccountToken {
  userId: string;
  email: string;
  purpose: LinkPurpose;
  expiresAt: Date;
}

/** The login that a token belongs to. */
export interface TokenOwner {
  id: string;
  username: string;
  email: string;
  displayName: string | null;
  passwordHash: string;
  emailConfirmed: boolean;
}

/** A login and its new address, which is confirmed. */
export interface EmailChange {
  owner: TokenOwner;
  newEmail: string;
  /** True if the owner of the login entered it. */
  own: boolean;
}

const OWNER_COLUMNS =
  'u.id, u.username, u.email, u.display_name as "displayName", u.password_hash as "passwordHash", u.email_confirmed as "emailConfirmed"';
/** A token is bound to the address that it was mailed to: it is invalid once the login has another address. */
const IS_OWNER = 'u.id = t.user_id and u.active and u.email = t.email';
/** Parameters: $1 hash, $2 purpose. */
const IS_VALID = `t.token_hash = $1 and t.purpose = $2 and t.expires_at > now() and ${IS_OWNER}`;

/**
 * The tokens of mailed links: 256 random bits, of which only the SHA-256 is stored. A token is valid once, until it
 * expires, and only while its login is active. Except for EMAIL_CHANGES, the login must still have the address that
 * the token was mailed to.
 */
export class AccountTokenStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Creates a token. It must appear only in the mail. */
  async issue(tx: Tx, { userId, email, purpose, expiresAt }: NewAccountToken): Promise<string> {
    const token = newToken();
    await tx.query(
      `insert into account_token (token_hash, user_id, email, purpose, expires_at) values ($1, $2, $3, $4, $5)`,
      [hashOfToken(token), userId, email, purpose, expiresAt],
    );
    return token;
  }

  /** The owner of a valid, unused token; null for any other. The token stays unused. */
  async find(token: string, purpose: LinkPurpose): Promise<TokenOwner | null> {
    if (!TOKEN_FORMAT.test(token)) return null;
    const [owner] = await this.dataSource.query<TokenOwner[]>(
      `select ${OWNER_COLUMNS} from account_token t, portal_user u where ${IS_VALID} and t.used_at is null`,
      [hashOfToken(token), purpose],
    );
    return owner ?? null;
  }

  /**
   * Consumes a token. If several requests use it at the same time, exactly one gets the owner and the others get null.
   * The login is locked before the token, in the same order as in every other change of both.
   */
  async consume(tx: Tx, token: string, purpose: LinkPurpose): Promise<TokenOwner | null> {
    if (!TOKEN_FORMAT.test(token)) return null;
    const [rows] = await tx.query<[TokenOwner[], number]>(
      `with u as (
         select u.*, t.token_hash from portal_user u, account_token t where ${IS_VALID} for no key update of u
       )
       update account_token t set used_at = now() from u
       where t.token_hash = u.token_hash and t.used_at is null
       returning ${OWNER_COLUMNS}`,
      [hashOfToken(token), purpose],
    );
    return rows[0] ?? null;
  }

  /** Consumes a token that confirms a new address for its login. It is valid only while the login is active. */
  async consumeEmailChange(tx: Tx, token: string): Promise<EmailChange | null> {
    if (!TOKEN_FORMAT.test(token)) return null;
    const [rows] = await tx.query<[(TokenOwner & { newEmail: string; own: boolean })[], number]>(
      `with u as (
         select u.*, t.token_hash, t.email as new_email from portal_user u, account_token t
         where t.token_hash = $1 and ${CONFIRMS_NEW_EMAIL} and t.expires_at > now()
           and u.id = t.user_id and u.active
         for no key update of u
       )
       update account_token t set used_at = now() from u
       where t.token_hash = u.token_hash and t.used_at is null
       returning ${OWNER_COLUMNS}, u.new_email as "newEmail", t.purpose = 'OWN_EMAIL_CHANGE' as own`,
      [hashOfToken(token)],
    );
    if (!rows[0]) return null;
    const { newEmail, own, ...owner } = rows[0];
    return { owner, newEmail, own };
  }

  /** True if a token has confirmed its address already and would still be valid if unused. */
  async hasConfirmed(tx: Tx, token: string): Promise<boolean> {
    if (!TOKEN_FORMAT.test(token)) return false;
    const rows = await tx.query<unknown[]>(
      `select 1 from account_token t, portal_user u
       where t.token_hash = $1 and t.purpose = any($2) and t.expires_at > now()
         and ${IS_OWNER} and t.used_at is not null and u.email_confirmed`,
      [hashOfToken(token), CONFIRMATIONS],
    );
    return rows.length > 0;
  }

  /** The active login with this address; see shared/folded-keys.ts for what is the same. Its row is locked until the transaction ends. */
  async lockOwnerOf(tx: Tx, email: string): Promise<TokenOwner | null> {
    const [owner] = await tx.query<TokenOwner[]>(
      `select ${OWNER_COLUMNS} from portal_user u where u.email_key = $1 and u.active for no key update`,
      [emailKey(email)],
    );
    return owner ?? null;
  }

  /** Keeps the tokens that were mailed to a login's mailbox valid when only the spelling of its address changes. */
  async readdress(tx: Tx, userId: string, { from, to }: { from: string; to: string }): Promise<void> {
    await tx.query('update account_token set email = $3 where user_id = $1 and email = $2', [
      userId,
      from,
      to,
    ]);
  }

  /** Makes a login's unused tokens invalid. @param purposes only tokens for these purposes; all if left out */
  async revokeAllOf(tx: Tx, userId: string, purposes?: readonly LinkPurpose[]): Promise<void> {
    await tx.query(
      `update account_token set used_at = now()
       where user_id = $1 and used_at is null and ($2::text[] is null or purpose = any($2))`,
      [userId, purposes ?? null],
    );
  }

  /** How many tokens for these purposes were issued for a login since then, used or not. */
  async countSince(
    tx: Tx,
    userId: string,
    { purposes, since }: { purposes: readonly LinkPurpose[]; since: Date },
  ): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from account_token
       where user_id = $1 and purpose = any($2) and created_at > $3`,
      [userId, purposes, since],
    );
    return row?.count ?? 0;
  }
}
