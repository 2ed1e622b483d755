import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { bootstrapAdmin } from '../features/identity/bootstrap-admin.js';
import type { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { demoUsersWithDefaultPassword, seedDemoUsers } from '../features/identity/seed-demo-users.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import { SYSTEM } from '../shared/origin.js';

/** The logins that a start sees to: those of the demo, and the administrator of the settings. */
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
  if (outcome === 'made') logger.info({ username }, 'made the administrator of ADMIN_USERNAME');
  if (outcome === 'e-mail taken') {
    logger.warn(
      { username },
      'the administrator of ADMIN_USERNAME was not made: another login has the e-mail',
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

/** A database that served an evaluation before has logins whose password everyone knows. */
async function refuseDemoUsers(users: PortalUserStore, hasher: PasswordHasher): Promise<void> {
  const open = await demoUsersWithDefaultPassword(users, hasher);
  if (open.length === 0) return;
  throw new Error(
    `This database has demo logins with their well-known password: ${open.join(', ')}. In production use a new ` +
      'database, or delete them or change their passwords first.',
  );
}
