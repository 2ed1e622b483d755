import { createHmac } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';
import { loginKey } from '../../../shared/folded-keys.js';

/**
 * Chooses the login whose hash is checked instead if a login doesn't exist. The choice is always the same for the same
 * text, but not predictable. Hashes of older schemes take longer to check, and checking an unknown login must take as
 * long as checking one that could exist.
 */
export class DummyLogins {
  readonly #key: Buffer;

  constructor(secretKey: string) {
    this.#key = deriveKey(secretKey, 'decoy');
  }

  /** An id in the range of the logins' ids, evenly distributed. */
  idFor(login: string): string {
    const hex = createHmac('sha256', this.#key).update(loginKey(login).key).digest('hex').slice(0, 32);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
