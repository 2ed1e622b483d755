import { openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { migrate } from '../../src/db/migrate.js';
import { AuditLog } from '../../src/features/audit/audit-log.js';
import { PasswordHasher } from '../../src/features/identity/passwords/password-hasher.js';
import { seedDemoUsers } from '../../src/features/identity/seed-demo-users.js';
import { PortalUserStore } from '../../src/features/users/portal-user.store.js';
import { SYSTEM } from '../../src/shared/origin.js';
import { CHEAP_HASHES, newDatabase } from './postgres-server.mjs';

/** An empty database in which lower() knows only the letters from A to Z. */
export const localeCDatabase = () => newDatabase('template0', "locale 'C'");

/** The same with the demo logins. */
export async function localeCDemoDatabase() {
  const database = await localeCDatabase();
  const config = parseConfig({ DATABASE_URL: database.url, ...CHEAP_HASHES });
  const { dataSource, close } = await openLocalDatabase(config);
  await migrate(dataSource);
  const hasher = new PasswordHasher(config.passwordHashing);
  const users = new PortalUserStore(dataSource);
  await seedDemoUsers(dataSource, { users, hasher, audit: new AuditLog(), origin: SYSTEM });
  await close();
  return database;
}
