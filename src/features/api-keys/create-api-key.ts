import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { ROLE_IDS, type Viewer } from '../../shared/auth.js';
import { conflict, noLongerAdmin, unauthenticated } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { limitReached } from '../../shared/refusal-reasons.js';
import { hashOfToken } from '../../shared/secret-token.js';
import { changesBetween } from '../audit/audit-event.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { apiKeyTarget } from './api-key.audit.js';
import type { ApiKeyRecord } from './api-key.entity.js';
import type { ApiKeyDependencies } from './api-key-dependencies.js';
import { newApiKeySecret, prefixOf } from './api-key-secret.js';
import { type ApiKeyRequest, type NewApiKey, readApiKey } from './read-api-key.js';

/** How many keys there may be that are not revoked. Two admins at once may exceed it by one. */
const MAX_KEYS = 1_000;

/** A new key, with the secret that nothing else contains. */
export interface CreatedApiKey {
  apiKey: ApiKeyRecord;
  secret: string;
}

/** Who creates a key: the viewer, and the origin for the audit log. */
interface Creator {
  viewer: Viewer | null;
  origin: Origin;
}

/**
 * Creates a key for an admin, with whom it ends, and mails them that there is one: a thief of their session could create a
 * key that outlives it.
 *
 * @throws BAD_USER_INPUT naming each invalid field; FORBIDDEN if the creator is no longer an active admin; UNAUTHENTICATED if
 * their session has ended; CONFLICT if there are too many keys; ERP_UNAVAILABLE if the ERP is down and a name can't be checked
 */
export async function createApiKey(
  dependencies: ApiKeyDependencies,
  { viewer, origin }: Creator,
  request: ApiKeyRequest,
): Promise<CreatedApiKey> {
  if (viewer === null) throw unauthenticated();
  const key = readApiKey(request, dependencies.now());
  await dependencies.assertErpCustomersExist(request.erpCustomerNames);
  const secret = newApiKeySecret();
  const apiKey = await inTransaction(dependencies.dataSource, async (tx) => {
    const creator = await lockCreator(tx, dependencies, viewer);
    await assertRoomFor(tx, dependencies);
    const added = await add(tx, dependencies, { key, secret, createdById: creator.id });
    await dependencies.audit.append(tx, origin, {
      action: 'API_KEY_CREATED',
      target: apiKeyTarget(added),
      changes: changesBetween({}, auditedKey(key, added.prefix)),
    });
    await mail(tx, dependencies, { creator, key, prefix: added.prefix, ip: origin.ip });
    return added;
  });
  return { apiKey, secret };
}

/**
 * Locks the creator before their keys, in the order of a deactivation: a deactivation or demotion at the same time either
 * finds the new key, or is found here. So does an end of the creator's session, such as by a new password.
 */
async function lockCreator(
  tx: Tx,
  { keys }: ApiKeyDependencies,
  session: Pick<Viewer, 'userId' | 'sessionId'>,
): Promise<PortalUserRecord> {
  const creator = await keys.lockCreator(tx, session.userId);
  if (!creator?.active || creator.roleId !== ROLE_IDS.ADMIN) throw noLongerAdmin();
  if (!(await keys.lockSession(tx, session))) throw unauthenticated();
  return creator;
}

async function assertRoomFor(tx: Tx, { keys }: ApiKeyDependencies): Promise<void> {
  const found = await keys.countUnrevoked(tx);
  if (found < MAX_KEYS) return;
  throw conflict({
    path: 'input',
    message: `found ${found} API keys that are not revoked; wanted fewer than ${MAX_KEYS}: revoke those that nobody uses`,
    ...limitReached(MAX_KEYS),
  });
}

function add(
  tx: Tx,
  { keys }: ApiKeyDependencies,
  { key, secret, createdById }: { key: NewApiKey; secret: string; createdById: string },
): Promise<ApiKeyRecord> {
  const { erpCustomerNames, ...columns } = key;
  const hashed = { prefix: prefixOf(secret), secretHash: hashOfToken(secret) };
  return keys.add(tx, { ...columns, ...hashed, createdById }, erpCustomerNames);
}

async function mail(
  tx: Tx,
  { outbox, now }: ApiKeyDependencies,
  {
    creator,
    key,
    prefix,
    ip,
  }: { creator: PortalUserRecord; key: NewApiKey; prefix: string; ip: string | null },
): Promise<void> {
  const { name: keyName, allErpCustomers, erpCustomerNames, expiresAt } = key;
  const keyExpiresAt = expiresAt?.toISOString() ?? null;
  const { username, email } = creator;
  const at = now().toISOString();
  const data = { username, keyName, prefix, allErpCustomers, erpCustomerNames, keyExpiresAt, at, ip };
  await outbox.post(tx, { to: email, template: 'API_KEY_CREATED', data });
}

const auditedKey = ({ name, allErpCustomers, erpCustomerNames, expiresAt }: NewApiKey, prefix: string) => ({
  ...{ name, prefix, allErpCustomers },
  erpCustomerNames: [...erpCustomerNames].sort(),
  expiresAt: expiresAt?.toISOString() ?? null,
});
