import { inTransaction } from '../../../db/in-transaction.js';
import type { Viewer } from '../../../shared/auth.js';
import { badUserInput, unauthenticated } from '../../../shared/errors.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { PortalUserRecord } from '../../users/portal-user.entity.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { openSession, type SessionGrant } from '../sessions/open-session.js';
import type { Caller } from '../sessions/session.store.js';
import { accountLocked } from '../sign-in/sign-in-events.js';
import { type CountedPasswordCheck, verifyCounted } from '../sign-in/verify-counted.js';
import { assertGoodPassword, assertPasswordLength } from './password-policy.js';
import { renewPasswordHash } from './renew-password-hash.js';
import { replacePassword } from './replace-password.js';
import { isTemporaryPasswordExpired } from './temporary-password.js';

const CURRENT_PASSWORD = 'input.currentPassword';
const NEW_PASSWORD = 'input.newPassword';

/**
 * Replaces the viewer's own password. All sessions end; a new one is opened for the caller.
 *
 * @throws BAD_USER_INPUT where the current password is wrong or has run out, or the new one is the same or not good enough,
 * CONFLICT where the password was changed meanwhile, RATE_LIMITED
 */
export async function changePassword(
  dependencies: PasswordDependencies,
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
  caller: Caller,
): Promise<SessionGrant> {
  const { dataSource, users, hasher, audit, session } = dependencies;
  const { client, origin } = caller;
  assertPasswordLength(NEW_PASSWORD, input.newPassword);
  const user = await users.findById(viewer.userId);
  if (!user) throw unauthenticated();
  const { outdated } = await verifyCurrent(dependencies, user, input.currentPassword, caller);
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
    const sessionsRevoked = await replacePassword(tx, dependencies, { user, from, to, ip: origin.ip });
    const changes = [fact('sessionsRevoked', sessionsRevoked)];
    await audit.append(tx, origin, { action: 'PASSWORD_CHANGED', target: portalUserTarget(user), changes });
    return openSession(tx, session, user.id, client);
  });
}

/** Counted like a sign-in: a session that was left open, or stolen, must not be a place to guess at. */
async function verifyCurrent(
  dependencies: PasswordDependencies,
  user: PortalUserRecord,
  password: string,
  { origin }: Caller,
): Promise<CountedPasswordCheck> {
  const { dataSource, loginCounter, audit, session } = dependencies;
  const counted = await loginCounter.countOwn(user.id);
  const check = await verifyCounted(dependencies, counted, password, user.passwordHash);
  const { right, lockedUntil } = check;
  if (!right) {
    if (lockedUntil) {
      await inTransaction(dataSource, (tx) => audit.append(tx, origin, accountLocked(user, lockedUntil)));
    }
    throw badUserInput({ path: CURRENT_PASSWORD, message: 'this is not your current password' });
  }
  await inTransaction(dataSource, (tx) => loginCounter.succeeded(tx, counted));
  if (isTemporaryPasswordExpired(user, session.now())) {
    const message = 'found a temporary password that has run out; wanted a new one, by requestPasswordReset';
    throw badUserInput({ path: CURRENT_PASSWORD, message });
  }
  return check;
}
