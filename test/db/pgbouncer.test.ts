import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PostgresErp } from '../../src/erp/postgres/postgres-erp.js';
import { deadlineSignal, noteDeadline } from '../../src/shared/deadline.js';
import { demoDatabase, demoErp } from '../support/demo-database.js';
import { mainActs } from '../support/main-acts.js';
import { PGBOUNCER, type PgBouncer, startPgBouncer } from '../support/pgbouncer.js';
import { administer, asAdministrator, newDatabase, READER } from '../support/postgres-server.mjs';
import { runCommand } from '../support/run-command.js';
import { startTestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

/** The fewest server connections with which every program gets another one now and then. */
const SERVER_CONNECTIONS = 2;
const never = () => new AbortController().signal;

/** What a connection is set to, as another program of the same login finds it. */
const SETTINGS = `select current_setting('datestyle') as "dateStyle", current_setting('timezone') as zone,
  current_setting('search_path') as path, current_setting('default_transaction_read_only') as "readOnly",
  current_setting('statement_timeout') as timeout, current_setting('extra_float_digits') as digits,
  (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks,
  (select count(*)::int from pg_prepared_statements) as prepared`;

const skipped = PGBOUNCER ? '' : ' (skipped: there is no pgbouncer in the PATH or in /usr/sbin)';

describe.skipIf(PGBOUNCER === null)(`behind PgBouncer in transaction mode${skipped}`, () => {
  let bouncer: PgBouncer;
  beforeAll(async () => {
    bouncer = await startPgBouncer(SERVER_CONNECTIONS);
  });
  afterAll(() => bouncer.stop());

  /** Runs a statement on every server connection that another program of the login could get. */
  async function asAnotherProgram(url: string, sql: string): Promise<pg.QueryResultRow[]> {
    const clients = Array.from({ length: SERVER_CONNECTIONS }, () => new pg.Client(bouncer.through(url)));
    const found: pg.QueryResultRow[] = [];
    try {
      for (const client of clients) {
        await client.connect();
        // A transaction that is open keeps its server connection, so each client gets another one.
        await client.query('begin');
        found.push(...(await client.query(sql)).rows);
      }
      return found;
    } finally {
      for (const client of clients) await client.end();
    }
  }

  test('instances that start together migrate once, and leave no lock to the next start', async () => {
    const database = await newDatabase();
    try {
      const settings = { DATABASE_URL: bouncer.through(database.url) };
      const start = () => runCommand(['migrate'], { settings });
      const ended = await Promise.all([start(), start(), start()]);
      for (const { code, stderr } of ended) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(ended.filter(({ stdout }) => stdout.startsWith('ran '))).toHaveLength(1);
      for (const _again of [1, 2, 3]) {
        expect(await start()).toEqual({ code: 0, stdout: 'nothing to do\n', stderr: '' });
      }
    } finally {
      await database.drop();
    }
  });

  test('everything works, also in a database of another date style, and no setting is left behind', async () => {
    const database = await demoDatabase();
    await administer(
      `alter database ${database.name} set datestyle = 'SQL, DMY'`,
      `alter database ${database.name} set timezone = 'Asia/Kathmandu'`,
      `alter database ${database.name} set intervalstyle = sql_standard`,
      `alter database ${database.name} set bytea_output = escape`,
      `alter database ${database.name} set extra_float_digits = -15`,
    );
    const pooled = {
      DATABASE_URL: bouncer.through(database.url),
      ERP_HOST: '127.0.0.1',
      ERP_PORT: String(bouncer.port),
    };
    const app = await startTestApp(pooled, database);
    try {
      await mainActs(app);
      const settings = {
        ...{ dateStyle: 'SQL, DMY', zone: 'Asia/Kathmandu', path: '"$user", public', readOnly: 'off' },
        ...{ timeout: '0', digits: '-15', locks: 0, prepared: 0 },
      };
      expect(await asAnotherProgram(database.url, SETTINGS)).toEqual([settings, settings]);
    } finally {
      await app.stop();
    }
  });

  test('a setting that it can not pass on stops the start, which says how to make it', async () => {
    const database = await demoDatabase();
    try {
      await asAdministrator((client) => client.query('create schema elsewhere'), database.url);
      await administer(
        `alter database ${database.name} set search_path = elsewhere`,
        `alter database ${database.name} set default_transaction_isolation = serializable`,
      );
      const { code, stdout, stderr } = await runCommand(['migrate'], {
        settings: { DATABASE_URL: bouncer.through(database.url) },
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^Portico is behind a connection pooler/);
      const statements = stderr.match(/alter role .*;/g) ?? [];
      expect(statements).toHaveLength(2);
      await administer(...statements);
      const fresh = bouncer.through(database.url);
      await administer(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`,
      );
      const again = () => runCommand(['migrate'], { settings: { DATABASE_URL: fresh } });
      await until(async () => (await again()).stdout === 'nothing to do\n');
    } finally {
      await database.drop();
    }
  });

  describe('the ERP', () => {
    let database: Awaited<ReturnType<typeof demoErp>>;
    let erp: PostgresErp;
    beforeAll(async () => {
      database = await demoErp();
      const server = {
        kind: 'postgres',
        host: '127.0.0.1',
        port: bouncer.port,
        instance: undefined,
      } as const;
      const login = { database: database.name, user: READER.user, password: READER.password };
      const tls = { encrypt: false, trustServerCertificate: false, readOnlyIntent: true };
      erp = PostgresErp.onServer({ ...server, ...login, ...tls, poolMax: 2 }, 5_000);
    });
    afterAll(async () => {
      await erp.close();
      await database.drop();
    });

    const read = (sql: string, signal: AbortSignal) => erp.read({ sql, parameters: [] }, signal);
    const readerUrl = () => {
      const url = new URL(database.url);
      [url.username, url.password] = [READER.user, READER.password];
      return url.href;
    };
    const sleeping = (seconds: number) =>
      asAdministrator(async (client) => {
        const { rowCount } = await client.query(
          "select from pg_stat_activity where datname = $1 and state = 'active' and query like $2",
          [database.name, `%pg_sleep(${seconds})%`],
        );
        return rowCount;
      });

    test('answers exactly, whole and in a stream', async () => {
      const settings = "select current_setting('DateStyle') as style, date '2026-03-29' as day";
      for (const _time of [1, 2, 3, 4]) {
        expect(await read(settings, never())).toEqual([{ style: 'ISO, YMD', day: '2026-03-29' }]);
      }
      let rows = 0;
      for await (const batch of erp.stream({ sql: 'select * from erp.stock', parameters: [] }, never()))
        rows += batch.length;
      expect(rows).toBe(20_000);
    });

    test('is only read, and other programs of the same login may still write', async () => {
      expect(await read('select 1 as one', deadlineSignal(60_000))).toEqual([{ one: '1' }]);
      await expect(read('select stock_no from erp.stock for update', never())).rejects.toThrow(/read-only/);
      const off = "select set_config('transaction_read_only', 'off', true)";
      await expect(read(off, never())).rejects.toThrow(/before any query/);
      const settings = {
        ...{ readOnly: 'off', timeout: '0', locks: 0, prepared: 0 },
        path: '"$user", public',
      };
      expect(await asAnotherProgram(readerUrl(), SETTINGS)).toMatchObject([settings, settings]);
    });

    test('a query that is given up ends on the server, and no other is cancelled in its place', async () => {
      const other = new pg.Client(bouncer.through(readerUrl()));
      await other.connect();
      try {
        const caller = new AbortController();
        const givenUp = read('select pg_sleep(601)', caller.signal);
        const others = other.query('select pg_sleep(1.5) is null as done');
        await until(async () => (await sleeping(601)) === 1 && (await sleeping(1.5)) === 1);
        caller.abort(new Error('gave up'));
        await expect(givenUp).rejects.toThrow('gave up');
        await until(async () => (await sleeping(601)) === 0);
        expect((await others).rows).toEqual([{ done: false }]);
      } finally {
        await other.end();
      }
    });

    test('a query past its deadline ends on the server, even if nothing cancels it', async () => {
      await expect(read('select pg_sleep(602)', deadlineSignal(300))).rejects.toThrow();
      await until(async () => (await sleeping(602)) === 0);
      // A caller that never gives up: only the server knows of the deadline.
      await expect(read('select pg_sleep(603)', noteDeadline(never(), 300))).rejects.toThrow(
        /statement timeout/,
      );
      const stream = erp.stream({ sql: 'select pg_sleep(604)', parameters: [] }, noteDeadline(never(), 300));
      await expect(stream.next()).rejects.toThrow(/statement timeout/);
    });
  });
});
