import type { Tx } from '../../db/in-transaction.js';
import { PorticoError } from '../../shared/errors.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';

/**
 * A customer to work on, locked to the end of the transaction; before their login, wherever both are.
 *
 * @param path where the caller gave the id
 * @throws NOT_FOUND for an id that no customer has, or one that is deleted
 */
export async function lockCustomer(
  tx: Tx,
  customers: CustomerStore,
  id: string,
  path = 'id',
): Promise<CustomerRecord> {
  return assertNotDeleted(await customers.lock(tx, id), id, path);
}

/** The same of a customer who was only read. @throws NOT_FOUND */
export function assertNotDeleted(customer: CustomerRecord | null, id: string, path: string): CustomerRecord {
  if (customer && customer.deletedAt === null) return customer;
  throw customerNotFound(path, id, customer ? 'that of a deleted customer' : 'one that no customer has');
}

/** Says of an id what is missing. */
export function customerNotFound(path: string, id: string, what: string): PorticoError {
  const message = `found "${id}", ${what}`;
  return new PorticoError('NOT_FOUND', `${path}: ${message}`, { fields: [{ path, message }] });
}
