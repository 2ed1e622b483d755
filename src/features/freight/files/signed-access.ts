import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

const MAC_BYTES = 32;
const EXPIRY_BYTES = 6;
const SESSION_BYTES = 16;
const TOKEN_BYTES = MAC_BYTES + EXPIRY_BYTES + SESSION_BYTES;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Signs and checks access to one file for one session until a time, for places that can't send an access token, such as
 * an `<img>`. The token proves only that the session was given this address: whoever opens it must read the session and
 * check again what it may see.
 */
export class SignedAccess {
  readonly #keys: readonly [Buffer, ...Buffer[]];

  /** @param secretKeys the current key, which signs, then previous keys, which are still accepted */
  constructor(
    [current, ...previous]: readonly [string, ...string[]],
    private readonly now: () => Date,
  ) {
    const derive = (secret: string) => deriveKey(secret, 'file access');
    this.#keys = [derive(current), ...previous.map(derive)];
  }

  /**
   * @param resource what the token opens, such as `connotes/<id>/photos/<id>/thumbnail`
   * @param sessionId the session that it is valid for, a UUID
   * @returns the token, 72 characters that need no escaping in an address
   */
  sign(resource: string, sessionId: string, lifetimeSeconds: number): string {
    if (!UUID.test(sessionId))
      throw new Error('access to a file was signed for something that is no session');
    const payload = Buffer.alloc(EXPIRY_BYTES + SESSION_BYTES);
    payload.writeUIntBE(seconds(this.now()) + lifetimeSeconds, 0, EXPIRY_BYTES);
    payload.write(sessionId.replaceAll('-', ''), EXPIRY_BYTES, 'hex');
    return Buffer.concat([macOf(this.#keys[0], payload, resource), payload]).toString('base64url');
  }

  /** @returns the session that a token is valid for; null if it is malformed, expired or for another resource */
  open(token: string, resource: string): { sessionId: string } | null {
    const bytes = Buffer.from(token, 'base64url');
    // Each token has one spelling, because no bit of its last character is unused.
    if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
    const mac = bytes.subarray(0, MAC_BYTES);
    const payload = bytes.subarray(MAC_BYTES);
    if (!this.#keys.some((key) => timingSafeEqual(mac, macOf(key, payload, resource)))) return null;
    if (payload.readUIntBE(0, EXPIRY_BYTES) <= seconds(this.now())) return null;
    const session = payload.toString('hex', EXPIRY_BYTES);
    return { sessionId: session.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
  }
}

const seconds = (time: Date) => Math.floor(time.getTime() / 1000);

/** The resource is hashed first, so that it can't run into the payload. */
function macOf(key: Buffer, payload: Buffer, resource: string): Buffer {
  const bound = createHash('sha256').update(resource).digest();
  return createHmac('sha256', key).update(bound).update(payload).digest();
}
