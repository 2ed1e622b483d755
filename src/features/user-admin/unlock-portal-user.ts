import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import { fact } from '../audit/audit-event.js';
import { portalUserTarget } from '../users/portal-user.audit.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { lockPortalUser } from './lock-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/** Clears the failed sign-ins of a login, so that sign-ins no longer have to wait. @throws NOT_FOUND */
export function unlockPortalUser(
  { dataSource, store, audit, identity }: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  return inTransaction(dataSource, async (tx) => {
    const user = await lockPortalUser(tx, store, id);
    const cleared = await identity.loginCounter.clear(tx, id);
    if (cleared > 0) {
      const changes = [fact('countersCleared', cleared)];
      await audit.append(tx, origin, { action: 'ACCOUNT_UNLOCKED', target: portalUserTarget(user), changes });
    }
    return user;
  });
}
