import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { proposeEmail } from '../user-admin/new-email/propose-email.js';
import type { UserAdminDependencies } from '../user-admin/user-admin-dependencies.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';

/**
 * Has a customer's changed e-mail become their login's, once they confirm it. Not that of an inactive login, which nobody can
 * confirm; nor of one that isn't a customer's by its role, for then who edits customers would take over an admin's login.
 */
export async function proposeEmailToLogin(
  tx: Tx,
  userAdmin: UserAdminDependencies,
  user: PortalUserRecord,
  email: string | null,
): Promise<void> {
  if (user.active && user.roleId === ROLE_IDS.CUSTOMER) await proposeEmail(tx, userAdmin, user, email);
}
