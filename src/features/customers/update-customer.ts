import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { PorticoError } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { UpdateCustomerInput } from './customer.args.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';
import { auditedFields, type CustomerDependencies, targetOf } from './customer-dependencies.js';
import { checkedCustomer } from './customer-fields.js';

/**
 * Changes what is given of a customer.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT naming every field that is wrong, CONFLICT for a stale version or where another
 * customer has the e-mail
 */
export function updateCustomer(
  { dataSource, customers, audit }: CustomerDependencies,
  input: UpdateCustomerInput,
  origin: Origin,
): Promise<CustomerRecord> {
  return inTransaction(dataSource, async (tx) => {
    const customer = await lockLive(tx, customers, input.id);
    if (typeof input.version === 'number' && input.version !== customer.version) {
      const message = `found version ${input.version}; the customer was changed meanwhile and is at ${customer.version}`;
      throw new PorticoError('CONFLICT', `input.version: ${message}`, {
        fields: [{ path: 'input.version', message }],
      });
    }
    const before = auditedFields(customer);
    const { firstName, lastName, company = customer.company } = input;
    const { email = customer.email, phone = customer.phone } = input;
    const entry = checkedCustomer({
      firstName: firstName ?? customer.firstName,
      lastName: lastName ?? customer.lastName,
      ...{ company, email, phone },
    });
    Object.assign(customer, entry);
    const changes = changesBetween(before, auditedFields(customer));
    if (changes.length === 0) return customer;
    const saved = await customers.save(tx, customer);
    await audit.append(tx, origin, { action: 'CUSTOMER_UPDATED', target: targetOf(saved), changes });
    return saved;
  });
}

/** A customer to work on. @throws NOT_FOUND for an id that no customer has, or one that is deleted */
export async function lockLive(tx: Tx, customers: CustomerStore, id: string): Promise<CustomerRecord> {
  const customer = await customers.lock(tx, id);
  if (customer && customer.deletedAt === null) return customer;
  const what = customer ? 'that of a deleted customer' : 'one that no customer has';
  throw new PorticoError('NOT_FOUND', `id: found "${id}", ${what}`);
}
