import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { AccountTokenStore } from '../identity/links/account-token.store.js';
import type { TemporaryPasswordDependencies } from '../identity/passwords/temporary-password.js';
import type { SessionStore } from '../identity/sessions/session.store.js';
import type { LoginCounter } from '../identity/sign-in/login-counter.js';
import type { InventoryStore } from '../inventory/inventory.store.js';
import type { Outbox } from '../mail/outbox.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import type { UserAdminStore } from './user-admin.store.js';

/** The parts of identity that an admin's action on a login uses. */
export interface IdentityOfUser extends TemporaryPasswordDependencies {
  sessions: SessionStore;
  loginCounter: LoginCounter;
  accountTokens: AccountTokenStore;
}

/** What the actions on logins need from the CRM's customers. */
export interface LinkedCustomers {
  /**
   * Marks a customer as having a login, and locks the customer until the transaction ends. Call it before the login's
   * own row is written.
   *
   * @returns false if no customer has the id, or the customer is deleted
   */
  markAccountCreated(tx: Tx, customerId: string): Promise<boolean>;
}

/** What the actions of admins on logins need. */
export interface UserAdminDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  store: UserAdminStore;
  inventory: InventoryStore;
  customers: LinkedCustomers;
  audit: AuditLog;
  outbox: Outbox;
  identity: IdentityOfUser;
}
