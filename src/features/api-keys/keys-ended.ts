import type { Tx } from '../../db/in-transaction.js';
import { type AuditEvent, fact } from '../audit/audit-event.js';
import { apiKeyTarget } from './api-key.audit.js';
import { revokeKeysOf } from './api-key.store.js';

/**
 * Revokes the keys of logins that are deactivated or no longer admins. A later change back does not restore them.
 *
 * @returns the audit events, one for each key
 */
export async function keysEnded(tx: Tx, creatorIds: readonly string[]): Promise<AuditEvent[]> {
  const revoked = await revokeKeysOf(tx, creatorIds);
  return revoked.map((key) => ({
    action: 'API_KEY_REVOKED',
    target: apiKeyTarget(key),
    changes: [fact('reason', 'the creator is no longer an active admin')],
  }));
}
