import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import QueryStream from 'pg-query-stream';
import { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';
import { DirectoryInUse } from '../../src/embedded-postgres/lock-directory.js';

interface Transfer {
  from: number;
  to: number;
  amount: number;
  commits: boolean;
}

async function clientOf(engine: EmbeddedPostgres): Promise<pg.Client> {
  const client = new pg.Client({ stream: () => engine.connect() });
  // A connection that a test destroys says so; nobody need hear it.
  client.on('error', () => {});
  await client.connect();
  return client;
}

describe('several connections to one engine', () => {
  let engine: EmbeddedPostgres;
  let clients: [pg.Client, pg.Client, pg.Client];
  const open = () => clientOf(engine);
  beforeAll(async () => {
    engine = await EmbeddedPostgres.inMemory();
    clients = [await open(), await open(), await open()];
    await clients[0].query('create table account (id int primary key, balance int not null)');
  });
  beforeEach(async () => {
    await clients[0].query('delete from account');
    await clients[0].query('insert into account select id, 100 from generate_series(1, 3) id');
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await engine.close();
  });
  const balanceOf = async (client: pg.Client, id: number) =>
    (await client.query('select balance from account where id = $1', [id])).rows[0]?.balance;

  test('money moved in many transactions at once is neither lost nor made', async () => {
    const id = fc.integer({ min: 1, max: 3 });
    const transfer = fc.record({ from: id, to: id, amount: fc.nat(50), commits: fc.boolean() });
    const oneEach = fc.tuple(...clients.map(() => fc.array(transfer, { maxLength: 5 })));
    const run = async (client: pg.Client, { from, to, amount, commits }: Transfer) => {
      await client.query('begin');
      const balance = await balanceOf(client, from);
      await client.query('update account set balance = $2 where id = $1', [from, balance - amount]);
      const other = await balanceOf(client, to);
      await client.query('update account set balance = $2 where id = $1', [to, other + amount]);
      await client.query(commits ? 'commit' : 'rollback');
    };
    await fc.assert(
      fc.asyncProperty(oneEach, async (work) => {
        await Promise.all(
          clients.map(async (client, index) => {
            for (const one of work[index] ?? []) await run(client, one);
          }),
        );
        const { rows } = await clients[0].query('select sum(balance)::int as total from account');
        expect(rows).toEqual([{ total: 300 }]);
      }),
      { numRuns: 25 },
    );
  });

  test('what a client that vanished had not committed is undone, and the next goes on', async () => {
    const vanishing = await open();
    await vanishing.query('begin');
    await vanishing.query('update account set balance = 0 where id = 1');
    const next = balanceOf(clients[0], 1);
    const closed = new Promise((resolve) => vanishing.once('end', resolve));
    (vanishing as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await closed;
    expect(await next).toBe(100);
  });

  test('what a client that vanished was still waiting to do is not done', async () => {
    const waiting = await open();
    await clients[0].query('begin');
    waiting.query('update account set balance = 0 where id = 1').catch(() => {});
    await waiting.end().catch(() => {});
    await clients[0].query('commit');
    expect(await balanceOf(clients[1], 1)).toBe(100);
  });

  test('a query that waits for an open transaction is refused with a sentence, and works afterwards', async () => {
    const impatient = await EmbeddedPostgres.inMemory({ lockTimeoutMs: 100, snapshot: await engine.dump() });
    const [holder, simple, prepared] = await Promise.all([1, 2, 3].map(() => clientOf(impatient)));
    await holder?.query('begin');
    const refused = await Promise.allSettled([
      simple?.query('select 1'),
      prepared?.query('select $1::int', [1]),
    ]);
    const reason = {
      code: '55P03',
      message: expect.stringMatching(/held by another transaction for 100 ms/),
    };
    for (const one of refused) {
      expect(one).toMatchObject({ status: 'rejected', reason: expect.objectContaining(reason) });
    }
    await holder?.query('rollback');
    expect((await simple?.query('select 1 as one'))?.rows).toEqual([{ one: 1 }]);
    expect((await prepared?.query('select $1::int as two', [2]))?.rows).toEqual([{ two: 2 }]);
    for (const client of [holder, simple, prepared]) await client?.end();
    await impatient.close();
  });

  test("one client's error stops no other", async () => {
    await clients[0].query('begin');
    await expect(clients[0].query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(clients[0].query('select 1')).rejects.toMatchObject({ code: '25P02' });
    const other = balanceOf(clients[1], 1);
    await clients[0].query('rollback');
    expect(await other).toBe(100);
    await expect(clients[2].query('select $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' });
    expect(await balanceOf(clients[2], 1)).toBe(100);
  });

  test('an export that is read row by row is whole while others work', async () => {
    const rows: number[] = [];
    const stream = clients[0].query(
      new QueryStream('select n from generate_series(1, $1::int) n', [5000], { batchSize: 100 }),
    );
    const others = Promise.all(
      [1, 2, 3].map(() => clients[1].query('update account set balance = balance + 1 where id = 1')),
    );
    for await (const row of stream) rows.push((row as { n: number }).n);
    await others;
    expect(rows).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    expect(await balanceOf(clients[2], 1)).toBe(103);
  });

  test('an export that is given up lets the others go on', async () => {
    const stream = clients[0].query(new QueryStream('select * from generate_series(1, 1000000) n', []));
    for await (const _row of stream) break;
    expect(await balanceOf(clients[1], 1)).toBe(100);
    expect(await balanceOf(clients[0], 2)).toBe(100);
  });

  test('a value of a megabyte comes back as it was', async () => {
    const text = 'Grüße, 世界! '.repeat(90_000);
    const bytes = Buffer.from(text);
    const { rows } = await clients[0].query('select $1::text as text, $2::bytea as bytes', [text, bytes]);
    expect(rows[0].text === text).toBe(true);
    expect(bytes.equals(rows[0].bytes)).toBe(true);
  });
});

describe('an engine on a folder', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'portico-engine-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  test('a folder left half made is set aside, not lost; one in use is refused; a whole one is kept', async () => {
    const folder = join(root, 'database');
    mkdirSync(folder);
    writeFileSync(join(folder, 'half'), 'made');
    const engine = await EmbeddedPostgres.onFolder(folder);
    expect(engine.fresh).toBe(true);
    const [aside] = readdirSync(root).filter((name) => name.startsWith('database.incomplete-'));
    expect(readFileSync(join(root, aside ?? '', 'half'), 'utf8')).toBe('made');
    expect(existsSync(join(folder, 'half'))).toBe(false);

    const client = await clientOf(engine);
    await client.query("create table kept as select 'x' as value");
    const second = EmbeddedPostgres.onFolder(folder);
    await expect(second).rejects.toThrow(DirectoryInUse);
    await expect(second).rejects.toThrow(folder);
    await client.end();
    await engine.close();

    const again = await EmbeddedPostgres.onFolder(folder);
    const reader = await clientOf(again);
    expect((await reader.query('select value from kept')).rows).toEqual([{ value: 'x' }]);
    await reader.end();
    await again.close();
    expect(again.fresh).toBe(false);
  });
});
