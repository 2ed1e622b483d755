import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { deactivateWithin } from '../../user-admin/deactivate-portal-user.js';
import type { CustomerRecord } from '../customer.entity.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { customerNotFound } from '../lock-customer.js';
import { findCustomerLogin } from './find-customer-login.js';

/**
 * Keeps a customer's login from being used, from the next request on; the data stays. One that is inactive already stays as
 * it is. A deleted customer's can be revoked as well.
 *
 * @throws NOT_FOUND also where the customer has no login; FORBIDDEN for one that isn't a customer's by its role, and for
 * oneself; CONFLICT for the last active admin
 */
export function revokeAccess(
  dependencies: CustomerDependencies,
  customerId: string,
  origin: Origin,
): Promise<void> {
  const { dataSource, customers } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const customer = await customers.lock(tx, customerId);
    if (!customer) throw customerNotFound('customerId', customerId, 'one that no customer has');
    const { id } = await findCustomerLogin(tx, customerId, origin);
    await revokeWithin(tx, dependencies, { customer, userId: id, origin });
  });
}

/** The same, as a part of something more. */
export async function revokeWithin(
  tx: Tx,
  { userAdmin, audit }: CustomerDependencies,
  { customer, userId, origin }: { customer: CustomerRecord; userId: string; origin: Origin },
): Promise<void> {
  const { changed } = await deactivateWithin(tx, userAdmin, origin, userId);
  if (!changed) return;
  await audit.append(tx, origin, {
    action: 'PORTAL_ACCESS_REVOKED',
    target: customerTarget(customer),
    changes: [fact('userId', userId)],
  });
}
