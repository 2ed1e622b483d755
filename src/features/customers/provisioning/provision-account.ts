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

/** Whose account is to be there. */
export interface ProvisionRequest extends AccountOptions {
  customerId: string;
}

/** A customer who has an account. */
export interface ProvisionedAccount {
  customer: CustomerRecord;
  /** False where the customer had one before: nothing has changed then. */
  created: boolean;
  /** Of a new account; nobody is told it again. */
  temporaryPassword: string | null;
}

const PATH = 'input.customerId';

/**
 * Makes a customer's account, where there is none.
 *
 * @throws NOT_FOUND for an id that no customer has, or one that is deleted; BAD_USER_INPUT for a customer without an e-mail;
 * CONFLICT where another login has the e-mail; RATE_LIMITED where too many wait for their hash
 */
export async function provisionAccount(
  dependencies: CustomerDependencies,
  request: ProvisionRequest,
  origin: Origin,
): Promise<ProvisionedAccount> {
  const { dataSource, customers, provisioning, userAdmin } = dependencies;
  const { customerId } = request;
  // Before the hash, which is dear.
  const [read] = await customers.byIds([customerId]);
  const first = await examine(
    dataSource.manager,
    provisioning,
    assertNotDeleted(read ?? null, customerId, PATH),
  );
  if (first.exists) return { customer: first.customer, created: false, temporaryPassword: null };
  const temporary = await issueTemporaryPassword(userAdmin.identity);
  return retryOnConflict(() =>
    inTransaction(dataSource, async (tx) => {
      const locked = await lockCustomer(tx, customers, customerId, PATH);
      const found = await examine(tx, provisioning, locked);
      if (found.exists) return { customer: found.customer, created: false, temporaryPassword: null };
      const { customer } = found;
      await addAccount(tx, dependencies, { ...request, customer, temporary, origin });
      return { customer, created: true, temporaryPassword: temporary.password };
    }),
  );
}

type Examined =
  | { exists: true; customer: CustomerRecord }
  | { exists: false; customer: CustomerRecord & { email: string } };

async function examine(tx: Tx, provisioning: ProvisioningStore, customer: CustomerRecord): Promise<Examined> {
  const { id, email } = customer;
  const { hasLogin, emailTaken } = await provisioning.presenceOf(tx, customer);
  if (hasLogin) return { exists: true, customer };
  if (email === null) {
    const message = `found "${id}", a customer without an e-mail address; wanted one with it`;
    throw badUserInput({ path: PATH, message });
  }
  if (emailTaken) {
    const message = `found "${id}", whose e-mail "${email}" belongs to another login`;
    throw conflict({ path: PATH, message });
  }
  return { exists: false, customer: Object.assign(customer, { email }) };
}
