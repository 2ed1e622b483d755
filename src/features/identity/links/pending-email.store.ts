import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { CONFIRMS_NEW_EMAIL } from './link-purpose.js';

/** An address that a login will have once it is confirmed. */
export interface PendingEmail {
  email: string;
  purpose: 'EMAIL_CHANGE' | 'OWN_EMAIL_CHANGE';
}

const NEWEST_PENDING = `
  select distinct on (u.id) u.id as "userId", t.email, t.purpose from portal_user u, account_token t
  where u.id = any($1::uuid[]) and t.user_id = u.id and t.used_at is null and t.expires_at > now()
    and ${CONFIRMS_NEW_EMAIL}
  order by u.id, t.created_at desc`;

/** The new addresses of logins that wait to be confirmed. */
export class PendingEmailStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The addresses that wait for these logins, in one query. */
  async byUser(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<(PendingEmail & { userId: string })[]>(NEWEST_PENDING, [
      userIds,
    ]);
    return new Map(rows.map(({ userId, email }) => [userId, email]));
  }

  /** The address that waits for a login, and why; null if none does. */
  async of(tx: Tx, userId: string): Promise<PendingEmail | null> {
    const [row] = await tx.query<PendingEmail[]>(NEWEST_PENDING, [[userId]]);
    return row ?? null;
  }
}
