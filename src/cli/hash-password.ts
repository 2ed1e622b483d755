import type { Config } from '../config.js';
import { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { assertGoodPassword } from '../features/identity/passwords/password-policy.js';
import { readSecret } from './read-secret.js';
import type { Terminal } from './terminal.js';

/** Hashes a password that is prompted for, or read from standard input. @throws BAD_USER_INPUT for a weak one */
export async function hashPassword(settings: Config['passwordHashing'], terminal: Terminal): Promise<string> {
  const hasher = new PasswordHasher(settings);
  const password = await readSecret('Password', terminal);
  await assertGoodPassword('password', password, null);
  return hasher.hash(password);
}
