import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { reactivateWithin } from '../../user-admin/reactivate-portal-user.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { lockCustomer } from '../lock-customer.js';
import { proposeEmailToLogin } from '../propose-email-to-login.js';
import { findCustomerLogin } from './find-customer-login.js';

/**
 * Lets a customer's login be used again, with the password that it had. One that is active stays as it is.
 *
 * @throws NOT_FOUND also for a deleted customer, and where there is no login; FORBIDDEN for one that isn't a customer's by
 * its role
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
    // Their e-mail may have changed while nobody could confirm it.
    await proposeEmailToLogin(tx, userAdmin, user, customer.email);
  });
}
