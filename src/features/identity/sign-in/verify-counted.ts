import type { IdentityDependencies } from '../identity-dependencies.js';
import type { Verdict } from '../passwords/password-hasher.js';
import type { CountedAttempt, Standing } from './login-counter.js';

/** What became of a counted attempt. One that was refused is not right, whatever was typed. */
export type CountedVerdict = Verdict & Standing;

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
): Promise<CountedVerdict> {
  const verdict = await hasher.verify(password, passwordHash).catch(async (error: unknown) => {
    await loginCounter.takeBack(attempt);
    throw error;
  });
  const standing = await loginCounter.standingOf(attempt);
  return standing.refused ? { right: false, outdated: false, ...standing } : { ...verdict, ...standing };
}
