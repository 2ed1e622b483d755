import { hash, verify } from '@node-rs/argon2';

// OWASP's password storage cheat sheet for argon2id, which is the library's default: 19 MiB, two passes, one lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody knows: what an unknown login is compared with, so that it takes as long as a known one. */
const NOBODYS = hash(crypto.randomUUID(), PARAMETERS);

/** An argon2id hash in PHC format, computed off the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** Compares off the event loop. Without a hash it takes the same time and is false. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const right = await verify(passwordHash ?? (await NOBODYS), password);
  return right && passwordHash !== null;
}
