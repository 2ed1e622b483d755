import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Outbox } from '../mail/outbox.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import type { AccountTokenStore } from './links/account-token.store.js';
import type { PasswordHasher } from './passwords/password-hasher.js';
import type { SessionDependencies } from './sessions/open-session.js';
import type { DeviceCookies } from './sign-in/device-cookies.js';
import type { DummyLogins } from './sign-in/dummy-logins.js';
import type { LoginCounter } from './sign-in/login-counter.js';

/** What signing in, and what the signed-in do about it, take. */
export interface IdentityDependencies extends SessionDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  accountTokens: AccountTokenStore;
  hasher: PasswordHasher;
  loginCounter: LoginCounter;
  dummyLogins: DummyLogins;
  devices: DeviceCookies;
}
