import jwt from 'jsonwebtoken';
import { z } from 'zod';

const ALGORITHM = 'HS256';
const ISSUER = 'portico';
const AUDIENCE = 'portico-api';
const TYPE = 'at+jwt';
const ACCESS_TOKEN_MINUTES = 15;

const payload = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Whom a token names. Whether that is still so is the session row's to say. */
export interface TokenClaims {
  userId: string;
  sessionId: string;
}

/** Makes and checks access tokens: JWTs of fifteen minutes, each tied to a session (typ after RFC 9068). */
export class AccessTokens {
  constructor(
    private readonly key: Buffer,
    private readonly now: () => Date,
  ) {}

  issue({ userId, sessionId }: TokenClaims): { accessToken: string; expiresAt: Date } {
    const issuedAt = Math.floor(this.now().getTime() / 1000);
    const expiresAt = issuedAt + ACCESS_TOKEN_MINUTES * 60;
    const accessToken = jwt.sign({ sid: sessionId, iat: issuedAt, exp: expiresAt }, this.key, {
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: AUDIENCE,
      subject: userId,
      header: { alg: ALGORITHM, typ: TYPE },
    });
    return { accessToken, expiresAt: new Date(expiresAt * 1000) };
  }

  /** The claims of a genuine token that has not run out, else null. */
  verify(token: string): TokenClaims | null {
    try {
      const verified = jwt.verify(token, this.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: Math.floor(this.now().getTime() / 1000),
        complete: true,
      });
      if (verified.header.typ !== TYPE) return null;
      const claims = payload.parse(verified.payload);
      return { userId: claims.sub, sessionId: claims.sid };
    } catch {
      return null;
    }
  }
}
