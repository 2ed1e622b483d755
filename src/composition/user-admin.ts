import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { ProvisioningStore } from '../features/customers/provisioning/provisioning.store.js';
import type { IdentityDependencies } from '../features/identity/identity-dependencies.js';
import type { InventoryStore } from '../features/inventory/inventory.store.js';
import type { Outbox } from '../features/mail/outbox.js';
import { UserAdminStore } from '../features/user-admin/user-admin.store.js';
import type { UserAdminDependencies } from '../features/user-admin/user-admin-dependencies.js';

/** What composing the management of logins needs. */
export interface UserAdminInput {
  dataSource: DataSource;
  identity: IdentityDependencies;
  inventory: InventoryStore;
  audit: AuditLog;
  outbox: Outbox;
}

/** Composes what admins need to manage logins. */
export function composeUserAdmin(
  config: Config,
  { dataSource, identity, inventory, audit, outbox }: UserAdminInput,
): UserAdminDependencies {
  const { hasher, users, loginCounter, accountTokens, sessions } = identity.passwords;
  return {
    dataSource,
    users,
    store: new UserAdminStore(dataSource),
    inventory,
    customers: new ProvisioningStore(),
    audit,
    outbox,
    identity: {
      ...{ hasher, loginCounter, accountTokens },
      sessions: sessions.store,
      temporaryPasswordHours: config.temporaryPasswordHours,
      now: sessions.now,
    },
  };
}
