import type { DataSource } from 'typeorm';
import { inTransaction } from '../../../db/in-transaction.js';
import type { PortalUserStore } from '../../users/portal-user.store.js';
import { storeRenewedHash } from './password.store.js';
import type { PasswordHasher } from './password-hasher.js';

/**
 * Replaces the outdated hash of a correct password by a new one, unless another process got there first.
 *
 * @returns the hash that is stored for this password, or the outdated one if it is no longer the login's password
 * @throws RATE_LIMITED
 */
export async function renewPasswordHash(
  { dataSource, users, hasher }: { dataSource: DataSource; users: PortalUserStore; hasher: PasswordHasher },
  { id, passwordHash: from }: { id: string; passwordHash: string },
  password: string,
): Promise<string> {
  const to = await hasher.hash(password);
  const renewed = await inTransaction(dataSource, (tx) => storeRenewedHash(tx, id, { from, to }));
  if (renewed) return to;
  // Either another sign-in renewed the hash and this password still matches, or the password was changed.
  const now = await users.findById(id);
  const { right } = await hasher.verify(password, now?.passwordHash ?? null);
  return now && right ? now.passwordHash : from;
}
