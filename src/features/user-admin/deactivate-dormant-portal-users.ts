import { inTransaction } from '../../db/in-transaction.js';
import { badUserInput } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';
import { withdrawAccess } from './withdraw-access.js';

/**
 * Deactivates all active logins that last signed in before a time, or were created before it and never signed in.
 * Admins and the caller's own login are left out. Either all of these logins are deactivated or none.
 *
 * @returns how many were deactivated
 * @throws BAD_USER_INPUT for a time in the future
 */
export async function deactivateDormantPortalUsers(
  { dataSource, store, audit, identity }: UserAdminDependencies,
  origin: Origin,
  lastLoginBefore: Date,
): Promise<number> {
  if (lastLoginBefore > identity.now()) {
    const message = `found ${lastLoginBefore.toISOString()}, which is in the future; wanted a time in the past`;
    throw badUserInput({ path: 'lastLoginBefore', message, reason: 'TOO_LATE' });
  }
  return inTransaction(dataSource, async (tx) => {
    const dormant = await store.deactivateDormant(tx, lastLoginBefore, origin.actorId);
    if (dormant.length > 0) await audit.append(tx, origin, ...(await withdrawAccess(tx, dormant)));
    return dormant.length;
  });
}
