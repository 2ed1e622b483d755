import { createHash, createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

const TOKEN_FORMAT = /^[\w-]{43}$/;

/** What the database stores of a token: enough to recognise it, but useless to a reader of the database. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Refresh tokens. The first of a chain is 256 random bits. Each next one is derived from the one before with a secret
 * key. So if a token is spent twice at once, both requests get the same successor, and a session never has two chains.
 */
export class RefreshTokenChain {
  readonly #keys: readonly Buffer[];

  /** @param secretKeys first the one that makes successors, then those that made them before */
  constructor(secretKeys: readonly [string, ...string[]]) {
    this.#keys = secretKeys.map((secret) => deriveKey(secret, 'refresh token'));
  }

  /** The first of a new chain. */
  first(): string {
    return randomBytes(32).toString('base64url');
  }

  /** The possible successors of a token: first the one that the current key makes, then those that older keys made. */
  successors(token: string): string[] {
    return this.#keys.map((key) => createHmac('sha256', key).update(token).digest('base64url'));
  }

  /** True if a text has the form of a refresh token. */
  static isWellFormed(token: string): boolean {
    return TOKEN_FORMAT.test(token);
  }
}
