import type { Tx } from '../../../db/in-transaction.js';
import type { SessionEnd } from './session.entity.js';

/**
 * Ends all sessions of these logins, and makes their unused mailed links invalid.
 *
 * @param ending the `purposes` of the links that become invalid, and why the sessions end
 * @returns how many sessions ended, by login
 */
export async function endAccess(
  tx: Tx,
  userIds: readonly string[],
  { purposes, reason }: { purposes: readonly string[]; reason: SessionEnd },
): Promise<Map<string, number>> {
  const rows = await tx.query<{ userId: string; ended: number }[]>(
    `with ended as (
       update session set revoked_at = now(), end_reason = $2
       where user_id = any($1) and revoked_at is null and expires_at > now()
       returning user_id
     )
     select user_id as "userId", count(*)::int as ended from ended group by user_id`,
    [userIds, reason],
  );
  // The rows are kept, because mailed links are counted.
  await tx.query(
    'update account_token set used_at = now() where user_id = any($1) and purpose = any($2) and used_at is null',
    [userIds, purposes],
  );
  return new Map(rows.map(({ userId, ended }) => [userId, ended]));
}
