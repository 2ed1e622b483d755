import 'reflect-metadata';
import { openLocalDatabase } from '../../dist/src/composition/local-database.js';
import { parseConfig } from '../../dist/src/config.js';
import { migrate } from '../../dist/src/db/migrate.js';
import { loadDemoErp } from '../../dist/src/erp/demo/load-demo-erp.js';
import { AuditLog } from '../../dist/src/features/audit/audit-log.js';
import { PasswordHasher } from '../../dist/src/features/identity/passwords/password-hasher.js';
import { seedDemoUsers } from '../../dist/src/features/identity/seed-demo-users.js';
import { PortalUserStore } from '../../dist/src/features/users/portal-user.store.js';
import { SYSTEM } from '../../dist/src/shared/origin.js';
import {
  administer,
  asAdministrator,
  CHEAP_HASHES,
  databaseUrl,
  READER,
  TEMPLATES,
} from './postgres-server.mjs';

const run = TEMPLATES.database.replace(/_database$/, '');

/** Databases to copy: one with the demo logins, one with the demo ERP's stock. */
export async function makeTemplates() {
  await dropTemplates();
  await administer(
    // Before PostgreSQL 16 there is no such setting.
    "select set_config(name, '1', false) from pg_settings where name = 'scram_iterations'",
    `create role ${READER.user} login password '${READER.password}'`,
    ...Object.values(TEMPLATES).map((name) => `create database ${name}`),
  );
  await migrateWithDemoLogins(databaseUrl(TEMPLATES.database));
  await asAdministrator((client) => loadDemoErp(client, READER.user), databaseUrl(TEMPLATES.erp));
}

/**
 * Brings a database up to date and adds the demo logins.
 *
 * @param {string} url
 */
export async function migrateWithDemoLogins(url) {
  const config = parseConfig({ DATABASE_URL: url, ...CHEAP_HASHES });
  const { dataSource, close } = await openLocalDatabase(config);
  await migrate(dataSource);
  const hasher = new PasswordHasher(config.passwordHashing);
  const users = new PortalUserStore(dataSource);
  await seedDemoUsers(dataSource, { users, hasher, audit: new AuditLog(), origin: SYSTEM });
  await close();
}

/** Drops them again, and those that tests made of them. */
export async function dropTemplates() {
  const { rows } = await asAdministrator((client) =>
    client.query('select datname as name from pg_database where starts_with(datname, $1)', [run]),
  );
  await administer(
    ...rows.map(({ name }) => `drop database ${name} with (force)`),
    `drop role if exists ${READER.user}`,
  );
}
