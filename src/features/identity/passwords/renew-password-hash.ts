import type { DataSource } from 'typeorm';
import { inTransaction } from '../../../db/in-transaction.js';
import type { PortalUserStore } from '../../users/portal-user.store.js';
import { storeRenewedHash } from './password.store.js';
import type { PasswordHasher } from './password-hasher.js';

/**
 * Replaces the outdated hash of a password that was right by one made now. Where somebody else replaced it meanwhile, that
 * one stays.
 *
 * @returns the hash that this password is stored under, or the outdated one where it is the login's password no more
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
  // Either another sign-in renewed it, and this one is as good, or the password was changed, and it isn't.
  const now = await users.findById(id);
  const { right } = await hasher.verify(password, now?.passwordHash ?? null);
  return now && right ? now.passwordHash : from;
}
