import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { CreateCustomerInput } from './customer.args.js';
import { CustomerRecord } from './customer.entity.js';
import { auditedFields, type CustomerDependencies, targetOf } from './customer-dependencies.js';
import { checkedCustomer } from './customer-fields.js';

/**
 * Adds a customer.
 *
 * @throws BAD_USER_INPUT naming every field that is wrong, CONFLICT where another customer has the e-mail
 */
export async function createCustomer(
  { dataSource, customers, audit }: CustomerDependencies,
  input: CreateCustomerInput,
  origin: Origin,
): Promise<CustomerRecord> {
  const { firstName, lastName, company = null, email = null, phone = null, source } = input;
  const entry = checkedCustomer({ firstName, lastName, company, email, phone });
  return inTransaction(dataSource, async (tx) => {
    const customer = await customers.save(tx, tx.create(CustomerRecord, { ...entry, source }));
    await audit.append(tx, origin, {
      action: 'CUSTOMER_CREATED',
      target: targetOf(customer),
      changes: changesBetween({}, auditedFields(customer)),
    });
    return customer;
  });
}
