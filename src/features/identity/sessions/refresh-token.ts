import { createHmac } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';
import { newToken, TOKEN_FORMAT } from '../../../shared/secret-token.js';

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
    return newToken();
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
