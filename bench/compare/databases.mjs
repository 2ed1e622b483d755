import { randomBytes } from 'node:crypto';
import pg from 'pg';
import globalSetup from '../../test/support/global-setup.mjs';
import { parentOf } from './cpu.mjs';
import { addPeople } from './people.mjs';
import { CUSTOMERS, stockScript } from './stock.mjs';

/**
 * Starts a PostgreSQL server, or takes that of PORTICO_TEST_POSTGRES, which must run on this machine. It has a database of
 * the portal, and one of an ERP for each number of rows that is asked for.
 */
export async function openDatabases() {
  const tearDown = await globalSetup();
  const server = await import('../../test/support/postgres-server.mjs');
  const portal = await server.newDatabase(server.TEMPLATES.database);
  await addPeople(portal.url);
  const made = new Map();
  const erp = (rows) => {
    if (!made.has(rows)) made.set(rows, makeErp(server, rows));
    return made.get(rows);
  };
  return {
    portal: { url: portal.url },
    /** The process of the server. */
    pid: await postmasterPid(portal.url),
    version: await serverVersion(portal.url),
    erp,
    /** The demo's stock, of which the test ERP for SQL Server has a copy. */
    demoErpUrl: server.databaseUrl(server.TEMPLATES.erp),
    async close() {
      await portal.drop();
      for (const database of made.values()) await (await database).drop();
      await tearDown();
    },
  };
}

async function makeErp({ newDatabase, databaseUrl, erpSettings, asAdministrator, READER }, rows) {
  const { demoErpSchema } = await import('../../dist/src/erp/demo/demo-erp-sql.js');
  const { DEMO_TABLES } = await import('../../dist/src/erp/demo/demo-tables.js');
  const database = await newDatabase();
  const script = stockScript(rows, {
    definition: [demoErpSchema('postgres'), ...DEMO_TABLES.map((table) => table.definition('postgres'))],
    indexes: DEMO_TABLES.flatMap((table) => table.indexes),
    reader: READER.user,
  });
  await asAdministrator(async (client) => {
    for (const statement of script) await client.query(statement);
  }, database.url);
  const url = new URL(databaseUrl(database.name));
  [url.username, url.password] = [READER.user, READER.password];
  return { ...database, rows, readerUrl: url.href, settings: erpSettings(database.name) };
}

/** Runs one query. */
export async function queryOnce(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const pid = parentOf(rows[0].pid);
  await client.end();
  if (pid) return pid;
  throw new Error(
    'the processor time of the database is read from /proc: it must run on this machine, on Linux',
  );
}

async function serverVersion(url) {
  const [{ version }] = await queryOnce(url, "select current_setting('server_version') as version");
  return version;
}

/** A secret for signing. */
export const newSecret = () => randomBytes(48).toString('base64');

/** How many rows the ERP has unless a scenario is about their number. */
export const USUAL_ROWS = 2_500 * CUSTOMERS.length;
