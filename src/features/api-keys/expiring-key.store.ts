import type { Tx } from '../../db/in-transaction.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import type { ApiKeyRecord } from './api-key.entity.js';
import { CREATOR_IS_ADMIN } from './api-key.store.js';

/** A key that expires soon, and the login and address of its creator. */
export type ExpiringKey = Pick<ApiKeyRecord, 'name' | 'prefix'> &
  Pick<PortalUserRecord, 'username' | 'email'> & { expiresAt: Date };

/**
 * Marks keys that expire soon as mailed: within a fortnight, or within the last quarter of a shorter life. Passes over keys
 * that are locked, and over those that can't be used any more.
 */
export async function markExpiring(
  tx: Tx,
  { at, limit }: { at: Date; limit: number },
): Promise<ExpiringKey[]> {
  const [marked] = await tx.query<[ExpiringKey[], number]>(
    `with due as (
       select k.id, u.username, u.email from api_key k join portal_user u on u.id = k.created_by
       where k.revoked_at is null and k.expiry_mailed_at is null and k.expires_at > $1
         and k.expires_at - least(interval '14 days', (k.expires_at - k.created_at) / 4) <= $1
         and ${CREATOR_IS_ADMIN}
       order by k.expires_at limit $2 for no key update of k skip locked
     )
     update api_key k set expiry_mailed_at = $1 from due where due.id = k.id
     returning k.name, k.prefix, k.expires_at as "expiresAt", due.username, due.email`,
    [at, limit],
  );
  return marked;
}
