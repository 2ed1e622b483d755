import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { ProvisioningStore } from '../features/customers/provisioning/provisioning.store.js';
import type { IdentityDependencies } from '../features/identity/identity-dependencies.js';
import { assertGoodPassword } from '../features/identity/passwords/password-policy.js';
import { endAccess } from '../features/identity/sessions/end-access.js';
import type { InventoryStore } from '../features/inventory/inventory.store.js';
import type { Outbox } from '../features/mail/outbox.js';
import { UserAdminStore } from '../features/user-admin/user-admin.store.js';
import type { UserAdminDependencies } from '../features/user-admin/user-admin-dependencies.js';

export interface AccountsInput {
  dataSource: DataSource;
  identity: IdentityDependencies;
  inventory: InventoryStore;
  audit: AuditLog;
  outbox: Outbox;
}

/** What admins' acts on logins take. */
export function accountParts(
  config: Config,
  { dataSource, identity, inventory, audit, outbox }: AccountsInput,
): UserAdminDependencies {
  const { users, sessions, hasher, loginCounter, accountTokens, now } = identity;
  return {
    dataSource,
    users,
    accounts: new UserAdminStore(dataSource),
    inventory,
    passwords: { assertGood: assertGoodPassword, hash: (password) => hasher.hash(password) },
    tokens: accountTokens,
    access: {
      end: endAccess,
      forgetNetworks: (tx, userId) => sessions.forgetNetworks(tx, userId),
      clearFailures: (tx, userId) => loginCounter.clear(tx, userId),
    },
    customers: new ProvisioningStore(),
    audit,
    outbox,
    temporaryPasswordHours: config.temporaryPasswordHours,
    now,
  };
}
