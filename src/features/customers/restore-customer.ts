import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { CustomerRecord } from './customer.entity.js';
import { type CustomerDependencies, customerTarget } from './customer-dependencies.js';
import { customerNotFound } from './lock-customer.js';

/**
 * Takes back the deletion of a customer. Their login stays deactivated until their access is restored. A customer who is not
 * deleted stays as they are.
 *
 * @throws NOT_FOUND; CONFLICT if another customer has the e-mail by now
 */
export function restoreCustomer(
  { dataSource, customers, audit }: CustomerDependencies,
  id: string,
  origin: Origin,
): Promise<CustomerRecord> {
  return inTransaction(dataSource, async (tx) => {
    const customer = await customers.lock(tx, id);
    if (!customer) throw customerNotFound('id', id, 'one that no customer has');
    const { deletedAt } = customer;
    if (deletedAt === null) return customer;
    const saved = await customers.save(tx, Object.assign(customer, { deletedAt: null }), 'id');
    await audit.append(tx, origin, {
      action: 'CUSTOMER_RESTORED',
      target: customerTarget(saved),
      changes: [{ field: 'deletedAt', before: deletedAt.toISOString(), after: null }],
    });
    return saved;
  });
}
