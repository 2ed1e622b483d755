import { inTransaction } from '../../db/in-transaction.js';
import { notFound } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { apiKeyTarget } from './api-key.audit.js';
import type { ApiKeyRecord } from './api-key.entity.js';
import type { ApiKeyDependencies } from './api-key-dependencies.js';

/** Revokes a key, for good. One that is revoked already stays as it is. @throws NOT_FOUND */
export function revokeApiKey(
  { dataSource, keys, audit }: Pick<ApiKeyDependencies, 'dataSource' | 'keys' | 'audit'>,
  origin: Origin,
  id: string,
): Promise<ApiKeyRecord> {
  return inTransaction(dataSource, async (tx) => {
    const key = await keys.lock(tx, id);
    if (!key)
      throw notFound({ path: 'id', message: `found "${id}", which no API key has`, reason: 'UNKNOWN' });
    if (key.revokedAt !== null) return key;
    const revoked = await keys.revoke(tx, id);
    await audit.append(tx, origin, { action: 'API_KEY_REVOKED', target: apiKeyTarget(key) });
    return revoked;
  });
}
