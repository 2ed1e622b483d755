import type { Tx } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import { badUserInput, conflict } from '../../shared/errors.js';
import type { CustomerRecord } from '../customers/customer.entity.js';
import type { CustomerStore } from '../customers/customer.store.js';
import { customerNotFound, lockCustomer } from '../customers/lock-customer.js';

const PATH = 'input.customerId';

/**
 * The customer that a quote or connote is for, locked until the end of the transaction. A customer's login implies its
 * own customer; staff must name one.
 *
 * @throws NOT_FOUND for a customer that is unknown, deleted, or not the viewer's own; BAD_USER_INPUT if staff name none,
 * or the login belongs to no customer
 */
export async function shipmentCustomerOf(
  tx: Tx,
  { customers }: { customers: CustomerStore },
  viewer: Viewer,
  customerId: string | null | undefined,
): Promise<CustomerRecord> {
  return lockCustomer(tx, customers, customerIdOf(viewer, customerId, PATH), PATH);
}

/**
 * The same id, without reading the customer.
 *
 * @param path where the id stands in the input
 * @throws NOT_FOUND for another customer than the viewer's own; BAD_USER_INPUT if staff name none, or the login belongs to no
 * customer
 */
export function customerIdOf(viewer: Viewer, customerId: string | null | undefined, path: string): string {
  if (viewer.role === 'CUSTOMER') return ownCustomer(viewer, customerId, path);
  if (typeof customerId === 'string') return customerId;
  throw badUserInput({ path, message: "found nothing; wanted the customer's id", reason: 'REQUIRED' });
}

function ownCustomer(
  { customerId: own }: Viewer,
  customerId: string | null | undefined,
  path: string,
): string {
  if (own === null) {
    const message =
      'found a login that belongs to no customer; wanted one that staff have linked to a customer';
    throw badUserInput({ path, message, reason: 'LACKS', params: { what: 'CUSTOMER' } });
  }
  // The same answer as for an id that nobody has.
  if (typeof customerId === 'string' && customerId !== own) {
    throw customerNotFound(path, customerId, 'one that no customer has');
  }
  return own;
}

/**
 * Locks the customer of a quote or connote, for a booking that repeats it.
 *
 * @param of its reference or number, and its path in the input
 * @throws CONFLICT if the customer is deleted
 */
export async function lockCustomerOf(
  tx: Tx,
  { customers }: { customers: CustomerStore },
  customerId: string,
  { name, path }: { name: string; path: string },
): Promise<void> {
  const customer = await customers.lock(tx, customerId);
  if (customer && customer.deletedAt === null) return;
  throw conflict({
    path,
    message: `found ${name}, whose customer is deleted; wanted one whose customer isn't`,
    reason: 'DELETED',
  });
}
