import type { Config } from '../config.js';
import { AuditLog } from '../features/audit/audit-log.js';
import { PasswordHasher } from '../features/identity/passwords/password-hasher.js';
import { seedDemoUsers } from '../features/identity/seed-demo-users.js';
import { PortalUserStore } from '../features/users/portal-user.store.js';
import { COMMAND_LINE } from '../shared/origin.js';
import { withDatabase } from './with-database.js';

/** Adds the demo logins that don't exist yet. @returns their names @throws Error in production */
export async function seed(config: Config): Promise<string[]> {
  if (config.production)
    throw new Error('The password of the demo logins is public; they are not allowed in production.');
  const hasher = new PasswordHasher(config.passwordHashing);
  return withDatabase(config, (dataSource) => {
    const users = new PortalUserStore(dataSource);
    return seedDemoUsers(dataSource, { users, hasher, audit: new AuditLog(), origin: COMMAND_LINE });
  });
}
