import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { deriveKey } from '../../../shared/derive-key.js';
import { sha256 } from '../../../shared/sha256.js';

const ALGORITHM = 'HS256';
const ISSUER = 'portico';
const AUDIENCE = 'portico-api';
const TYPE = 'at+jwt';
const ACCESS_TOKEN_MINUTES = 15;

// `exp` is required here, because the library accepts a token without an end.
const payload = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  exp: z.number(),
  rt_hash: z.base64url().optional(),
});

/** The user and the session that a token names. Only the session's row says whether they are still valid. */
export interface TokenClaims {
  userId: string;
  sessionId: string;
  /** The hash of the refresh token that was issued with it. Tokens of earlier versions name none. */
  refreshTokenHash?: Buffer | undefined;
}

interface VerifiedToken {
  claims: TokenClaims;
  /** In seconds, as in the token. */
  expiresAt: number;
}

/**
 * Issues and verifies access tokens: JWTs that are valid for fifteen minutes, each tied to a session (typ as in
 * RFC 9068). The header names the signing key (kid), so that a key can be replaced while older tokens are still valid.
 */
export class AccessTokens {
  readonly #current: { id: string; key: KeyObject };
  readonly #keys: ReadonlyMap<string, KeyObject>;
  /** Tokens that were genuine, by their hash: a browser sends the same one for fifteen minutes. Their end is checked each time. */
  readonly #verified = new LRUCache<string, VerifiedToken>({ max: 5_000 });

  /** @param secretKeys the current key, which signs, then previous keys, which are still accepted */
  constructor(
    secretKeys: readonly [string, ...string[]],
    private readonly now: () => Date,
  ) {
    const [current] = secretKeys;
    this.#current = { id: keyId(current), key: signingKey(current) };
    this.#keys = new Map(secretKeys.map((secret) => [keyId(secret), signingKey(secret)]));
  }

  /** Issues a token. @param until the end of the session; the token expires then at the latest */
  issue(
    { userId, sessionId, refreshTokenHash }: TokenClaims,
    until: Date,
  ): { accessToken: string; expiresAt: Date } {
    const issuedAt = this.#seconds();
    const expiresAt = Math.min(issuedAt + ACCESS_TOKEN_MINUTES * 60, Math.floor(until.getTime() / 1000));
    const { id, key } = this.#current;
    const hash = refreshTokenHash && { rt_hash: refreshTokenHash.toString('base64url') };
    const accessToken = jwt.sign({ sid: sessionId, iat: issuedAt, exp: expiresAt, ...hash }, key, {
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: AUDIENCE,
      subject: userId,
      header: { alg: ALGORITHM, typ: TYPE, kid: id },
    });
    return { accessToken, expiresAt: new Date(expiresAt * 1000) };
  }

  /** Verifies a token. @returns its claims; null if it is forged, malformed or expired */
  verify(token: string): TokenClaims | null {
    const hash = sha256(token);
    const known = this.#verified.get(hash);
    if (known) return this.#seconds() < known.expiresAt ? known.claims : null;
    const read = this.#read(token);
    if (read) this.#verified.set(hash, read);
    return read?.claims ?? null;
  }

  /** Checks everything about a token. */
  #read(token: string): VerifiedToken | null {
    try {
      const { header } = jwt.decode(token, { complete: true }) ?? {};
      const key = header?.typ === TYPE && this.#keys.get(header.kid ?? '');
      if (!key) return null;
      const verified = jwt.verify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: this.#seconds(),
      });
      const { sub: userId, sid: sessionId, rt_hash: hash, exp: expiresAt } = payload.parse(verified);
      const refreshTokenHash = hash ? Buffer.from(hash, 'base64url') : undefined;
      return { claims: { userId, sessionId, refreshTokenHash }, expiresAt };
    } catch {
      return null;
    }
  }

  #seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }
}

/** The key as an object: the library would first try to parse bytes as a public key, which is slow. */
function signingKey(secretKey: string): KeyObject {
  return createSecretKey(deriveKey(secretKey, 'access token'));
}

/** The key's id in token headers. It reveals nothing about the key. */
function keyId(secretKey: string): string {
  return deriveKey(secretKey, 'key id').toString('base64url').slice(0, 8);
}
