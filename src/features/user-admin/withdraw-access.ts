import type { Tx } from '../../db/in-transaction.js';
import { type AuditEvent, fact } from '../audit/audit-event.js';
import { endAccess } from '../identity/sessions/end-access.js';
import { portalUserTarget } from '../users/portal-user.audit.js';

/**
 * What goes with the deactivation of logins: their sessions end, and mailed links are dead. A fixed number of statements.
 *
 * @returns what to write down, an entry for each
 */
export async function withdrawAccess(
  tx: Tx,
  users: readonly { id: string; email: string }[],
): Promise<AuditEvent[]> {
  const ids = users.map((user) => user.id);
  const ended = await endAccess(tx, ids, ['PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'EMAIL_CHANGE']);
  return users.map((user) => ({
    action: 'PORTAL_USER_DEACTIVATED',
    target: portalUserTarget(user),
    changes: [
      { field: 'active', before: true, after: false },
      fact('sessionsRevoked', ended.get(user.id) ?? 0),
    ],
  }));
}
