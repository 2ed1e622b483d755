import { createHmac } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

/**
 * Whose hash stands in where a login doesn't exist: always the same one for what was typed, and nobody can tell whose. Hashes
 * of older schemes take longer to compare; a login that isn't there must take as long as one that could be.
 */
export class DummyLogins {
  readonly #key: Buffer;

  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'decoy');
  }

  /** A place among the ids of the logins, spread evenly. */
  idFor(login: string): string {
    const hex = createHmac('sha256', this.#key).update(login.toLowerCase()).digest('hex').slice(0, 32);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
