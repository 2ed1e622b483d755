import { inTransaction } from '../../../db/in-transaction.js';
import { PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { mailResetLink } from '../../identity/links/mail-reset-link.js';
import { lockPortalUser } from '../../user-admin/lock-portal-user.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { CustomerDependencies } from '../customer-dependencies.js';
import { lockCustomer } from '../lock-customer.js';
import { findCustomerLogin } from './find-customer-login.js';

/**
 * Mails a customer's login a link to set a new password.
 *
 * @throws NOT_FOUND, also if the customer has no login; CONFLICT if the login is inactive; FORBIDDEN if its role isn't
 * CUSTOMER and the caller isn't an admin
 */
export function sendPasswordReset(
  dependencies: CustomerDependencies,
  customerId: string,
  origin: Origin,
): Promise<void> {
  const { dataSource, customers, userAdmin, audit } = dependencies;
  const { identity, outbox } = userAdmin;
  return inTransaction(dataSource, async (tx) => {
    await lockCustomer(tx, customers, customerId, 'customerId');
    const { id } = await findCustomerLogin(tx, customerId, origin);
    const user = await lockPortalUser(tx, userAdmin.store, id);
    if (!user.active) {
      throw new PorticoError('CONFLICT', `"${user.username}" is not active; restore the access first.`);
    }
    await mailResetLink(tx, { ...identity, outbox }, user);
    await audit.append(tx, origin, {
      action: 'PASSWORD_RESET_REQUESTED',
      target: portalUserTarget(user),
      changes: [fact('mailed', true)],
    });
  });
}
