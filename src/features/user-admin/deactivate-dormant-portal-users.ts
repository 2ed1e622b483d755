import { inTransaction } from '../../db/in-transaction.js';
import { badUserInput } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';
import { withdrawAccess } from './withdraw-access.js';

/**
 * Deactivates all active logins that were last used before a time, or made before it and never used; never an admin's, and
 * never the caller's. All of them or none.
 *
 * @returns how many
 * @throws BAD_USER_INPUT for a time that is yet to come
 */
export async function deactivateDormantPortalUsers(
  { dataSource, store, audit, identity }: UserAdminDependencies,
  origin: Origin,
  lastLoginBefore: Date,
): Promise<number> {
  if (lastLoginBefore > identity.now()) {
    const message = `found ${lastLoginBefore.toISOString()}, which is yet to come; wanted a time in the past`;
    throw badUserInput({ path: 'lastLoginBefore', message });
  }
  return inTransaction(dataSource, async (tx) => {
    const dormant = await store.deactivateDormant(tx, lastLoginBefore, origin.actorId);
    if (dormant.length > 0) await audit.append(tx, origin, ...(await withdrawAccess(tx, dormant)));
    return dormant.length;
  });
}
