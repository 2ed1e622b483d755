import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Outbox } from '../mail/outbox.js';
import type { PortalUserStore } from '../portal-users/portal-user.store.js';
import type { AccountTokenStore } from './account-token.store.js';
import type { Decoys } from './decoys.js';
import type { DeviceMarks } from './device-marks.js';
import type { LoginCounter } from './login-counter.js';
import type { SessionOpener } from './open-session.js';
import type { PasswordHasher } from './password-hasher.js';

/** What signing in, and what the signed-in do about it, take. */
export interface IdentityDependencies extends SessionOpener {
  dataSource: DataSource;
  users: PortalUserStore;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  accountTokens: AccountTokenStore;
  hasher: PasswordHasher;
  loginCounter: LoginCounter;
  decoys: Decoys;
  devices: DeviceMarks;
}
