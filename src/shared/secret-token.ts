import { createHash, randomBytes } from 'node:crypto';

/** The form of a token: 256 bits in base64url. */
export const TOKEN_FORMAT = /^[\w-]{43}$/;

/** A new token, which nobody finds by trying. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash of a token. Only this is stored, so that a reader of the database can't use the token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
