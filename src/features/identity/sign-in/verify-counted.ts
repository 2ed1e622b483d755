import type { SignInDependencies } from '../identity-dependencies.js';
import type { PasswordCheck } from '../passwords/password-hasher.js';
import type { AttemptStatus, CountedAttempt } from './login-counter.js';

/** What became of a counted attempt. One that was refused is not right, whatever was typed. */
export type CountedPasswordCheck = PasswordCheck & AttemptStatus;

/**
 * Compares a password as a counted attempt: during a wait even the right one is wrong, in the same time.
 *
 * @throws RATE_LIMITED where too many wait for their hash already, and then the attempt counts as none
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
