import { inTransaction } from '../../../db/in-transaction.js';
import { badUserInput } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import type { PortalUserRecord } from '../../users/portal-user.entity.js';
import type { PasswordDependencies } from '../identity-dependencies.js';
import { accountLocked } from '../sign-in/sign-in-events.js';
import { type CountedPasswordCheck, verifyCounted } from '../sign-in/verify-counted.js';
import { isTemporaryPasswordExpired } from './temporary-password.js';

const CURRENT_PASSWORD = 'input.currentPassword';

/**
 * Checks the current password of a signed-in user. Counted like a sign-in: a stolen session, or one left open, must not
 * allow guessing the password.
 *
 * @throws BAD_USER_INPUT naming input.currentPassword if it is wrong or has expired; RATE_LIMITED
 */
export async function verifyCurrentPassword(
  dependencies: Omit<PasswordDependencies, 'outbox' | 'users' | 'accountTokens'>,
  user: PortalUserRecord,
  password: string,
  origin: Origin,
): Promise<CountedPasswordCheck> {
  const { dataSource, loginCounter, audit, sessions } = dependencies;
  const counted = await loginCounter.countCurrentPassword(user.id);
  const check = await verifyCounted(dependencies, counted, password, user.passwordHash);
  const { right, lockedUntil } = check;
  if (!right) {
    if (lockedUntil) {
      await inTransaction(dataSource, (tx) => audit.append(tx, origin, accountLocked(user, lockedUntil)));
    }
    throw badUserInput({
      path: CURRENT_PASSWORD,
      message: 'this is not your current password',
      reason: 'INCORRECT',
    });
  }
  await inTransaction(dataSource, (tx) => loginCounter.succeeded(tx, counted));
  if (isTemporaryPasswordExpired(user, sessions.now())) {
    const message = 'found a temporary password that has run out; wanted a new one, by requestPasswordReset';
    throw badUserInput({ path: CURRENT_PASSWORD, message, reason: 'EXPIRED' });
  }
  return check;
}
