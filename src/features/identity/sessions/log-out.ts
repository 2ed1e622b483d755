import { inTransaction } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import type { SignedIn } from './signed-in.query.js';

type Dependencies = Pick<SignInDependencies, 'dataSource' | 'sessions' | 'audit'>;

/** Ends the viewer's session, and no other. */
export function logOut(
  { dataSource, sessions, audit }: Dependencies,
  { viewer, user }: SignedIn,
  origin: Origin,
): Promise<void> {
  return inTransaction(dataSource, async (tx) => {
    if (!(await sessions.store.revoke(tx, viewer.sessionId, 'SIGNED_OUT'))) return;
    await audit.append(tx, origin, { action: 'LOGGED_OUT', target: portalUserTarget(user) });
  });
}

/** Ends all sessions of the viewer, including this one. @returns how many ended */
export function logOutEverywhere(
  { dataSource, sessions, audit }: Dependencies,
  { user }: SignedIn,
  origin: Origin,
): Promise<number> {
  return inTransaction(dataSource, async (tx) => {
    const sessionsRevoked = await sessions.store.revokeAllOf(tx, user.id, 'SIGNED_OUT');
    const changes = [fact('sessionsRevoked', sessionsRevoked)];
    await audit.append(tx, origin, { action: 'SESSIONS_REVOKED', target: portalUserTarget(user), changes });
    return sessionsRevoked;
  });
}
