import { inTransaction } from '../../../db/in-transaction.js';
import type { Viewer } from '../../../shared/auth.js';
import { unauthenticated } from '../../../shared/errors.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { openSession, type SessionGrant } from '../sessions/open-session.js';
import type { Caller } from '../sessions/session.store.js';
import { assertGoodPassword, assertPasswordLength, samePassword } from './password-policy.js';
import { renewPasswordHash } from './renew-password-hash.js';
import { replacePassword } from './replace-password.js';
import { verifyCurrentPassword } from './verify-current-password.js';

const NEW_PASSWORD = 'input.newPassword';

/**
 * Replaces the viewer's own password. All sessions end, and a new one is opened for the caller.
 *
 * @throws BAD_USER_INPUT if the current password is wrong or has expired, or the new one is the same or breaks a rule;
 * CONFLICT if the password was changed in the meantime; RATE_LIMITED
 */
export async function changePassword(
  dependencies: PasswordDependencies,
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
  caller: Caller,
): Promise<SessionGrant> {
  const { dataSource, users, hasher, audit, sessions } = dependencies;
  const { client, origin } = caller;
  assertPasswordLength(NEW_PASSWORD, input.newPassword);
  const user = await users.findById(viewer.userId);
  if (!user) throw unauthenticated();
  const { outdated } = await verifyCurrentPassword(dependencies, user, input.currentPassword, origin);
  if (input.newPassword === input.currentPassword) {
    throw samePassword(NEW_PASSWORD);
  }
  const erpCustomerNames = (await users.erpCustomerNames([user.id])).get(user.id) ?? [];
  await assertGoodPassword(NEW_PASSWORD, input.newPassword, { ...user, erpCustomerNames });
  // Renewed first. Otherwise a sign-in that renews the hash at the same time would look like a password change.
  const from = outdated
    ? await renewPasswordHash(dependencies, user, input.currentPassword)
    : user.passwordHash;
  const to = await hasher.hash(input.newPassword);
  return inTransaction(dataSource, async (tx) => {
    const sessionsRevoked = await replacePassword(tx, dependencies, { user, from, to, ip: origin.ip });
    const changes = [fact('sessionsRevoked', sessionsRevoked)];
    await audit.append(tx, origin, { action: 'PASSWORD_CHANGED', target: portalUserTarget(user), changes });
    return openSession(tx, sessions, user.id, client);
  });
}
