import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { InventoryStore } from '../inventory/inventory.store.js';
import type { Outbox } from '../mail/outbox.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import type { UserAdminStore } from './user-admin.store.js';

/** Whose password it is to be. */
export interface PasswordOwner {
  username: string;
  email: string;
  displayName: string | null;
  erpCustomerNames: readonly string[];
}

/** Judges and hashes passwords. */
export interface Passwords {
  /** @throws BAD_USER_INPUT at the path for one that is easily guessed */
  assertGood(path: string, password: string, owner: PasswordOwner): Promise<void>;
  /** @throws RATE_LIMITED where too many wait already */
  hash(password: string): Promise<string>;
}

/** What a mailed link is for; EMAIL_CHANGE confirms an address that the login doesn't have yet. */
export type LinkPurpose = 'PASSWORD_RESET' | 'EMAIL_CONFIRMATION' | 'EMAIL_CHANGE';

/** The tokens of links that are mailed. */
export interface LinkTokens {
  issue(
    tx: Tx,
    link: { userId: string; email: string; purpose: LinkPurpose; expiresAt: Date },
  ): Promise<string>;
  /** @param purpose of this purpose alone */
  revokeAllOf(tx: Tx, userId: string, purpose?: LinkPurpose): Promise<void>;
}

/** What lets logins in. */
export interface Access {
  /** Ends all sessions of these logins, and mailed links for these purposes. @returns how many sessions, by login */
  end(tx: Tx, userIds: readonly string[], links: readonly LinkPurpose[]): Promise<Map<string, number>>;
  /** Has a login known nowhere. */
  forgetNetworks(tx: Tx, userId: string): Promise<void>;
  /** Forgets failed sign-ins. @returns how many counters there were */
  clearFailures(tx: Tx, userId: string): Promise<number>;
}

/** The customers of the CRM, as far as logins are concerned. */
export interface LinkedCustomers {
  /**
   * Notes that a customer has a login, and locks the customer to the end of the transaction; before the login's own row.
   *
   * @returns false for an id that no customer has, or one that is deleted
   */
  markAccountCreated(tx: Tx, customerId: string): Promise<boolean>;
}

/** What admins' acts on logins take. */
export interface UserAdminDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  accounts: UserAdminStore;
  inventory: InventoryStore;
  passwords: Passwords;
  tokens: LinkTokens;
  access: Access;
  customers: LinkedCustomers;
  audit: AuditLog;
  outbox: Outbox;
  temporaryPasswordHours: number;
  now: () => Date;
}
