import { inTransaction } from '../../db/in-transaction.js';
import type { Viewer } from '../../shared/auth.js';
import { badUserInput, PorticoError, unauthenticated } from '../../shared/errors.js';
import type { PortalUserRecord } from '../portal-users/portal-user.entity.js';
import type { IdentityDependencies } from './identity-dependencies.js';
import { openSession, type SessionGrant } from './open-session.js';
import type { Verdict } from './password-hasher.js';
import { assertGoodPassword, assertPasswordLength } from './password-policy.js';
import { renewPasswordHash } from './renew-password-hash.js';
import type { Client } from './session.store.js';
import { verifyCounted } from './verify-counted.js';

const NEW_PASSWORD = 'input.newPassword';

/**
 * Replaces the viewer's own password. All sessions end; a new one is opened for the caller.
 *
 * @throws BAD_USER_INPUT where the current password is wrong or the new one is the same or not good enough, CONFLICT
 * where the password was changed meanwhile, RATE_LIMITED
 */
export async function changePassword(
  dependencies: IdentityDependencies,
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
  client: Client,
): Promise<SessionGrant> {
  const { dataSource, users, sessions, hasher } = dependencies;
  assertPasswordLength(NEW_PASSWORD, input.newPassword);
  const user = await users.findById(viewer.userId);
  if (!user) throw unauthenticated();
  const { outdated } = await verifyCurrent(dependencies, user, input.currentPassword);
  if (input.newPassword === input.currentPassword) {
    throw badUserInput({ path: NEW_PASSWORD, message: 'found the current password; wanted another one' });
  }
  const erpCustomerNames = (await users.erpCustomerNames([user.id])).get(user.id) ?? [];
  await assertGoodPassword(NEW_PASSWORD, input.newPassword, { ...user, erpCustomerNames });
  // Renewed first, so that a sign-in doing so at the same time doesn't look like a change of the password.
  const from = outdated
    ? await renewPasswordHash(dependencies, user, input.currentPassword)
    : user.passwordHash;
  const to = await hasher.hash(input.newPassword);
  return inTransaction(dataSource, async (tx) => {
    if (!(await users.replacePasswordHash(tx, user.id, { from, to }))) {
      throw new PorticoError('CONFLICT', 'The password was changed by somebody else meanwhile.');
    }
    await sessions.revokeAllOf(tx, user.id);
    await sessions.forgetNetworks(tx, user.id);
    return openSession(tx, dependencies, user.id, client);
  });
}

/** Counted like a sign-in: a session that was left open, or stolen, must not be a place to guess at. */
async function verifyCurrent(
  dependencies: IdentityDependencies,
  { id, passwordHash }: PortalUserRecord,
  password: string,
): Promise<Verdict> {
  const { dataSource, loginCounter } = dependencies;
  const counted = await loginCounter.countOwn(id);
  const verdict = await verifyCounted(dependencies, counted, password, passwordHash);
  if (!verdict.right) {
    throw badUserInput({ path: 'input.currentPassword', message: 'this is not your current password' });
  }
  await inTransaction(dataSource, (tx) => loginCounter.succeeded(tx, counted));
  return verdict;
}
