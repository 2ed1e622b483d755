import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../../../shared/derive-key.js';

const DAY_MS = 86_400_000;
const VALID_DAYS = 180;
const MARK_FORMAT = /^([\w-]{16})\.(\d{1,6})\.([\w-]{43})$/;

/**
 * Marks of browsers that a login has signed in with (OWASP's device cookies). A mark doesn't replace a sign-in. When
 * sign-ins fail, it distinguishes the owner's browser from others, so that guesses by strangers don't make the owner
 * wait.
 */
export class DeviceCookies {
  readonly #keys: readonly [Buffer, ...Buffer[]];

  /** @param secretKeys the current key, which signs, then previous keys, which are still accepted */
  constructor(
    [secretKey, ...previous]: readonly [string, ...string[]],
    private readonly now: () => Date,
  ) {
    const key = (secret: string) => deriveKey(secret, 'device');
    this.#keys = [key(secretKey), ...previous.map(key)];
  }

  /** A new mark for a login, and when it expires. */
  issue(userId: string): { mark: string; until: Date } {
    const until = this.#today() + VALID_DAYS;
    const signed = `${randomBytes(12).toString('base64url')}.${until}`;
    const mark = `${signed}.${sign(this.#keys[0], signed, userId).toString('base64url')}`;
    return { mark, until: new Date(until * DAY_MS) };
  }

  /** The browser's id, if the mark was made for this login and has not expired; otherwise null. */
  verify(mark: string | null, userId: string): string | null {
    const [, id = '', until = '', signature = ''] = MARK_FORMAT.exec(mark ?? '') ?? [];
    const given = Buffer.from(signature, 'base64url');
    const genuine = this.#keys.some((key) => {
      const wanted = sign(key, `${id}.${until}`, userId);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
    return genuine && Number(until) > this.#today() ? id : null;
  }

  #today(): number {
    return Math.floor(this.now().getTime() / DAY_MS);
  }
}

function sign(key: Buffer, signed: string, userId: string): Buffer {
  return createHmac('sha256', key).update(`${signed}.${userId}`).digest();
}
