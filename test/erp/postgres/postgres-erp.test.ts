import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Erp } from '../../../src/erp/erp.js';
import { PostgresErp } from '../../../src/erp/postgres/postgres-erp.js';
import { demoErp } from '../../support/demo-database.js';

const never = new AbortController().signal;
const query = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

async function openCopy(): Promise<{ erp: Erp; clean: () => Promise<void> }> {
  const database = await demoErp();
  const url = new URL(database.url);
  const erp = PostgresErp.onServer(
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
  return { erp, clean: database.drop };
}

let erp: Erp;
let clean: () => Promise<void>;
beforeAll(async () => {
  ({ erp, clean } = await openCopy());
});
afterAll(async () => {
  await erp.close();
  await clean();
});

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
});
