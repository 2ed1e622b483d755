import type { Tx } from '../../db/in-transaction.js';
import { type AuditEvent, fact } from '../audit/audit-event.js';
import { apiKeyTarget } from './api-key.audit.js';
import { revokeKeysOf } from './api-key.store.js';

/** Why keys end with an admin's action on the login of their creator. */
type Reason = 'the creator is no longer an active admin' | 'an admin reset the password of the creator';

/**
 * Revokes the keys of logins because of what an admin does to these. Nothing that is done later restores the keys.
 *
 * @returns the audit events, one for each key
 */
export async function keysEnded(
  tx: Tx,
  creatorIds: readonly string[],
  reason: Reason = 'the creator is no longer an active admin',
): Promise<AuditEvent[]> {
  const revoked = await revokeKeysOf(tx, creatorIds);
  return revoked.map((key) => ({
    action: 'API_KEY_REVOKED',
    target: apiKeyTarget(key),
    changes: [fact('reason', reason)],
  }));
}
