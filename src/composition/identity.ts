import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Jobs } from '../db/jobs.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import type { IdentityDependencies } from '../features/identity/identity-dependencies.js';
import { AccountTokenStore } from '../features/identity/links/account-token.store.js';
import { handleResetRequest } from '../features/identity/links/handle-reset-request.js';
import { PendingEmailStore } from '../features/identity/links/pending-email.store.js';
import type { PasswordResetRequest } from '../features/identity/links/request-password-reset.js';
import { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { PreferencesStore } from '../features/identity/profile/preferences.store.js';
import { AccessTokens } from '../features/identity/sessions/access-token.js';
import { RefreshTokenChain } from '../features/identity/sessions/refresh-token.js';
import { RefreshTokenStore } from '../features/identity/sessions/refresh-token.store.js';
import { SessionStore } from '../features/identity/sessions/session.store.js';
import { DeviceCookies } from '../features/identity/sign-in/device-cookies.js';
import { DummyLogins } from '../features/identity/sign-in/dummy-logins.js';
import { LoginCounter } from '../features/identity/sign-in/login-counter.js';
import type { Outbox } from '../features/mail/outbox.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import type { SecretKeys } from './secret-key.js';

/** What composing sign-in, sessions, passwords and links needs. */
export interface IdentityInput {
  dataSource: DataSource;
  secretKeys: SecretKeys;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  logger: Logger;
  now: () => Date;
}

/** Composes sign-in, sessions, passwords and mailed links. */
export function composeIdentity(
  config: Config,
  { dataSource, secretKeys, audit, outbox, jobs, logger, now }: IdentityInput,
): IdentityDependencies {
  const accountTokens = new AccountTokenStore(dataSource);
  const links = { dataSource, accountTokens, audit, outbox, jobs, now };
  jobs.define<PasswordResetRequest>({
    name: 'password-reset-request',
    concurrency: 1,
    expireInSeconds: 60,
    work: (job) => handleResetRequest(links, job),
    onFailed: (err) => logger.error({ err }, 'a requested password reset was not mailed; the job is retried'),
  });
  const sessions = {
    store: new SessionStore(dataSource),
    refreshTokens: new RefreshTokenStore(),
    accessTokens: new AccessTokens(secretKeys, now),
    refreshTokenChain: new RefreshTokenChain(secretKeys),
    sessionHours: config.sessionHours,
    now,
  };
  const shared = {
    ...{ dataSource, audit, sessions },
    users: new PortalUserStore(dataSource),
    hasher: new PasswordHasher(config.passwordHashing),
    loginCounter: new LoginCounter(dataSource, config.login),
  };
  const passwords = { ...shared, outbox, accountTokens };
  return {
    signIn: {
      ...shared,
      dummyLogins: new DummyLogins(secretKeys[0]),
      devices: new DeviceCookies(secretKeys, now),
    },
    passwords,
    profile: {
      ...{ ...passwords, now },
      preferences: new PreferencesStore(dataSource),
      pendingEmails: new PendingEmailStore(dataSource),
    },
    links,
    refresh: {
      ...{ dataSource, audit, sessions },
      onTokenReuse: (reused) => logger.warn(reused, 'a spent refresh token came back; its session ended'),
    },
  };
}
