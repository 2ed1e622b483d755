import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { deactivateWithin } from '../../user-admin/deactivate-portal-user.js';
import type { CustomerRecord } from '../customer.entity.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { customerNotFound } from '../lock-customer.js';
import { findCustomerLogin } from './find-customer-login.js';

/**
 * Deactivates a customer's login, with effect from the next request; the data stays. An inactive login stays as it is.
 * The login of a deleted customer can also be revoked.
 *
 * @throws NOT_FOUND, also if the customer has no login; FORBIDDEN if the login's role isn't CUSTOMER and the caller
 * isn't an admin, or if it is the caller's own login; CONFLICT for the last active admin
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

/** Revokes the access as part of a larger transaction. The caller has locked the customer. */
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
