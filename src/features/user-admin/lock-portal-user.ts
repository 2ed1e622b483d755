import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { noLongerAdmin, PorticoError } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import type { UserAdminStore } from './user-admin.store.js';

/** A login whose row is locked until the transaction ends. */
export interface LockedPortalUser {
  user: PortalUserRecord;
  /**
   * Throws unless the caller may deactivate the login or take the role ADMIN from it. Not needed for other changes.
   *
   * @throws FORBIDDEN for the caller's own login, or if the caller is no longer an active admin; CONFLICT for the last
   * active admin
   */
  assertMayBeWithdrawn(): void;
}

/** The error for an id that no login has. */
export const portalUserNotFound = () => new PorticoError('NOT_FOUND', 'There is no login with this id.');

/** Locks a login. @throws NOT_FOUND */
export async function lockPortalUser(tx: Tx, store: UserAdminStore, id: string): Promise<PortalUserRecord> {
  const user = await store.lock(tx, id);
  if (!user) throw portalUserNotFound();
  return user;
}

/**
 * Locks a login that may stop being an active admin, together with all active admins. If two admins deactivate or
 * demote each other at the same time, one transaction waits for the other and then fails, because its caller is no
 * longer an admin.
 *
 * @throws NOT_FOUND
 */
export async function lockForWithdrawal(
  tx: Tx,
  store: UserAdminStore,
  id: string,
  { actorId }: Origin,
): Promise<LockedPortalUser> {
  const locked = await store.lockWithAdmins(tx, id);
  const user = locked.find((one) => one.id === id);
  if (!user) throw portalUserNotFound();
  const assertMayBeWithdrawn = () => {
    if (id === actorId) {
      throw new PorticoError(
        'FORBIDDEN',
        'Nobody deactivates or demotes themselves; have another admin do it.',
      );
    }
    if (!isActiveAdmin(user)) return;
    const others = locked.filter((one) => one.id !== id && isActiveAdmin(one));
    if (others.length === 0) {
      throw new PorticoError(
        'CONFLICT',
        `"${user.username}" is the last active admin; make another login an admin first.`,
      );
    }
    if (actorId !== null && !others.some((one) => one.id === actorId)) {
      throw noLongerAdmin();
    }
  };
  return { user, assertMayBeWithdrawn };
}

const isActiveAdmin = (user: PortalUserRecord) => user.active && user.roleId === ROLE_IDS.ADMIN;
