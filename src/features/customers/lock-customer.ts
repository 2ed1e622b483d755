import type { Tx } from '../../db/in-transaction.js';
import { notFound, type PorticoError } from '../../shared/errors.js';
import type { Reason } from '../../shared/refusal-reasons.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';

/**
 * Reads a customer and locks them until the end of the transaction. If a transaction locks both a customer and their
 * login, it must lock the customer first.
 *
 * @param path the input path of the id, for the error
 * @throws NOT_FOUND if there is no such customer, or they are deleted
 */
export async function lockCustomer(
  tx: Tx,
  customers: CustomerStore,
  id: string,
  path = 'id',
): Promise<CustomerRecord> {
  return assertNotDeleted(await customers.lock(tx, id), id, path);
}

/** Returns the customer if they exist and are not deleted. @throws NOT_FOUND otherwise */
export function assertNotDeleted(customer: CustomerRecord | null, id: string, path: string): CustomerRecord {
  if (customer && customer.deletedAt === null) return customer;
  if (!customer) throw customerNotFound(path, id, 'one that no customer has');
  throw customerNotFound(path, id, 'the id of a deleted customer', { reason: 'DELETED' });
}

/** The NOT_FOUND error for a customer id. @param what what the id stands for, such as "the id of a deleted customer" */
export function customerNotFound(
  path: string,
  id: string,
  what: string,
  reason: Reason = { reason: 'UNKNOWN' },
): PorticoError {
  return notFound({ path, message: `found "${id}", ${what}`, ...reason });
}
