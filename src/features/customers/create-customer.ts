import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { CreateCustomerInput } from './customer.args.js';
import { CustomerRecord } from './customer.entity.js';
import { auditedFields, type CustomerDependencies, customerTarget } from './customer-dependencies.js';
import { validateCustomer } from './customer-fields.js';
import { startProvisioning } from './provisioning/start-provisioning.js';

/**
 * Adds a customer, and has their account made in the background where that is wanted: whatever becomes of it, the customer is
 * there.
 *
 * @throws BAD_USER_INPUT naming every field that is wrong, CONFLICT where another customer has the e-mail
 */
export async function createCustomer(
  dependencies: CustomerDependencies,
  input: CreateCustomerInput,
  origin: Origin,
): Promise<CustomerRecord> {
  const { dataSource, customers, audit } = dependencies;
  const { firstName, lastName, company = null, email = null, phone = null, source } = input;
  const entry = validateCustomer({ firstName, lastName, company, email, phone });
  return inTransaction(dataSource, async (tx) => {
    const customer = await customers.save(tx, tx.create(CustomerRecord, { ...entry, source }));
    await audit.append(tx, origin, {
      action: 'CUSTOMER_CREATED',
      target: customerTarget(customer),
      changes: changesBetween({}, auditedFields(customer)),
    });
    if (input.provisionPortalAccount) await startProvisioning(tx, dependencies, customer, origin);
    return customer;
  });
}
