import { randomBytes } from 'node:crypto';
import type { ErpServer } from '../../../src/erp/erp.js';
import { MssqlErp } from '../../../src/erp/mssql.js';
import { PostgresErp } from '../../../src/erp/postgres.js';
import { openDemoEngine } from '../../support/demo-engine.js';
import { administer, databaseUrl, POSTGRES_URL, TEMPLATES } from '../../support/postgres-server.mjs';
import { runOn } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { LOGIN, TdsServer } from '../../support/tds-server/tds-server.js';
import { openSqlServer, sqlServerAt } from './sql-server.js';
import { EVERY_NTH, type OpenTarget, PLAIN, settingsOf, type Target, THINNED, TIMEOUT_MS } from './target.js';

/** A SQL Server whose database the suites may fill, such as mssql://sa:secret@127.0.0.1:1433/test?encrypt=false. */
const SQL_SERVER_URL = process.env['ERP_TEST_URL'];

const toDollars = (sql: string) => sql.replaceAll(/@(\d)/g, '$$$1');

/** The demo ERP inside this process. */
async function openEmbedded(): Promise<OpenTarget> {
  const engine = await openDemoEngine();
  const run: OpenTarget['run'] = async (sql, values = []) => {
    await runOn({ stream: () => engine.connect() }, toDollars(sql), [...values]);
  };
  await run(THINNED);
  return {
    settings: { ERP_KIND: 'embedded' },
    engine,
    adapter: () => PostgresErp.embedded(engine, { owned: false }),
    run,
    // Nobody can end it, so it ends by itself before long.
    slow: 'select count(*) as n from generate_series(1, 3000) a, generate_series(1, 1000) b',
    running: null,
    session: null,
    close: () => engine.close(),
  };
}

/** A database of its own on the server that PORTICO_TEST_POSTGRES names. */
async function openPostgres(): Promise<OpenTarget> {
  const name = `portico_test_${randomBytes(6).toString('hex')}_conformance`;
  await administer(`create database ${name} template ${TEMPLATES.erp}`);
  const url = new URL(databaseUrl(name));
  const ask = (sql: string, values: readonly (string | null)[] = []) =>
    runOn({ connectionString: url.href }, toDollars(sql), [...values]);
  await ask(THINNED);
  const server: ErpServer = {
    ...PLAIN,
    kind: 'postgres',
    host: url.hostname,
    port: Number(url.port || 5432),
    database: name,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password) || 'none',
  };
  return {
    settings: settingsOf(server),
    adapter: (poolMax) => PostgresErp.onServer({ ...server, poolMax }, TIMEOUT_MS),
    run: async (sql, values) => void (await ask(sql, values)),
    slow: 'select pg_sleep(600)',
    running: async () => {
      const [row] = await ask(
        `select count(*) as n from pg_stat_activity
         where datname = current_database() and state = 'active' and query = 'select pg_sleep(600)'`,
      );
      return Number(row?.['n']);
    },
    session: null,
    close: () => administer(`drop database ${name} with (force)`),
  };
}

/** The test TDS server, which takes for equal what the laxest SQL Server does. */
async function openTds(): Promise<OpenTarget> {
  const stock = await DemoStock.open({ collation: 'Latin1_General_CI_AI', everyNth: EVERY_NTH });
  const server = await TdsServer.start((statement) => stock.answer(statement));
  server.faults.hangOnStatement = ({ sql }) => sql.includes('very_slow');
  const erp: ErpServer = { ...PLAIN, ...LOGIN, kind: 'mssql', host: '127.0.0.1', port: server.port };
  return {
    settings: settingsOf(erp),
    adapter: (poolMax) => new MssqlErp({ ...erp, poolMax }, TIMEOUT_MS),
    run: (sql, values) => stock.run(toDollars(sql), values),
    slow: 'select 1 as very_slow',
    running: async () => server.running,
    session: null,
    close: async () => {
      await server.stop();
      await stock.close();
      if (server.failures.length > 0) throw new AggregateError(server.failures, 'the TDS server failed');
    },
  };
}

/** What any machine can run them on. */
const OF_ITS_OWN: readonly Target[] = [
  {
    name: 'the embedded demo',
    // PostgreSQL has no text with U+0000; the engine has one thread, which hears nothing while it works on a query.
    can: { nul: false, giveUp: false },
    open: openEmbedded,
  },
  { name: 'the test TDS server', can: { nul: true, giveUp: true }, open: openTds },
];

const postgres: Target = {
  name: 'a PostgreSQL server',
  // PostgreSQL has no text with U+0000.
  can: { nul: false, giveUp: true },
  open: openPostgres,
};

/** What there is to run the suites on; CI's second run leaves out what its first had. */
export const TARGETS: readonly Target[] = [
  ...(POSTGRES_URL && process.env['PORTICO_TEST_AGAIN'] ? [] : OF_ITS_OWN),
  ...(POSTGRES_URL ? [postgres] : []),
  ...(SQL_SERVER_URL
    ? [
        {
          name: 'a SQL Server',
          can: sqlServerAt(SQL_SERVER_URL).can,
          open: () => openSqlServer(SQL_SERVER_URL),
        },
      ]
    : []),
];
