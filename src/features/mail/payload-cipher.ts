import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '../../shared/derive-key.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what mails are filled in with while they wait (AES-256-GCM). Bound to the mail's id: one mail's can't stand in another. */
export class PayloadCipher {
  readonly #keys: readonly [Buffer, ...Buffer[]];

  /** @param secretKeys the one that encrypts, and after it those that what waits may still be encrypted under */
  constructor([secretKey, ...previous]: readonly [string, ...string[]]) {
    const key = (secret: string) => deriveKey(secret, 'mail payload');
    this.#keys = [key(secretKey), ...previous.map(key)];
  }

  seal(mailId: string, data: object): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keys[0], nonce).setAAD(Buffer.from(mailId));
    const body = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Null where it was encrypted under a key that is no longer known, or altered. */
  open(mailId: string, sealed: Buffer): object | null {
    for (const key of this.#keys) {
      try {
        const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(mailId))
          .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
        return JSON.parse(Buffer.concat([body, decipher.final()]).toString('utf8')) as object;
      } catch {
        // Another key may fit.
      }
    }
    return null;
  }
}
