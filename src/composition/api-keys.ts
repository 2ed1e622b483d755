import { ApiKeyResolver } from '../features/api-keys/api-key.resolver.js';
import { ApiKeyStore } from '../features/api-keys/api-key.store.js';
import type { ApiKeyDependencies } from '../features/api-keys/api-key-dependencies.js';
import { apiKeyReader } from '../features/api-keys/find-api-key.js';
import { mailExpiringKeys } from '../features/api-keys/mail-expiring-keys.js';
import { assertErpCustomersExist } from '../features/user-admin/erp-customers/assert-erp-customers-exist.js';
import type { UserAdminDependencies } from '../features/user-admin/user-admin-dependencies.js';

/** Composes the API keys of reporting tools. */
export function composeApiKeys(userAdmin: UserAdminDependencies, now: () => Date) {
  const { dataSource, audit, outbox } = userAdmin;
  const keys = new ApiKeyStore(dataSource);
  const dependencies: ApiKeyDependencies = {
    ...{ dataSource, keys, audit, outbox, now },
    assertErpCustomersExist: (names) => assertErpCustomersExist(userAdmin, { names, assigned: new Set() }),
  };
  return {
    keys,
    resolver: new ApiKeyResolver(dependencies),
    reader: apiKeyReader(dependencies),
    mailExpiring: () => mailExpiringKeys(dependencies),
  };
}
