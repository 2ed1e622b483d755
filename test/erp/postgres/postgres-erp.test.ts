import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Erp } from '../../../src/erp/erp.js';
import { PostgresErp } from '../../../src/erp/postgres/postgres-erp.js';
import { noteDeadline } from '../../../src/shared/deadline.js';
import { demoErp } from '../../support/demo-database.js';
import { administer, asAdministrator } from '../../support/postgres-server.mjs';
import { until } from '../../support/until.js';

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

function open(): Erp {
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
      poolMax: 2,
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
    expect(await fresh.read(query(sql), never)).toEqual([
      {
        ...{ d: '2026-03-29', t: '2026-03-29 00:00:00+00', f: '0.30000000000000004' },
        ...{ i: '1 day 02:00:00', b: '\\x00ff', s: 'a\\b' },
      },
    ]);
  });

  test('the server is told the deadline, but keeps a shorter one of its own', async () => {
    const timeout = "select current_setting('statement_timeout') as timeout";
    expect(await erp.read(query(timeout), never)).toEqual([{ timeout: '0' }]);
    const [told] = await erp.read(query(timeout), noteDeadline(new AbortController().signal, 90_000));
    expect(told?.['timeout']).toMatch(/^(1min30s|90s|[5-9]\d{4}ms)$/);
    for (const signal of [never, noteDeadline(new AbortController().signal, 600_000)]) {
      expect(await fresh.read(query(timeout), signal)).toEqual([{ timeout: '2min' }]);
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
