import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '../../shared/derive-key.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the payload of waiting mails (AES-256-GCM). A payload is bound to its mail's id and can't be used in another
 * mail.
 */
export class PayloadCipher {
  readonly #keys: readonly [Buffer, ...Buffer[]];

  /** @param secretKeys the current key, which encrypts, then previous keys, which can still decrypt older payloads */
  constructor([secretKey, ...previous]: readonly [string, ...string[]]) {
    const derive = (secret: string) => deriveKey(secret, 'mail payload');
    this.#keys = [derive(secretKey), ...previous.map(derive)];
  }

  /** Encrypts a payload with the current key. */
  seal(mailId: string, data: object): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keys[0], nonce).setAAD(Buffer.from(mailId));
    const body = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Decrypts a payload; null if its key is no longer known, or the payload was altered. */
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
