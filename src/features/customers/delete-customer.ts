import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { CustomerRecord } from './customer.entity.js';
import { type CustomerDependencies, customerTarget } from './customer-dependencies.js';
import { lockCustomer } from './lock-customer.js';
import { revokeWithin } from './provisioning/revoke-access.js';

/**
 * Marks a customer as deleted; the record stays. If the customer has a login, it is deactivated.
 *
 * @throws NOT_FOUND, also if the customer is already deleted; FORBIDDEN if the login is the caller's own; CONFLICT if
 * it is the last active admin's
 */
export function deleteCustomer(
  dependencies: CustomerDependencies,
  id: string,
  origin: Origin,
): Promise<CustomerRecord> {
  const { dataSource, customers, provisioning, audit, now } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const customer = await lockCustomer(tx, customers, id);
    const deletedAt = now();
    const saved = await customers.save(tx, Object.assign(customer, { deletedAt }));
    await audit.append(tx, origin, {
      action: 'CUSTOMER_DELETED',
      target: customerTarget(saved),
      changes: [{ field: 'deletedAt', before: null, after: deletedAt.toISOString() }],
    });
    const userId = await provisioning.loginOf(tx, id);
    if (userId !== null) await revokeWithin(tx, dependencies, { customer: saved, userId, origin });
    else await provisioning.saveState(tx, id, { provisioning: 'NONE', error: null, ticket: null });
    return saved;
  });
}
