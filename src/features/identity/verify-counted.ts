import type { IdentityDependencies } from './identity-dependencies.js';
import type { CountedAttempt } from './login-counter.js';
import type { Verdict } from './password-hasher.js';

/**
 * Compares a password as a counted attempt: during a wait even the right one is wrong, in the same time.
 *
 * @throws RATE_LIMITED where too many wait for their hash already, and then the attempt counts as none
 */
export async function verifyCounted(
  { hasher, loginCounter }: Pick<IdentityDependencies, 'hasher' | 'loginCounter'>,
  attempt: CountedAttempt,
  password: string,
  passwordHash: string | null,
): Promise<Verdict> {
  const verdict = await hasher.verify(password, passwordHash).catch(async (error: unknown) => {
    await loginCounter.takeBack(attempt);
    throw error;
  });
  const refused = await loginCounter.refuses(attempt);
  return refused ? { right: false, outdated: false } : verdict;
}
