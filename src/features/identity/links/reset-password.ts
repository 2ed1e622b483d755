import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import { actingAs } from '../../../shared/origin.js';
import { type AuditEvent, changesBetween, fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { assertGoodPassword, assertPasswordLength } from '../passwords/password-policy.js';
import { replacePassword } from '../passwords/replace-password.js';
import { openSession, type SessionGrant } from '../sessions/open-session.js';
import type { Caller } from '../sessions/session.store.js';
import type { TokenOwner } from './account-token.store.js';
import { markEmailConfirmed } from './confirmed-email.store.js';

const TOKEN = 'input.token';
const NEW_PASSWORD = 'input.newPassword';

/** The same for every token that is not good, whatever the reason. */
const voidLink = () =>
  badUserInput({
    path: TOKEN,
    message:
      'found a link that was used, has run out or never was one; wanted a new one, from requestPasswordReset',
  });

/**
 * Replaces a password by a mailed link's token. All sessions end; a new one is opened for the caller. What is wrong with the
 * password is said before the token is spent.
 *
 * @throws BAD_USER_INPUT where the token is not good, or the new password is the current one or not good enough, CONFLICT
 * where the password was changed meanwhile, RATE_LIMITED
 */
export async function resetPassword(
  dependencies: PasswordDependencies,
  { token, newPassword }: { token: string; newPassword: string },
  caller: Caller,
): Promise<SessionGrant> {
  const { dataSource, users, hasher, accountTokens } = dependencies;
  assertPasswordLength(NEW_PASSWORD, newPassword);
  const owner = await accountTokens.find(token, 'PASSWORD_RESET');
  if (!owner) throw voidLink();
  const erpCustomerNames = (await users.erpCustomerNames([owner.id])).get(owner.id) ?? [];
  await assertGoodPassword(NEW_PASSWORD, newPassword, { ...owner, erpCustomerNames });
  if ((await hasher.verify(newPassword, owner.passwordHash)).right) {
    throw badUserInput({ path: NEW_PASSWORD, message: 'found the current password; wanted another one' });
  }
  const hashes = { from: owner.passwordHash, to: await hasher.hash(newPassword) };
  return inTransaction(dataSource, async (tx) => {
    const user = await accountTokens.consume(tx, token, 'PASSWORD_RESET');
    if (!user) throw voidLink();
    return complete(tx, dependencies, { user, ...hashes }, caller);
  });
}

/** What follows once the token is spent. */
async function complete(
  tx: Tx,
  dependencies: PasswordDependencies,
  { user, from, to }: { user: TokenOwner; from: string; to: string },
  { client, origin }: Caller,
): Promise<SessionGrant> {
  const { loginCounter, audit, session } = dependencies;
  const sessionsRevoked = await replacePassword(tx, dependencies, { user, from, to, ip: origin.ip });
  await loginCounter.clear(tx, user.id);
  const target = portalUserTarget(user);
  const events: AuditEvent[] = [
    { action: 'PASSWORD_RESET_COMPLETED', target, changes: [fact('sessionsRevoked', sessionsRevoked)] },
  ];
  // Who has the link has read the mail.
  if (await markEmailConfirmed(tx, user.id)) {
    const changes = changesBetween({ emailConfirmed: false }, { emailConfirmed: true });
    events.push({ action: 'EMAIL_CONFIRMED', target, changes });
  }
  await audit.append(tx, actingAs(origin, user), ...events);
  return openSession(tx, session, user.id, client);
}
