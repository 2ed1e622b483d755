import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Outbox } from '../mail/outbox.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import type { AccountTokenStore } from './links/account-token.store.js';
import type { PendingEmailStore } from './links/pending-email.store.js';
import type { PasswordHasher } from './passwords/password-hasher.js';
import type { PreferencesStore } from './profile/preferences.store.js';
import type { SessionDependencies } from './sessions/open-session.js';
import type { RefreshDependencies } from './sessions/refresh-session.js';
import type { DeviceCookies } from './sign-in/device-cookies.js';
import type { DummyLogins } from './sign-in/dummy-logins.js';
import type { LoginCounter } from './sign-in/login-counter.js';

/** What signing in needs. */
export interface SignInDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  audit: AuditLog;
  hasher: PasswordHasher;
  loginCounter: LoginCounter;
  dummyLogins: DummyLogins;
  devices: DeviceCookies;
  sessions: SessionDependencies;
}

/** What choosing a new password needs, by the current password or by a mailed link. */
export interface PasswordDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  audit: AuditLog;
  outbox: Outbox;
  hasher: PasswordHasher;
  loginCounter: LoginCounter;
  accountTokens: AccountTokenStore;
  sessions: SessionDependencies;
}

/** What mailed links need. */
export interface LinkDependencies {
  dataSource: DataSource;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  accountTokens: AccountTokenStore;
  now: () => Date;
}

/** What users need to change their own profile. */
export interface ProfileDependencies extends PasswordDependencies {
  preferences: PreferencesStore;
  pendingEmails: PendingEmailStore;
  now: () => Date;
}

/** The dependencies of each part of this feature. */
export interface IdentityDependencies {
  signIn: SignInDependencies;
  passwords: PasswordDependencies;
  links: LinkDependencies;
  refresh: RefreshDependencies;
  profile: ProfileDependencies;
}
