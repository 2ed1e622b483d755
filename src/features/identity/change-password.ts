import { inTransaction } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import { badUserInput, PorticoError, unauthenticated } from '../../shared/errors.js';
import type { LoginDependencies } from './login.js';
import { openSession, type SessionGrant } from './open-session.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import type { Client } from './session.store.js';

/**
 * Replaces the viewer's own password. All sessions end; a new one is opened for the caller.
 *
 * @throws BAD_USER_INPUT where the current password is wrong or the new one is the same, CONFLICT where the password
 * was changed meanwhile
 */
export async function changePassword(
  dependencies: LoginDependencies,
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
  client: Client,
): Promise<SessionGrant> {
  const { dataSource, users, sessions } = dependencies;
  const user = await users.findById(viewer.userId);
  if (!user) throw unauthenticated();
  if (!(await verifyPassword(input.currentPassword, user.passwordHash))) {
    throw badUserInput({ path: 'input.currentPassword', message: 'this is not your current password' });
  }
  if (input.newPassword === input.currentPassword) {
    throw badUserInput({
      path: 'input.newPassword',
      message: 'found the current password; wanted another one',
    });
  }
  const to = await hashPassword(input.newPassword);
  return inTransaction(dataSource, async (tx) => {
    if (!(await users.replacePasswordHash(tx, user.id, { from: user.passwordHash, to }))) {
      throw new PorticoError('CONFLICT', 'The password was changed by somebody else meanwhile.');
    }
    await sessions.revokeAllOf(tx, user.id);
    return openSession(tx, dependencies, user.id, client);
  });
}
