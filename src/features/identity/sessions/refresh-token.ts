import { createHash, createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

const FORM = /^[\w-]{43}$/;

/** What the database keeps of a refresh token: enough to know it again, useless to whoever reads it there. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Refresh tokens: 256 random bits, and after them a chain in which each follows from the one before by a secret key.
 * Whoever spends the same token twice at once gets the same successor twice, and no session ever has two chains.
 */
export class RefreshTokenChain {
  readonly #keys: readonly Buffer[];

  /** @param secretKeys the one that makes successors, and after it those that made them before */
  constructor(secretKeys: readonly [string, ...string[]]) {
    this.#keys = secretKeys.map((secret) => deriveKey(secret, 'refresh token'));
  }

  /** The first of a new chain. */
  first(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What may follow a token: the successor that is made now, and after it those that another key made. */
  successors(token: string): string[] {
    return this.#keys.map((key) => createHmac('sha256', key).update(token).digest('base64url'));
  }

  /** True for what can be one of ours at all. */
  static hasForm(token: string): boolean {
    return FORM.test(token);
  }
}
