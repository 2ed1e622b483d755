import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Jobs } from '../db/jobs.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { AccessTokens } from '../features/identity/access-token.js';
import { AccountTokenStore } from '../features/identity/account-token.store.js';
import { Decoys } from '../features/identity/decoys.js';
import { DeviceMarks } from '../features/identity/device-marks.js';
import type { IdentityDependencies } from '../features/identity/identity-dependencies.js';
import { LoginCounter } from '../features/identity/login-counter.js';
import { mailResetLink } from '../features/identity/mail-reset-link.js';
import { PasswordHasher } from '../features/identity/password-hasher.js';
import type { RefreshDependencies } from '../features/identity/refresh-session.js';
import { RefreshTokens } from '../features/identity/refresh-token.js';
import { RefreshTokenStore } from '../features/identity/refresh-token.store.js';
import type { PasswordResetRequest } from '../features/identity/request-password-reset.js';
import { SessionStore } from '../features/identity/session.store.js';
import type { Outbox } from '../features/mail/outbox.js';
import { PortalUserStore } from '../features/portal-users/portal-user.store.js';
import type { SecretKeys } from './secret-key.js';

export interface IdentityInput {
  dataSource: DataSource;
  secretKeys: SecretKeys;
  audit: AuditLog;
  outbox: Outbox;
  jobs: Jobs;
  logger: Logger;
  now: () => Date;
}

/** What signing in and staying signed in take. */
export function identityParts(
  config: Config,
  { dataSource, secretKeys, audit, outbox, jobs, logger, now }: IdentityInput,
): IdentityDependencies & RefreshDependencies {
  const accountTokens = new AccountTokenStore(dataSource);
  const mailing = { dataSource, accountTokens, audit, outbox, now };
  jobs.define<PasswordResetRequest>({
    name: 'password-reset-request',
    concurrency: 1,
    expireInSeconds: 60,
    work: (job) => mailResetLink(mailing, job),
    onFailed: (err) =>
      logger.error({ err }, 'a requested reset of a password was not mailed; it comes again'),
  });
  return {
    dataSource,
    now,
    audit,
    outbox,
    jobs,
    accountTokens,
    sessionHours: config.sessionHours,
    users: new PortalUserStore(dataSource),
    sessions: new SessionStore(dataSource),
    refreshTokens: new RefreshTokenStore(),
    tokens: new AccessTokens(secretKeys, now),
    refreshing: new RefreshTokens(secretKeys),
    hasher: new PasswordHasher(config.passwordHashing),
    loginCounter: new LoginCounter(dataSource, config.login),
    decoys: new Decoys(secretKeys[0]),
    devices: new DeviceMarks(secretKeys, now),
    onTokenReuse: (session) => logger.warn(session, 'a spent refresh token came back; its session ended'),
  };
}
