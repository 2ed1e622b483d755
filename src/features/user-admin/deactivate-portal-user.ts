import { inTransaction, type Tx } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { lockForWithdrawal } from './lock-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';
import { withdrawAccess } from './withdraw-access.js';

/**
 * Deactivates a login: from the next request on it can't be used. An inactive login stays as it is.
 *
 * @throws NOT_FOUND; FORBIDDEN for the caller's own login; CONFLICT for the last active admin
 */
export function deactivatePortalUser(
  dependencies: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  return inTransaction(dependencies.dataSource, async (tx) => {
    const { user } = await deactivateWithin(tx, dependencies, origin, id);
    return user;
  });
}

/** The same within the caller's transaction. `changed` is false if the login was inactive before. */
export async function deactivateWithin(
  tx: Tx,
  { store, audit }: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<{ user: PortalUserRecord; changed: boolean }> {
  const { user, assertMayBeWithdrawn } = await lockForWithdrawal(tx, store, id, origin);
  if (!user.active) return { user, changed: false };
  assertMayBeWithdrawn();
  const deactivated = await store.edit(tx, id, { active: false });
  await audit.append(tx, origin, ...(await withdrawAccess(tx, [user])));
  return { user: deactivated, changed: true };
}
