import type { SignInDependencies } from '../identity-dependencies.js';
import type { PasswordCheck } from '../passwords/password-hasher.js';
import type { AttemptStatus, CountedAttempt } from './login-counter.js';

/** The result of a counted attempt. If it is refused, `right` is false, whatever was typed. */
export type CountedPasswordCheck = PasswordCheck & AttemptStatus;

/**
 * Checks a password as a counted attempt. During a wait even the right one counts as wrong, after the same time.
 *
 * @throws RATE_LIMITED if too many passwords are waiting to be hashed; the attempt is then not counted
 */
export async function verifyCounted(
  { hasher, loginCounter }: Pick<SignInDependencies, 'hasher' | 'loginCounter'>,
  attempt: CountedAttempt,
  password: string,
  passwordHash: string | null,
): Promise<CountedPasswordCheck> {
  const check = await hasher.verify(password, passwordHash).catch(async (error: unknown) => {
    await loginCounter.takeBack(attempt);
    throw error;
  });
  const status = await loginCounter.statusOf(attempt);
  return status.refused ? { right: false, outdated: false, ...status } : { ...check, ...status };
}
