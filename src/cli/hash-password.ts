import type { Config } from '../config.js';
import { PasswordHasher } from '../features/identity/password-hasher.js';
import { assertGoodPassword } from '../features/identity/password-policy.js';
import { readSecret } from './read-secret.js';

/** The hash of a password that is asked for. @throws BadInput for one that nobody should have */
export async function hashPassword(settings: Config['passwordHashing']): Promise<string> {
  const hasher = new PasswordHasher(settings);
  const password = await readSecret('Password');
  await assertGoodPassword('password', password, null);
  return hasher.hash(password);
}
