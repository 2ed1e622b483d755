import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import { accountInactive, invalidCredentials } from '../../shared/errors.js';
import type { PortalUserStore } from '../portal-users/portal-user.store.js';
import { openSession, type SessionGrant, type SessionOpener } from './open-session.js';
import { verifyPassword } from './password-hash.js';
import type { Client } from './session.store.js';

export interface LoginDependencies extends SessionOpener {
  dataSource: DataSource;
  users: PortalUserStore;
}

/**
 * Signs in by user name or e-mail.
 *
 * @throws INVALID_CREDENTIALS, the same for an unknown login and a wrong password; ACCOUNT_INACTIVE only after the
 * right password
 */
export async function login(
  dependencies: LoginDependencies,
  input: { login: string; password: string },
  client: Client,
): Promise<SessionGrant> {
  const { dataSource, users, now } = dependencies;
  const user = await users.findByLogin(input.login);
  const right = await verifyPassword(input.password, user?.passwordHash ?? null);
  if (!user || !right) throw invalidCredentials();
  if (!user.active) throw accountInactive();
  return inTransaction(dataSource, async (tx) => {
    // The hashing took its time: a password that was changed meanwhile must not open a session after all.
    if (!(await users.noteLogin(tx, user, now()))) throw invalidCredentials();
    return openSession(tx, dependencies, user.id, client);
  });
}
