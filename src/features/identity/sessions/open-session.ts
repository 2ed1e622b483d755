import type { Tx } from '../../../db/in-transaction.js';
import { hashOfToken } from '../../../shared/secret-token.js';
import type { AccessTokens } from './access-token.js';
import type { RefreshTokenChain } from './refresh-token.js';
import type { RefreshTokenStore } from './refresh-token.store.js';
import type { Client, SessionStore } from './session.store.js';

/** What opening and refreshing a session needs. */
export interface SessionDependencies {
  store: SessionStore;
  refreshTokens: RefreshTokenStore;
  accessTokens: AccessTokens;
  refreshTokenChain: RefreshTokenChain;
  /** The maximum duration of a session. Refreshing does not extend it. */
  sessionHours: number;
  now: () => Date;
}

/** What a sign-in or a refresh returns. */
export interface SessionGrant {
  accessToken: string;
  /** When the access token expires. */
  expiresAt: Date;
  refreshToken: string;
  /** When the session ends, and the refresh token with it. */
  sessionExpiresAt: Date;
  sessionId: string;
  userId: string;
}

/** A session and the refresh token that continues it. */
export interface GrantedSession {
  sessionId: string;
  userId: string;
  refreshToken: string;
  until: Date;
}

/** Issues an access token for a session, and returns it with the refresh token. */
export function grant(accessTokens: AccessTokens, { until, ...session }: GrantedSession): SessionGrant {
  const refreshTokenHash = hashOfToken(session.refreshToken);
  const issued = accessTokens.issue({ ...session, refreshTokenHash }, until);
  return { ...session, ...issued, sessionExpiresAt: until };
}

/** Opens a session and issues its first tokens. */
export async function openSession(
  tx: Tx,
  { store, refreshTokens, accessTokens, refreshTokenChain, sessionHours, now }: SessionDependencies,
  userId: string,
  client: Client,
): Promise<SessionGrant> {
  const until = new Date(now().getTime() + sessionHours * 3_600_000);
  const { id: sessionId } = await store.open(tx, userId, until, client);
  const refreshToken = refreshTokenChain.first();
  await refreshTokens.addFirst(tx, sessionId, refreshToken);
  return grant(accessTokens, { sessionId, userId, refreshToken, until });
}
