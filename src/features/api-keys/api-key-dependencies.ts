import type { DataSource } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { Outbox } from '../mail/outbox.js';
import type { ApiKeyStore } from './api-key.store.js';

/** What creating, revoking and finding API keys needs. */
export interface ApiKeyDependencies {
  dataSource: DataSource;
  keys: ApiKeyStore;
  audit: AuditLog;
  outbox: Outbox;
  /**
   * Throws unless the ERP has a customer with exactly each of these names. Must not be called within a transaction.
   *
   * @throws BAD_USER_INPUT for other names; ERP_UNAVAILABLE if a name can't be checked
   */
  assertErpCustomersExist(names: readonly string[]): Promise<void>;
  now: () => Date;
}
