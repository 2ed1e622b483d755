import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { AccountDependencies } from './account-dependencies.js';
import { lockToWithdraw } from './lock-account.js';
import type { PortalUserRecord } from './portal-user.entity.js';
import { withdrawAccess } from './withdraw-access.js';

/**
 * Keeps a login from being used, from the next request on. One that is inactive already stays as it is.
 *
 * @throws NOT_FOUND, FORBIDDEN for oneself, CONFLICT for the last active admin
 */
export function deactivatePortalUser(
  { dataSource, accounts, access, audit }: AccountDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  return inTransaction(dataSource, async (tx) => {
    const { user, assertMayBeWithdrawn } = await lockToWithdraw(tx, accounts, id, origin);
    if (!user.active) return user;
    assertMayBeWithdrawn();
    const deactivated = await accounts.edit(tx, id, { active: false });
    await audit.append(tx, origin, ...(await withdrawAccess(tx, access, [user])));
    return deactivated;
  });
}
