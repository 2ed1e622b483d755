import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { PorticoError } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { keysEnded } from '../api-keys/keys-ended.js';
import { fact } from '../audit/audit-event.js';
import { ENDED_BY_NEW_PASSWORD } from '../identity/links/link-purpose.js';
import { issueTemporaryPassword, type TemporaryPassword } from '../identity/passwords/temporary-password.js';
import { endAccess } from '../identity/sessions/end-access.store.js';
import { portalUserTarget } from '../users/portal-user.audit.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { lockPortalUser, portalUserNotFound } from './lock-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/**
 * Replaces a login's password by a temporary one, which only the mail contains. All sessions of the login end, and so
 * does a wait after failed sign-ins. An earlier temporary password or reset link becomes invalid. The API keys that the
 * login created are revoked, because this is how an admin takes a login back from somebody else.
 *
 * @throws NOT_FOUND; CONFLICT for an inactive login; RATE_LIMITED if too many passwords are waiting to be hashed
 */
export async function resetPortalUserPassword(
  dependencies: UserAdminDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  const { dataSource, users, store, identity } = dependencies;
  // Checked before hashing, because hashing is expensive.
  const found = await users.findById(id);
  if (!found) throw portalUserNotFound();
  assertActive(found);
  const temporary = await issueTemporaryPassword(identity);
  return inTransaction(dataSource, async (tx) => {
    const user = await lockPortalUser(tx, store, id);
    assertActive(user);
    return replace(tx, dependencies, { origin, user, temporary });
  });
}

async function replace(
  tx: Tx,
  { store, audit, outbox, identity }: UserAdminDependencies,
  { origin, user, temporary }: { origin: Origin; user: PortalUserRecord; temporary: TemporaryPassword },
): Promise<PortalUserRecord> {
  const { id, email, username } = user;
  const { password, passwordHash, expiresAt } = temporary;
  const reset = await store.edit(tx, id, {
    passwordHash,
    mustChangePassword: true,
    temporaryPasswordExpiresAt: expiresAt,
  });
  const ended = await endAccess(tx, [id], { purposes: ENDED_BY_NEW_PASSWORD, reason: 'PASSWORD_CHANGED' });
  await identity.sessions.forgetNetworks(tx, id);
  await identity.loginCounter.clear(tx, id);
  const until = expiresAt.toISOString();
  const endedKeys = await keysEnded(tx, [id], 'an admin reset the password of the creator');
  const changes = [fact('sessionsRevoked', ended.get(id) ?? 0), fact('temporaryPasswordExpiresAt', until)];
  const event = { action: 'PASSWORD_RESET_BY_ADMIN', target: portalUserTarget(user), changes } as const;
  await audit.append(tx, origin, event, ...endedKeys);
  await outbox.post(tx, {
    to: email,
    template: 'TEMPORARY_PASSWORD',
    data: { username, temporaryPassword: password, expiresAt: until, apiKeysRevoked: endedKeys.length },
  });
  return reset;
}

function assertActive({ username, active }: PortalUserRecord): void {
  if (active) return;
  throw new PorticoError('CONFLICT', `"${username}" is not active; reactivate the login first.`);
}
