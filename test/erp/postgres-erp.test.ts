import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import type { Erp } from '../../src/erp/erp.js';
import { PostgresErp } from '../../src/erp/postgres.js';
import { administer, databaseUrl, POSTGRES_URL, TEMPLATES } from '../support/postgres-server.mjs';

const NAME = `${TEMPLATES.erp}_adapter`;
const never = new AbortController().signal;
const query = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

async function onEngine(): Promise<{ erp: Erp; clean: () => Promise<void> }> {
  const file = join(process.env['PORTICO_TEST_SNAPSHOTS'] ?? '', 'erp.tar');
  const engine = await EmbeddedPostgres.inMemory({ snapshot: new Uint8Array(readFileSync(file)) });
  return { erp: PostgresErp.embedded(engine, { owned: true }), clean: async () => {} };
}

async function onServer(): Promise<{ erp: Erp; clean: () => Promise<void> }> {
  await administer(`create database ${NAME} template ${TEMPLATES.erp}`);
  const url = new URL(databaseUrl(NAME));
  const erp = PostgresErp.onServer(
    {
      kind: 'postgres',
      host: url.hostname,
      port: Number(url.port || 5432),
      instance: undefined,
      database: NAME,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      encrypt: false,
      trustServerCertificate: false,
      readOnlyIntent: true,
      poolMax: 2,
    },
    5_000,
  );
  return { erp, clean: () => administer(`drop database ${NAME} with (force)`) };
}

let erp: Erp;
let clean: () => Promise<void>;
beforeAll(async () => {
  ({ erp, clean } = POSTGRES_URL ? await onServer() : await onEngine());
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
  await expect(erp.read(query('delete from erp.stock'), never)).rejects.toThrow(/read-only/);
  await expect(erp.read(query('create table t (i int)'), never)).rejects.toThrow(/read-only/);
  expect(await erp.read(query('select count(*) as n from erp.stock'), never)).toEqual([{ n: '20000' }]);
});

test('it says whom the server takes us for', async () => {
  const identity = await erp.identify(never);
  expect(identity.version).toMatch(/^PostgreSQL/);
  expect(identity.login).not.toBe('');
});

describe('a stream', () => {
  test('gives every row once', async () => {
    const ids = new Set<string | null>();
    for await (const row of erp.stream(query('select stock_no from erp.stock'), never))
      ids.add(row['stock_no'] ?? null);
    expect(ids.size).toBe(20_000);
  });

  test('that nobody reads to its end leaves nothing behind', async () => {
    for (let time = 0; time < 12; time += 1) {
      for await (const row of erp.stream(query('select stock_no from erp.stock'), never)) {
        if (row) break;
      }
    }
    expect(await erp.read(query('select 1 as one'), never)).toEqual([{ one: '1' }]);
  });

  test('breaks visibly where the caller gives up', async () => {
    const caller = new AbortController();
    const reading = async () => {
      for await (const _row of erp.stream(query('select stock_no from erp.stock'), caller.signal)) {
        caller.abort(new Error('gave up'));
      }
    };
    await expect(reading()).rejects.toThrow('gave up');
    expect(await erp.read(query('select 1 as one'), never)).toEqual([{ one: '1' }]);
  });

  test('breaks visibly where the server fails in the middle', async () => {
    const sql = 'select 1 / (500 - n) as x from generate_series(1, 1000) n';
    const reading = async () => {
      for await (const _row of erp.stream(query(sql), never));
    };
    await expect(reading()).rejects.toThrow(/division by zero/);
  });
});

describe('a read that the caller gives up', () => {
  test('ends at once, however many there are, and the connections serve again', async () => {
    const slow = POSTGRES_URL
      ? 'select pg_sleep(600)'
      : 'select count(*) from generate_series(1, 3000) a, generate_series(1, 1000) b';
    const reads = Array.from({ length: 6 }, () => {
      const caller = new AbortController();
      const read = erp.read(query(slow), caller.signal);
      setImmediate(() => caller.abort(new Error('gave up')));
      return read;
    });
    for (const outcome of await Promise.allSettled(reads)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: new Error('gave up') });
    }
    expect(await erp.read(query('select 1 as one'), never)).toEqual([{ one: '1' }]);
  });

  const onServerOnly = POSTGRES_URL ? test : () => {};
  onServerOnly('ends on the server too', async () => {
    const caller = new AbortController();
    const read = erp.read(query('select pg_sleep(600) as "the slow one"'), caller.signal);
    const running = () =>
      erp.read(
        query(
          `select pid from pg_stat_activity where query like '%the slow one%' and state = 'active' and pid <> pg_backend_pid()`,
        ),
        never,
      );
    while ((await running()).length === 0);
    caller.abort(new Error('gave up'));
    await expect(read).rejects.toThrow('gave up');
    while ((await running()).length > 0);
  });

  test('before it began asks nothing', async () => {
    await expect(erp.read(query('select 1'), AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late',
    );
  });
});
