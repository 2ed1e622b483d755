import { randomInt } from 'node:crypto';
import type { PasswordHasher } from './password-hasher.js';

const LENGTH = 16;
/**
 * The kinds of characters; each must occur. 0 and O, and 1, l and I are left out because they look alike. The symbols
 * have no special meaning to programs that show or copy a mail.
 */
const KINDS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!#$%+-=?@'];
const ALPHABET = KINDS.join('');

/**
 * Generates a password of 16 characters from the system's random numbers, about 96 bits. A candidate that lacks a kind
 * of character is discarded as a whole, so that all remaining passwords are equally likely.
 */
export function makeTemporaryPassword(): string {
  for (;;) {
    const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
    if (KINDS.every((kind) => characters.some((one) => one && kind.includes(one))))
      return characters.join('');
  }
}

/** What issuing a temporary password needs. */
export interface TemporaryPasswordDependencies {
  hasher: PasswordHasher;
  /** How long it is valid. */
  temporaryPasswordHours: number;
  now: () => Date;
}

/** A temporary password as its owner gets it, and as it is stored. */
export interface TemporaryPassword {
  password: string;
  passwordHash: string;
  expiresAt: Date;
}

/**
 * Generates a temporary password with its hash, valid from now on.
 *
 * @throws RATE_LIMITED if too many passwords are waiting to be hashed
 */
export async function issueTemporaryPassword({
  hasher,
  temporaryPasswordHours,
  now,
}: TemporaryPasswordDependencies): Promise<TemporaryPassword> {
  const password = makeTemporaryPassword();
  const passwordHash = await hasher.hash(password);
  return {
    password,
    passwordHash,
    expiresAt: new Date(now().getTime() + temporaryPasswordHours * 3_600_000),
  };
}

/** True if the password is a temporary one that has expired. It then counts as wrong. */
export function isTemporaryPasswordExpired(
  { temporaryPasswordExpiresAt }: { temporaryPasswordExpiresAt: Date | null },
  now: Date,
): boolean {
  return temporaryPasswordExpiresAt !== null && temporaryPasswordExpiresAt <= now;
}
