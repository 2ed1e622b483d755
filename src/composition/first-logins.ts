import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { bootstrapAdmin } from '../features/identity/bootstrap-admin.js';
import type { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { demoUsersWithDefaultPassword, seedDemoUsers } from '../features/identity/seed-demo-users.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import { SYSTEM } from '../shared/origin.js';

/**
 * Creates the demo logins if `demo` is true, and the administrator of the settings.
 *
 * @throws Error in production, if demo logins still have their well-known password
 */
export async function prepareLogins(
  config: Config,
  { dataSource, hasher, audit, demo, logger }: FirstLoginsInput,
): Promise<void> {
  const users = new PortalUserStore(dataSource);
  if (demo) await seedDemoUsers(dataSource, { users, hasher, audit, origin: SYSTEM });
  if (config.production) await refuseDemoUsers(users, hasher);
  if (!config.admin) return;
  const { username } = config.admin;
  const outcome = await bootstrapAdmin(dataSource, { users, audit }, config.admin);
  if (outcome === 'made') logger.info({ username }, 'created the administrator of ADMIN_USERNAME');
  if (outcome === 'e-mail taken') {
    logger.warn(
      { username },
      'the administrator of ADMIN_USERNAME was not created: another login has the e-mail',
    );
  }
}

interface FirstLoginsInput {
  dataSource: DataSource;
  hasher: PasswordHasher;
  audit: AuditLog;
  demo: boolean;
  logger: Logger;
}

/** Refuses a database that was used for an evaluation and still has logins with the well-known demo password. */
async function refuseDemoUsers(users: PortalUserStore, hasher: PasswordHasher): Promise<void> {
  const unsafe = await demoUsersWithDefaultPassword(users, hasher);
  if (unsafe.length === 0) return;
  throw new Error(
    `This database has demo logins with their well-known password: ${unsafe.join(', ')}. In production use a new ` +
      'database, or first deactivate these logins or change their passwords.',
  );
}
