import type { Tx } from '../../db/in-transaction.js';
import type { AccessTokens } from './access-token.js';
import type { Client, SessionStore } from './session.store.js';

export interface SessionOpener {
  sessions: SessionStore;
  tokens: AccessTokens;
  sessionHours: number;
  now: () => Date;
}

/** What a sign-in hands out. */
export interface SessionGrant {
  accessToken: string;
  expiresAt: Date;
  sessionId: string;
  userId: string;
}

/** Opens a session and issues the first access token for it. */
export async function openSession(
  tx: Tx,
  { sessions, tokens, sessionHours, now }: SessionOpener,
  userId: string,
  client: Client,
): Promise<SessionGrant> {
  const until = new Date(now().getTime() + sessionHours * 3_600_000);
  const session = await sessions.open(tx, userId, until, client);
  const { accessToken, expiresAt } = tokens.issue({ userId, sessionId: session.id });
  return { accessToken, expiresAt, sessionId: session.id, userId };
}
