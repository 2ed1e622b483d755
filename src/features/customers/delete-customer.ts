import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { CustomerRecord } from './customer.entity.js';
import { type CustomerDependencies, targetOf } from './customer-dependencies.js';
import { lockLive } from './update-customer.js';

/**
 * Marks a customer as deleted; the record stays. Their login, where they have one, is deactivated.
 *
 * @throws NOT_FOUND also for one that is deleted already
 */
export function deleteCustomer(
  { dataSource, customers, audit, now }: CustomerDependencies,
  id: string,
  origin: Origin,
): Promise<CustomerRecord> {
  return inTransaction(dataSource, async (tx) => {
    const customer = await lockLive(tx, customers, id);
    const deletedAt = now();
    const saved = await customers.save(tx, Object.assign(customer, { deletedAt }));
    await audit.append(tx, origin, {
      action: 'CUSTOMER_DELETED',
      target: targetOf(saved),
      changes: [{ field: 'deletedAt', before: null, after: deletedAt.toISOString() }],
    });
    return saved;
  });
}
