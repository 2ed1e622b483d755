import sql from 'mssql';
import { demoErpScript } from '../../../src/erp/demo/demo-erp-sql.js';
import type { ErpServer } from '../../../src/erp/erp.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { isUrl } from '../../../src/shared/is-url.js';
import { type OpenTarget, settingsOf, type Target, THINNED, TIMEOUT_MS } from './target.js';

/**
 * What an address says, whose parts may be percent-encoded: mssql://user:password@host:port/database with `encrypt`,
 * `trustServerCertificate`; for a server that only speaks the protocol, `nul=false` where it can't keep U+0000 in a text, and
 * `giveUp=false` where it can't end a running query.
 *
 * @throws Error where it isn't one
 */
export function sqlServerAt(address: string): { server: ErpServer; can: Target['can'] } {
  const url = isUrl(address) ? new URL(address) : null;
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '');
  if (url?.protocol !== 'mssql:' || !url.hostname || !url.username || !database) {
    throw new Error('ERP_TEST_URL: wanted mssql://user:password@host:port/database?encrypt=false');
  }
  const isOn = (name: string, otherwise: boolean) =>
    (url.searchParams.get(name) ?? String(otherwise)) === 'true';
  const server: ErpServer = {
    kind: 'mssql',
    host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : undefined,
    instance: undefined,
    database,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    encrypt: isOn('encrypt', true),
    trustServerCertificate: isOn('trustServerCertificate', false),
    readOnlyIntent: true,
    poolMax: 2,
  };
  return { server, can: { nul: isOn('nul', true), giveUp: isOn('giveUp', true) } };
}

/** The other targets have no limit to a name. A column of an index may be made longer. */
const LONGER_NAMES = 'alter table erp.stock alter column owner_name nvarchar(200) not null';

/** A SQL Server, with the demo ERP in the schema that the mapping names; nothing of it is left behind. */
export async function openSqlServer(address: string): Promise<OpenTarget> {
  const { server } = sqlServerAt(address);
  const admin = await connect(server);
  await cleanUp(admin);
  try {
    for (const statement of demoErpScript('mssql')) await admin.request().batch(statement);
    await admin.request().batch(THINNED);
    await admin.request().batch(LONGER_NAMES);
  } catch (error) {
    await cleanUp(admin);
    await admin.close();
    throw error;
  }
  return {
    settings: settingsOf(server),
    adapter: (poolMax) => new MssqlErp({ ...server, poolMax }, TIMEOUT_MS),
    run: async (statement, values = []) => {
      const request = admin.request();
      for (const [index, value] of values.entries()) request.input(String(index + 1), sql.NVarChar, value);
      await request.query(statement);
    },
    slow: 'select count_big(*) as n from sys.all_columns a cross join sys.all_columns b',
    // To see what others run takes a right that the login may lack.
    running: null,
    session: 'select @@spid as session',
    close: async () => {
      await cleanUp(admin);
      await admin.close();
    },
  };
}

/** A connection of our own: an adapter only reads. */
function connect({ host, port, encrypt, trustServerCertificate, ...login }: ErpServer) {
  return new sql.ConnectionPool({
    server: host,
    ...(port !== undefined && { port }),
    user: login.user,
    password: login.password,
    database: login.database,
    requestTimeout: TIMEOUT_MS * 5,
    pool: { max: 1 },
    options: { appName: 'portico conformance', encrypt, trustServerCertificate },
  }).connect();
}

/** Takes away what we made, now or in a run that was cut short; a schema that holds more is somebody else's. */
async function cleanUp(admin: sql.ConnectionPool): Promise<void> {
  await admin.request().batch("if object_id('erp.stock') is not null drop table erp.stock");
  const { recordset } = await admin
    .request()
    .query<{ objects: number }>(
      "select count(*) as objects from sys.objects where schema_id = schema_id('erp')",
    );
  if (recordset[0]?.objects === 0) {
    await admin.request().batch("if schema_id('erp') is not null exec('drop schema erp')");
  }
}
