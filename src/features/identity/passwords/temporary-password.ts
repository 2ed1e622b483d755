import { randomInt } from 'node:crypto';
import type { PasswordHasher } from './password-hasher.js';

const LENGTH = 16;
/**
 * Each kind has to occur. Without 0 and O, 1, l and I, which are taken for each other; the signs are those that mean
 * nothing to who shows or copies a mail.
 */
const KINDS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!#$%+-=?@'];
const ALPHABET = KINDS.join('');

/**
 * A password of 16 characters from the system's random numbers, about 96 bits. One that lacks a kind is thrown away whole:
 * so that all that remain are equally likely.
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

/** A password for a while, as its owner gets it and as it is kept. */
export interface TemporaryPassword {
  password: string;
  passwordHash: string;
  expiresAt: Date;
}

/** Makes a temporary password that is good from now. @throws RATE_LIMITED where too many wait for their hash */
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

/** True where the password is a temporary one whose time is over: then it is as good as a wrong one. */
export function isTemporaryPasswordExpired(
  { temporaryPasswordExpiresAt }: { temporaryPasswordExpiresAt: Date | null },
  now: Date,
): boolean {
  return temporaryPasswordExpiresAt !== null && temporaryPasswordExpiresAt <= now;
}
