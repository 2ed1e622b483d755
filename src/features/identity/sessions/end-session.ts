import { inTransaction } from '../../../db/in-transaction.js';
import { notFound } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { fact } from '../../audit/audit-event.js';
import { portalUserTarget } from '../../users/portal-user.audit.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import type { SignedIn } from './signed-in.query.js';

/**
 * Ends one of the viewer's own sessions.
 *
 * @returns false if it had already ended
 * @throws NOT_FOUND for any other id, whether or not somebody else has such a session
 */
export function endSession(
  { dataSource, sessions, audit }: Pick<SignInDependencies, 'dataSource' | 'sessions' | 'audit'>,
  id: string,
  { user, origin }: Pick<SignedIn, 'user'> & { origin: Origin },
): Promise<boolean> {
  return inTransaction(dataSource, async (tx) => {
    const ended = await sessions.store.revokeOf(tx, user.id, id);
    if (ended === null) {
      throw notFound({
        path: 'id',
        message: `found "${id}", which no session of yours has`,
        reason: 'UNKNOWN',
      });
    }
    if (ended === 'before') return false;
    const changes = [fact('sessionsRevoked', 1)];
    await audit.append(tx, origin, { action: 'SESSIONS_REVOKED', target: portalUserTarget(user), changes });
    return true;
  });
}
