import { createHash, createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

/** The form of a token: 256 bits in base64url. */
export const TOKEN_FORMAT = /^[\w-]{43}$/;

/** The hash of a token. Only this is stored, so that a reader of the database can't use the token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Refresh tokens. The first one of a chain is 256 random bits. Each further one is derived from the previous one with a
 * secret key. So if two requests spend a token at the same time, both get the same successor, and a session never has
 * two chains.
 */
export class RefreshTokenChain {
  readonly #keys: readonly Buffer[];

  /** @param secretKeys the current key, which derives successors, then previous keys, which derived older ones */
  constructor(secretKeys: readonly [string, ...string[]]) {
    this.#keys = secretKeys.map((secret) => deriveKey(secret, 'refresh token'));
  }

  /** The first token of a new chain. */
  first(): string {
    return randomBytes(32).toString('base64url');
  }

  /** The possible successors of a token: the one by the current key, then those by previous keys. */
  successors(token: string): string[] {
    return this.#keys.map((key) => createHmac('sha256', key).update(token).digest('base64url'));
  }

  /** True if a text has the form of a refresh token. */
  static isWellFormed(token: string): boolean {
    return TOKEN_FORMAT.test(token);
  }
}
