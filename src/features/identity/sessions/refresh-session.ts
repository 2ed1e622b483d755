import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import { asAnonymous, type Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import type { AuditLog } from '../../audit/audit-log.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import { grant, type SessionDependencies, type SessionGrant } from './open-session.js';
import { RefreshTokenChain } from './refresh-token.js';
import type { RefreshState } from './refresh-token.store.js';

/** What refreshing a session needs. */
export interface RefreshDependencies {
  dataSource: DataSource;
  audit: AuditLog;
  sessions: SessionDependencies;
  /** Called after a spent token was sent again and its session was ended: the token may have been copied. */
  onTokenReuse: (session: { userId: string; sessionId: string }) => void;
}

/**
 * Exchanges a refresh token for the next one and an access token (rotation with reuse detection, RFC 9700 section
 * 4.14). A spent token ends its session, with two exceptions: if it was spent just now, the caller gets the newest token
 * again; if it was spent lately and its successor was never used, the response was lost, and the caller gets the successor.
 *
 * @returns null for a token that is unknown or spent, or whose session has ended
 */
export async function refreshSession(
  dependencies: RefreshDependencies,
  token: string,
  origin: Origin,
): Promise<SessionGrant | null> {
  if (!RefreshTokenChain.isWellFormed(token)) return null;
  const outcome = await inTransaction(dependencies.dataSource, (tx) =>
    rotate(tx, dependencies, token, origin),
  );
  if (!outcome || !('reused' in outcome)) return outcome;
  // Called after the commit, because only then it is certain that the session has ended.
  dependencies.onTokenReuse(outcome.reused);
  return null;
}

async function rotate(
  tx: Tx,
  dependencies: RefreshDependencies,
  token: string,
  origin: Origin,
): Promise<SessionGrant | { reused: { userId: string; sessionId: string } } | null> {
  const { refreshTokens, store, accessTokens } = dependencies.sessions;
  const found = await refreshTokens.lock(tx, token);
  if (!found?.open) return null;
  const { userId, sessionId, expiresAt: until } = found;
  if (await isReuse(tx, dependencies.sessions, token, found)) {
    await store.revoke(tx, sessionId, 'ENDED_ELSEWHERE');
    await dependencies.audit.append(tx, asAnonymous(origin), {
      action: 'SESSIONS_REVOKED',
      target: portalUserTarget({ id: userId, email: found.email }),
      changes: [fact('sessionsRevoked', 1), fact('reason', 'refresh token reuse')],
    });
    return { reused: { userId, sessionId } };
  }
  const refreshToken = await successorOf(tx, dependencies.sessions, token, found);
  if (refreshToken === null) return null;
  return grant(accessTokens, { sessionId, userId, refreshToken, until });
}

/** Whether somebody has kept a copy of a spent token: its client is known to have gone on with the next one. */
async function isReuse(
  tx: Tx,
  { refreshTokens, refreshTokenChain }: SessionDependencies,
  token: string,
  { sessionId, spent }: RefreshState,
): Promise<boolean> {
  if (spent !== 'lately') return spent === 'before';
  const successor = await refreshTokens.firstOf(tx, sessionId, refreshTokenChain.successors(token));
  const state = successor === null ? null : await refreshTokens.lock(tx, successor);
  return state?.spent !== 'no' || state.arrived;
}

/** The token that follows: a new one, or the newest one of the chain if this one is spent. */
async function successorOf(
  tx: Tx,
  { refreshTokens, refreshTokenChain }: SessionDependencies,
  token: string,
  { sessionId, spent }: RefreshState,
): Promise<string | null> {
  const candidates = refreshTokenChain.successors(token);
  if (spent === 'no') {
    const [next = null] = candidates;
    await refreshTokens.spend(tx, token);
    if (next !== null) await refreshTokens.addNext(tx, sessionId, next);
    return next;
  }
  let next = await refreshTokens.firstOf(tx, sessionId, candidates);
  while (next !== null && (await refreshTokens.lock(tx, next))?.spent !== 'no') {
    next = await refreshTokens.firstOf(tx, sessionId, refreshTokenChain.successors(next));
  }
  return next;
}
