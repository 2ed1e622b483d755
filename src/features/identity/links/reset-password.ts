import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import { actingAs } from '../../../shared/origin.js';
import { type AuditEvent, changesBetween, fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { assertGoodPassword, assertPasswordLength, samePassword } from '../passwords/password-policy.js';
import { replacePassword } from '../passwords/replace-password.js';
import { openSession, type SessionGrant } from '../sessions/open-session.js';
import type { Caller } from '../sessions/session.store.js';
import type { TokenOwner } from './account-token.store.js';
import { markEmailConfirmed } from './confirmed-email.store.js';

const TOKEN = 'input.token';
const NEW_PASSWORD = 'input.newPassword';

/** The same error for every token that is not valid, whatever the reason. */
const invalidLink = () =>
  badUserInput({
    path: TOKEN,
    message:
      'found a link that was used, has expired or is unknown; wanted a new one, from requestPasswordReset',
    reason: 'EXPIRED',
  });

/**
 * Replaces a password, by the token of a mailed link. All sessions end, and a new one is opened for the caller. The new
 * password is checked before the token is consumed.
 *
 * @throws BAD_USER_INPUT if the token is not valid, or the new password is the current one or breaks a rule; CONFLICT
 * if the password was changed in the meantime; RATE_LIMITED
 */
export async function resetPassword(
  dependencies: PasswordDependencies,
  { token, newPassword }: { token: string; newPassword: string },
  caller: Caller,
): Promise<SessionGrant> {
  const { dataSource, users, hasher, accountTokens } = dependencies;
  assertPasswordLength(NEW_PASSWORD, newPassword);
  const owner = await accountTokens.find(token, 'PASSWORD_RESET');
  if (!owner) throw invalidLink();
  const erpCustomerNames = (await users.erpCustomerNames([owner.id])).get(owner.id) ?? [];
  await assertGoodPassword(NEW_PASSWORD, newPassword, { ...owner, erpCustomerNames });
  if ((await hasher.verify(newPassword, owner.passwordHash)).right) {
    throw samePassword(NEW_PASSWORD);
  }
  const hashes = { from: owner.passwordHash, to: await hasher.hash(newPassword) };
  return inTransaction(dataSource, async (tx) => {
    const user = await accountTokens.consume(tx, token, 'PASSWORD_RESET');
    if (!user) throw invalidLink();
    return complete(tx, dependencies, { user, ...hashes }, caller);
  });
}

/** Replaces the password after the token was consumed. */
async function complete(
  tx: Tx,
  dependencies: PasswordDependencies,
  { user, from, to }: { user: TokenOwner; from: string; to: string },
  { client, origin }: Caller,
): Promise<SessionGrant> {
  const { loginCounter, audit, sessions } = dependencies;
  const sessionsRevoked = await replacePassword(tx, dependencies, { user, from, to, ip: origin.ip });
  await loginCounter.clear(tx, user.id);
  const target = portalUserTarget(user);
  const events: AuditEvent[] = [
    { action: 'PASSWORD_RESET_COMPLETED', target, changes: [fact('sessionsRevoked', sessionsRevoked)] },
  ];
  // The caller has got the mailed link, so the address is theirs.
  if (await markEmailConfirmed(tx, user.id)) {
    const changes = changesBetween({ emailConfirmed: false }, { emailConfirmed: true });
    events.push({ action: 'EMAIL_CONFIRMED', target, changes });
  }
  await audit.append(tx, actingAs(origin, user), ...events);
  return openSession(tx, sessions, user.id, client);
}
