import type { Tx } from '../../db/in-transaction.js';
import { keysEnded } from '../api-keys/keys-ended.js';
import { type AuditEvent, fact } from '../audit/audit-event.js';
import { CONFIRMATIONS } from '../identity/links/link-purpose.js';
import { endAccess } from '../identity/sessions/end-access.store.js';
import { portalUserTarget } from '../users/portal-user.audit.js';

/**
 * Ends the access of logins that are deactivated: their sessions end, mailed links become invalid, and the API keys that
 * they created are revoked. The number of SQL statements does not depend on the number of logins.
 *
 * @returns the audit events, one for each login and each key
 */
export async function withdrawAccess(
  tx: Tx,
  users: readonly { id: string; email: string }[],
): Promise<AuditEvent[]> {
  const ids = users.map((user) => user.id);
  const purposes = ['PASSWORD_RESET', ...CONFIRMATIONS];
  const ended = await endAccess(tx, ids, { purposes, reason: 'DEACTIVATED' });
  const deactivated = users.map(
    (user): AuditEvent => ({
      action: 'PORTAL_USER_DEACTIVATED',
      target: portalUserTarget(user),
      changes: [
        { field: 'active', before: true, after: false },
        fact('sessionsRevoked', ended.get(user.id) ?? 0),
      ],
    }),
  );
  return [...deactivated, ...(await keysEnded(tx, ids))];
}
