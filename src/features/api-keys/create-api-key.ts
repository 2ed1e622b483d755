import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { conflict, noLongerAdmin, unauthenticated } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import { hashOfToken } from '../identity/sessions/refresh-token.js';
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

/**
 * Creates a key for an admin, with whom it ends.
 *
 * @throws BAD_USER_INPUT naming each invalid field; FORBIDDEN if the creator is no longer an active admin; CONFLICT if there
 * are too many keys; ERP_UNAVAILABLE if the ERP is down and a name can't be checked
 */
export async function createApiKey(
  dependencies: ApiKeyDependencies,
  origin: Origin,
  request: ApiKeyRequest,
): Promise<CreatedApiKey> {
  const { actorId } = origin;
  if (actorId === null) throw unauthenticated();
  const key = readApiKey(request, dependencies.now());
  await dependencies.assertErpCustomersExist(request.erpCustomerNames);
  const secret = newApiKeySecret();
  const apiKey = await inTransaction(dependencies.dataSource, async (tx) => {
    await lockCreator(tx, dependencies, actorId);
    await assertRoomFor(tx, dependencies);
    const added = await add(tx, dependencies, { key, secret, createdById: actorId });
    await dependencies.audit.append(tx, origin, {
      action: 'API_KEY_CREATED',
      target: apiKeyTarget(added),
      changes: changesBetween({}, auditedKey(key, added.prefix)),
    });
    return added;
  });
  return { apiKey, secret };
}

/**
 * Locks the creator before their keys, in the order of a deactivation: a deactivation or demotion at the same time either
 * finds the new key, or is found here.
 */
async function lockCreator(tx: Tx, { keys }: ApiKeyDependencies, id: string): Promise<void> {
  const creator = await keys.lockCreator(tx, id);
  if (!creator?.active || creator.roleId !== ROLE_IDS.ADMIN) throw noLongerAdmin();
}

async function assertRoomFor(tx: Tx, { keys }: ApiKeyDependencies): Promise<void> {
  const found = await keys.countUnrevoked(tx);
  if (found < MAX_KEYS) return;
  throw conflict({
    path: 'input',
    message: `found ${found} API keys that are not revoked; wanted fewer than ${MAX_KEYS}: revoke those that nobody uses`,
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

const auditedKey = ({ name, allErpCustomers, erpCustomerNames, expiresAt }: NewApiKey, prefix: string) => ({
  ...{ name, prefix, allErpCustomers },
  erpCustomerNames: [...erpCustomerNames].sort(),
  expiresAt: expiresAt?.toISOString() ?? null,
});
