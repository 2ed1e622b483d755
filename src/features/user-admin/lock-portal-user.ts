import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import type { UserAdminStore } from './user-admin.store.js';

/** A login, locked to the end of the transaction. */
export interface LockedPortalUser {
  user: PortalUserRecord;
  /**
   * Lets go on who may deactivate the login or take the role of an admin from it; of anybody else it needn't be asked.
   *
   * @throws FORBIDDEN for oneself, and for who is no admin any more; CONFLICT for the last active admin
   */
  assertMayBeWithdrawn(): void;
}

export const portalUserNotFound = () => new PorticoError('NOT_FOUND', 'There is no login with this id.');

/** Locks a login. @throws NOT_FOUND */
export async function lockPortalUser(tx: Tx, store: UserAdminStore, id: string): Promise<PortalUserRecord> {
  const user = await store.lock(tx, id);
  if (!user) throw portalUserNotFound();
  return user;
}

/**
 * Locks a login that may stop being an active admin, and with it all others: two admins who withdraw each other at once
 * come one after the other, and the second is no admin by then.
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
        `"${user.username}" is the last active admin; make another one first.`,
      );
    }
    if (actorId !== null && !others.some((one) => one.id === actorId)) {
      throw new PorticoError('FORBIDDEN', 'You are no active admin any more.');
    }
  };
  return { user, assertMayBeWithdrawn };
}

const isActiveAdmin = (user: PortalUserRecord) => user.active && user.roleId === ROLE_IDS.ADMIN;
