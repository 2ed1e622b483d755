import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { reactivateWithin } from '../../user-admin/reactivate-portal-user.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { lockCustomer } from '../lock-customer.js';
import { proposeEmailToLogin } from '../propose-email-to-login.js';
import { findCustomerLogin } from './find-customer-login.js';

/**
 * Reactivates a customer's login with its previous password. An active login stays as it is.
 *
 * @throws NOT_FOUND, also if the customer is deleted or has no login; FORBIDDEN if the login's role isn't CUSTOMER and
 * the caller isn't an admin
 */
export function restoreAccess(
  dependencies: CustomerDependencies,
  customerId: string,
  origin: Origin,
): Promise<void> {
  const { dataSource, customers, userAdmin, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const customer = await lockCustomer(tx, customers, customerId, 'customerId');
    const login = await findCustomerLogin(tx, customerId, origin);
    const { user, changed } = await reactivateWithin(tx, userAdmin, origin, login.id);
    if (!changed) return;
    await audit.append(tx, origin, {
      action: 'PORTAL_ACCESS_RESTORED',
      target: customerTarget(customer),
      changes: [fact('userId', user.id)],
    });
    // The e-mail may have changed while the login was inactive and could not confirm it.
    await proposeEmailToLogin(tx, userAdmin, user, customer.email);
  });
}
