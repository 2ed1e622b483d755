import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { CreateCustomerInput } from './customer.args.js';
import { CustomerRecord } from './customer.entity.js';
import { auditedFields, type CustomerDependencies, customerTarget } from './customer-dependencies.js';
import { validateCustomer } from './customer-fields.js';
import { startProvisioning } from './provisioning/start-provisioning.js';

/**
 * Adds a customer. If the input asks for a portal account, a background job creates it. The customer is added even if
 * that job fails.
 *
 * @throws BAD_USER_INPUT naming every invalid field, CONFLICT if another customer has the e-mail
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
