import type { ErpServer } from '../../../src/erp/erp.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { PostgresErp } from '../../../src/erp/postgres/postgres-erp.js';
import { demoErp } from '../../support/demo-database.js';
import { DirectDatabase } from '../../support/direct-database.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { LOGIN, TdsServer } from '../../support/tds-server/tds-server.js';
import { openSqlServer, sqlServerAt } from './sql-server.js';
import { EVERY_NTH, type OpenTarget, PLAIN, settingsOf, type Target, THINNED, TIMEOUT_MS } from './target.js';

/** A SQL Server whose database the suites may fill, such as mssql://sa:secret@127.0.0.1:1433/test?encrypt=false. */
const SQL_SERVER_URL = process.env['ERP_TEST_URL'];

const toDollars = (sql: string) => sql.replaceAll(/@(\d)/g, '$$$1');

/** A database of its own on the server to test on. */
async function openPostgres(): Promise<OpenTarget> {
  const { name, drop, url: address } = await demoErp();
  const url = new URL(address);
  const direct = new DirectDatabase(address);
  const ask = (sql: string, values: readonly (string | null)[] = []) => direct.run(toDollars(sql), values);
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
    close: async () => {
      await direct.close();
      await drop();
    },
  };
}

/** The test TDS server, which takes for equal what the laxest SQL Server does. */
async function openTds(): Promise<OpenTarget> {
  const stock = await DemoStock.open({
    collation: 'Latin1_General_CI_AI',
    everyNth: EVERY_NTH,
    accounts: true,
  });
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

/** What there is to run the suites on. */
export const TARGETS: readonly Target[] = [
  { name: 'the test TDS server', can: { nul: true, giveUp: true }, open: openTds },
  // PostgreSQL has no text with U+0000.
  { name: 'a PostgreSQL server', can: { nul: false, giveUp: true }, open: openPostgres },
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
