import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import { fact } from '../audit/audit-event.js';
import { portalUserTarget } from '../users/portal-user.audit.js';
import { lockPortalUser } from './lock-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/** Ends all sessions of a login. Its owner can sign in again. @returns how many ended @throws NOT_FOUND */
export function endPortalUserSessions(
  { dataSource, store, audit, identity }: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<number> {
  return inTransaction(dataSource, async (tx) => {
    const user = await lockPortalUser(tx, store, id);
    const ended = await identity.sessions.revokeAllOf(tx, id, 'ENDED_ELSEWHERE');
    if (ended > 0) {
      const changes = [fact('sessionsRevoked', ended)];
      await audit.append(tx, origin, { action: 'SESSIONS_REVOKED', target: portalUserTarget(user), changes });
    }
    return ended;
  });
}
