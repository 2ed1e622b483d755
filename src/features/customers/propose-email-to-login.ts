import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { proposeEmail } from '../user-admin/new-email/propose-email.js';
import type { UserAdminDependencies } from '../user-admin/user-admin-dependencies.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';

/**
 * Mails a confirmation link to a customer's changed e-mail; once it is confirmed, their login gets that e-mail. An
 * inactive login is left out, because its user can't confirm. A login whose role isn't CUSTOMER is left out too:
 * otherwise staff who may edit customers could take over an admin's login.
 */
export async function proposeEmailToLogin(
  tx: Tx,
  userAdmin: UserAdminDependencies,
  user: PortalUserRecord,
  email: string | null,
): Promise<void> {
  if (user.active && user.roleId === ROLE_IDS.CUSTOMER) await proposeEmail(tx, userAdmin, user, email);
}
