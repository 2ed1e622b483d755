import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Erp } from '../../../src/erp/erp.js';
import { PostgresErp } from '../../../src/erp/postgres/postgres-erp.js';
import { noteDeadline } from '../../../src/shared/deadline.js';
import { demoErp } from '../../support/demo-database.js';
import { administer, asAdministrator } from '../../support/postgres-server.mjs';
import { until } from '../../support/until.js';

/** So often that a statement is prepared, and that the server would cease to plan it for its values. */
const SEVERAL = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const never = new AbortController().signal;
const query = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

let database: Awaited<ReturnType<typeof demoErp>>;
let erp: Erp;
beforeAll(async () => {
  database = await demoErp();
  erp = open();
});
afterAll(async () => {
  await erp.close();
  await database.drop();
});

function open(poolMax = 2): Erp {
  const url = new URL(database.url);
  return PostgresErp.onServer(
    {
      kind: 'postgres',
      host: url.hostname,
      port: Number(url.port || 5432),
      instance: undefined,
      database: database.name,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      encrypt: false,
      trustServerCertificate: false,
      readOnlyIntent: true,
      poolMax,
    },
    5_000,
  );
}

test('rows come as the server prints them, exactly', async () => {
  const sql = `select 12345678901234567890.1234567890::numeric as n, '2026-03-29'::date as d, null::text as nothing,
                      timestamp '2026-03-29 02:30:00.123456' as t, $1::text as given, 'trailing ' as blank`;
  expect(await erp.read(query(sql, 'ž $1 '), never)).toEqual([
    {
      n: '12345678901234567890.1234567890',
      d: '2026-03-29',
      nothing: null,
      t: '2026-03-29 02:30:00.123456',
      given: 'ž $1 ',
      blank: 'trailing ',
    },
  ]);
});

test('it can only read', async () => {
  await expect(erp.read(query('delete from erp.stock'), never)).rejects.toThrow(/only a SELECT/);
  await expect(erp.read(query('select 1; create table t (i int)'), never)).rejects.toThrow(/only a SELECT/);
  // What a SELECT can't be seen to do, the session refuses.
  await expect(erp.read(query('select stock_no from erp.stock for update'), never)).rejects.toThrow(
    /read-only/,
  );
  expect(await erp.read(query('select count(*) as n from erp.stock'), never)).toEqual([{ n: '20000' }]);
});

describe('the database may be set as it likes', () => {
  let fresh: Erp;
  beforeAll(async () => {
    for (const setting of [
      "datestyle = 'SQL, DMY'",
      'intervalstyle = sql_standard',
      "timezone = 'Asia/Kathmandu'",
      'bytea_output = escape',
      'extra_float_digits = -15',
      'standard_conforming_strings = off',
      "statement_timeout = '2min'",
    ]) {
      await administer(`alter database ${database.name} set ${setting}`);
    }
    fresh = open();
  });
  afterAll(() => fresh.close());

  test('values are printed as ever', async () => {
    const sql = `select date '2026-03-29' as d, timestamptz '2026-03-29 00:00:00+00' as t, 0.1::float8 + 0.2 as f,
      interval '1 day 2 hours' as i, decode('00ff', 'hex') as b, 'a\\b' as s`;
    for (const _time of SEVERAL) {
      expect(await fresh.read(query(sql), never)).toEqual([
        {
          ...{ d: '2026-03-29', t: '2026-03-29 00:00:00+00', f: '0.30000000000000004' },
          ...{ i: '1 day 02:00:00', b: '\\x00ff', s: 'a\\b' },
        },
      ]);
    }
  });

  test('the server is told the deadline, but keeps a shorter one of its own', async () => {
    const timeout = "select current_setting('statement_timeout') as timeout";
    for (const _time of SEVERAL) {
      expect(await erp.read(query(timeout), never)).toEqual([{ timeout: '0' }]);
      const [told] = await erp.read(query(timeout), noteDeadline(new AbortController().signal, 90_000));
      expect(told?.['timeout']).toMatch(/^(1min30s|90s|[5-9]\d{4}ms)$/);
      for (const signal of [never, noteDeadline(new AbortController().signal, 600_000)]) {
        expect(await fresh.read(query(timeout), signal)).toEqual([{ timeout: '2min' }]);
      }
    }
  });
});

test('reads that the caller gives up end at once, however many there are, and the connections serve again', async () => {
  const reads = Array.from({ length: 6 }, () => {
    const caller = new AbortController();
    const read = erp.read(query('select pg_sleep(600)'), caller.signal);
    setImmediate(() => caller.abort(new Error('gave up')));
    return read;
  });
  for (const outcome of await Promise.allSettled(reads)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: new Error('gave up') });
  }
  expect(await erp.read(query('select 1 as one'), never)).toEqual([{ one: '1' }]);
  const asleep = `select from pg_stat_activity where datname = '${database.name}' and query like '%pg_sleep(600)%'
    and state = 'active' and pid <> pg_backend_pid()`;
  await asAdministrator((client) => until(async () => (await client.query(asleep)).rowCount === 0));
});

describe('statements that come again', () => {
  let single: Erp;
  beforeAll(() => {
    single = open(1);
  });
  afterAll(() => single.close());

  interface Prepared {
    statement: string;
    custom: string;
    generic: string;
  }
  const prepared = () =>
    single.read(
      query(
        `select statement, custom_plans as custom, generic_plans as generic from pg_prepared_statements
         where statement like 'select%' and statement not like '%pg_prepared_statements%'`,
      ),
      never,
    ) as unknown as Promise<Prepared[]>;
  const own = async (sql: string) => (await prepared()).filter(({ statement }) => statement === sql);

  test('are prepared, and planned for their values each time', async () => {
    const sql = 'select count(*) as n from erp.stock where stock_no::text = $1';
    const [{ stock_no: known } = {}] = await single.read(query('select stock_no from erp.stock'), never);
    expect(await single.read(query(sql, known), never)).toEqual([{ n: '1' }]);
    expect(await own(sql)).toEqual([]);
    for (const time of SEVERAL) {
      const given = time % 2 ? known : 'none';
      expect(await single.read(query(sql, given), never)).toEqual([{ n: time % 2 ? '1' : '0' }]);
    }
    expect(await own(sql)).toEqual([{ statement: sql, custom: String(SEVERAL.length), generic: '0' }]);
  });

  test('are still only read', async () => {
    for (const _time of SEVERAL) {
      await expect(single.read(query('select stock_no from erp.stock for update'), never)).rejects.toThrow(
        /read-only/,
      );
    }
    expect(await own('select stock_no from erp.stock for update')).toEqual([]);
  });

  test('are forgotten when there are many others', async () => {
    for (let number = 0; number < 70; number += 1) {
      for (const _time of [1, 2]) {
        expect(await single.read(query(`select ${number} as n, $1::text as given`, 'x'), never)).toEqual([
          { n: String(number), given: 'x' },
        ]);
      }
    }
    const kept = await prepared();
    expect(kept.length).toBeLessThanOrEqual(51);
    expect(kept.map(({ statement }) => statement)).toContain('select 69 as n, $1::text as given');
    expect(kept.map(({ statement }) => statement)).not.toContain('select 3 as n, $1::text as given');
  });

  test('are prepared anew when a table or view has changed', async () => {
    const sql = 'select * from erp.changing';
    await administerErp(
      'create view erp.changing as select 1 as n',
      `grant select on erp.changing to public`,
    );
    for (const _time of SEVERAL) expect(await single.read(query(sql), never)).toEqual([{ n: '1' }]);
    await administerErp('create or replace view erp.changing as select 2 as n, 3 as m');
    for (const _time of SEVERAL) expect(await single.read(query(sql), never)).toEqual([{ n: '2', m: '3' }]);
    expect(await own(sql)).toHaveLength(1);
    await administerErp('drop view erp.changing');
    await expect(single.read(query(sql), never)).rejects.toThrow(/does not exist/);
  });

  test('are sent as they are once something has made the server forget them', async () => {
    await administerErp(
      `create function erp.forget() returns text language plpgsql as $$ begin deallocate all; return 'done'; end $$`,
    );
    const sql = 'select 7 as seven';
    for (const _time of SEVERAL) expect(await single.read(query(sql), never)).toEqual([{ seven: '7' }]);
    expect(await own(sql)).toHaveLength(1);
    expect(await single.read(query('select erp.forget() as forgotten'), never)).toEqual([
      { forgotten: 'done' },
    ]);
    for (const _time of SEVERAL) expect(await single.read(query(sql), never)).toEqual([{ seven: '7' }]);
    expect(await own(sql)).toEqual([]);
  });
});

/** Changes the ERP's database, as whoever runs it would. */
const administerErp = (...statements: string[]) =>
  asAdministrator(async (client) => {
    for (const statement of statements) await client.query(statement);
  }, database.url);
