import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { badUserInput, conflict } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { issueTemporaryPassword } from '../../identity/passwords/temporary-password.js';
import type { CustomerRecord } from '../customer.entity.js';
import type { CustomerDependencies } from '../customer-dependencies.js';
import { assertNotDeleted, lockCustomer } from '../lock-customer.js';
import { type AccountOptions, addAccount } from './add-account.js';
import type { ProvisioningStore } from './provisioning.store.js';
import { retryOnConflict } from './retry-on-conflict.js';

/** A request to create an account for a customer who may have one already. */
export interface ProvisionRequest extends AccountOptions {
  customerId: string;
}

/** A customer who now has an account. */
export interface ProvisionedAccount {
  customer: CustomerRecord;
  /** False if the customer already had an account; then nothing has changed. */
  created: boolean;
  /** The temporary password of a new account, returned only once; null if the account already existed. */
  temporaryPassword: string | null;
}

const PATH = 'input.customerId';

/**
 * Creates a customer's account, unless they have one.
 *
 * @throws NOT_FOUND if there is no such customer, or they are deleted; BAD_USER_INPUT if the customer has no e-mail;
 * CONFLICT if another login has the e-mail; RATE_LIMITED if too many passwords wait to be hashed
 */
export async function provisionAccount(
  dependencies: CustomerDependencies,
  request: ProvisionRequest,
  origin: Origin,
): Promise<ProvisionedAccount> {
  const { dataSource, customers, provisioning, userAdmin } = dependencies;
  const { customerId } = request;
  // Checked before hashing, because hashing is expensive.
  const [read] = await customers.byIds([customerId]);
  const first = await checkProvisionable(
    dataSource.manager,
    provisioning,
    assertNotDeleted(read ?? null, customerId, PATH),
  );
  if (first.exists) return { customer: first.customer, created: false, temporaryPassword: null };
  const temporary = await issueTemporaryPassword(userAdmin.identity);
  return retryOnConflict(() =>
    inTransaction(dataSource, async (tx) => {
      const locked = await lockCustomer(tx, customers, customerId, PATH);
      const found = await checkProvisionable(tx, provisioning, locked);
      if (found.exists) return { customer: found.customer, created: false, temporaryPassword: null };
      const { customer } = found;
      await addAccount(tx, dependencies, { ...request, customer, temporary, origin });
      return { customer, created: true, temporaryPassword: temporary.password };
    }),
  );
}

/** Either the customer has an account already, or one can be created. */
type ProvisioningCheck =
  | { exists: true; customer: CustomerRecord }
  | { exists: false; customer: CustomerRecord & { email: string } };

async function checkProvisionable(
  tx: Tx,
  provisioning: ProvisioningStore,
  customer: CustomerRecord,
): Promise<ProvisioningCheck> {
  const { id, email } = customer;
  const { hasLogin, emailTaken } = await provisioning.findExistingLogins(tx, customer);
  if (hasLogin) return { exists: true, customer };
  if (email === null) {
    const message = `found "${id}", a customer without an e-mail address; wanted one with an e-mail address`;
    throw badUserInput({ path: PATH, message, reason: 'LACKS', params: { what: 'EMAIL' } });
  }
  if (emailTaken) {
    const message = `found "${id}", whose e-mail "${email}" belongs to another login`;
    throw conflict({ path: PATH, message, reason: 'TAKEN' });
  }
  return { exists: false, customer: Object.assign(customer, { email }) };
}
