import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { parseConfig } from '../../dist/src/config.js';
import { migrate } from '../../dist/src/db/migrate.js';
import { EmbeddedPostgres } from '../../dist/src/embedded-postgres/embedded-postgres.js';
import { demoErpScript } from '../../dist/src/erp/demo/demo-erp-sql.js';
import { loadDemoErp } from '../../dist/src/erp/demo/load-demo-erp.js';
import { AuditLog } from '../../dist/src/features/audit/audit-log.js';
import { PasswordHasher } from '../../dist/src/features/identity/password-hasher.js';
import { seedDemoUsers } from '../../dist/src/features/identity/seed-demo-users.js';
import { PortalUserStore } from '../../dist/src/features/portal-users/portal-user.store.js';
import { openLocalDatabase } from '../../dist/src/parts/local-database.js';
import { SYSTEM } from '../../dist/src/shared/origin.js';
import { administer, databaseUrl, READER, TEMPLATES } from './postgres-server.mjs';

const drop = [
  ...Object.values(TEMPLATES).map((name) => `drop database if exists ${name} with (force)`),
  `drop role if exists ${READER.user}`,
];

async function prepare(database) {
  await migrate(database.dataSource);
  const hasher = new PasswordHasher(parseConfig({}).passwordHashing);
  const users = new PortalUserStore(database.dataSource);
  await seedDemoUsers(database.dataSource, { users, hasher, audit: new AuditLog(), origin: SYSTEM });
  await database.close();
}

/** Template databases on the server: one with the demo logins, one with the demo ERP's stock. */
export async function makeOnServer() {
  await administer(...drop, ...Object.values(TEMPLATES).map((name) => `create database ${name}`));
  await prepare(await openLocalDatabase(parseConfig({ DATABASE_URL: databaseUrl(TEMPLATES.database) })));
  const client = new pg.Client({ connectionString: databaseUrl(TEMPLATES.erp) });
  await client.connect();
  for (const statement of demoErpScript('postgres')) await client.query(statement);
  await client.query(`create role ${READER.user} login password '${READER.password}'`);
  await client.query(`grant usage on schema erp to ${READER.user}`);
  await client.query(`grant select on all tables in schema erp to ${READER.user}`);
  await client.end();
}

/** Drops them again. */
export function dropOnServer() {
  return administer(...drop);
}

/** The same as snapshots of embedded engines, in a folder. */
export async function makeSnapshots(folder) {
  const database = await EmbeddedPostgres.inMemory();
  const erp = await EmbeddedPostgres.inMemory({ snapshot: await database.dump() });
  await prepare(await openLocalDatabase(parseConfig({}), { engine: database }));
  await loadDemoErp(() => erp.connect());
  for (const [name, engine] of Object.entries({ database, erp })) {
    writeFileSync(join(folder, `${name}.tar`), await engine.dump());
    await engine.close();
  }
}
