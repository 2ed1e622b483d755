import { inTransaction, type Tx } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { portalUserTarget } from '../users/portal-user.audit.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { lockPortalUser } from './lock-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/** Reactivates a login with the password that it had. An active login stays as it is. @throws NOT_FOUND */
export function reactivatePortalUser(
  dependencies: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  return inTransaction(dependencies.dataSource, async (tx) => {
    const { user } = await reactivateWithin(tx, dependencies, origin, id);
    return user;
  });
}

/** The same within the caller's transaction. `changed` is false if the login was active before. */
export async function reactivateWithin(
  tx: Tx,
  { store, audit }: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<{ user: PortalUserRecord; changed: boolean }> {
  const user = await lockPortalUser(tx, store, id);
  if (user.active) return { user, changed: false };
  const reactivated = await store.edit(tx, id, { active: true });
  await audit.append(tx, origin, reactivationEvent(user));
  return { user: reactivated, changed: true };
}

/** The audit event of a reactivation. */
export const reactivationEvent = (user: { id: string; email: string }): AuditEvent => ({
  action: 'PORTAL_USER_REACTIVATED',
  target: portalUserTarget(user),
  changes: [{ field: 'active', before: false, after: true }],
});
