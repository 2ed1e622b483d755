import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { staleVersion } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import { lockPortalUser } from '../user-admin/lock-portal-user.js';
import type { UpdateCustomerInput } from './customer.args.js';
import type { CustomerRecord } from './customer.entity.js';
import { auditedFields, type CustomerDependencies, customerTarget } from './customer-dependencies.js';
import { validateCustomer } from './customer-fields.js';
import { lockCustomer } from './lock-customer.js';
import { proposeEmailToLogin } from './propose-email-to-login.js';
import { isProvisioningWanted, startProvisioning } from './provisioning/start-provisioning.js';

/**
 * Changes the given fields of a customer. If the e-mail changes, their login gets it once it is confirmed. If an
 * account was requested and there is no login yet, provisioning starts again.
 *
 * @throws NOT_FOUND; BAD_USER_INPUT naming every invalid field; CONFLICT if the version is outdated or another
 * customer has the e-mail
 */
export function updateCustomer(
  dependencies: CustomerDependencies,
  input: UpdateCustomerInput,
  origin: Origin,
): Promise<CustomerRecord> {
  const { dataSource, customers, audit } = dependencies;
  return inTransaction(dataSource, async (tx) => {
    const customer = await lockCustomer(tx, customers, input.id);
    if (typeof input.version === 'number' && input.version !== customer.version) {
      throw staleVersion('customer', { found: input.version, current: customer.version });
    }
    const before = auditedFields(customer);
    const { firstName, lastName, company = customer.company } = input;
    const { email = customer.email, phone = customer.phone } = input;
    const entry = validateCustomer({
      firstName: firstName ?? customer.firstName,
      lastName: lastName ?? customer.lastName,
      ...{ company, email, phone },
    });
    Object.assign(customer, entry);
    const changes = changesBetween(before, auditedFields(customer));
    if (changes.length === 0) return customer;
    const saved = await customers.save(tx, customer);
    await audit.append(tx, origin, { action: 'CUSTOMER_UPDATED', target: customerTarget(saved), changes });
    if (changes.some(({ field }) => field === 'email'))
      await handleChangedEmail(tx, dependencies, saved, origin);
    return saved;
  });
}

async function handleChangedEmail(
  tx: Tx,
  dependencies: CustomerDependencies,
  customer: CustomerRecord,
  origin: Origin,
): Promise<void> {
  const { provisioning, userAdmin } = dependencies;
  const userId = await provisioning.loginOf(tx, customer.id);
  if (userId !== null) {
    await proposeEmailToLogin(
      tx,
      userAdmin,
      await lockPortalUser(tx, userAdmin.store, userId),
      customer.email,
    );
  } else if (isProvisioningWanted(customer)) {
    await startProvisioning(tx, dependencies, customer, origin);
  }
}
