import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { composeInventory } from '../../src/composition/inventory.js';
import { guardErp, openErp } from '../../src/composition/open-erp.js';
import { parseConfig } from '../../src/config.js';
import type { ErpRow } from '../../src/erp/erp.js';
import type { GuardedErp } from '../../src/erp/guarded-erp.js';
import type { ErpQueryReport } from '../../src/erp/observer.js';
import { toTerms } from '../../src/features/inventory/inventory.order.js';
import type { InventoryStore } from '../../src/features/inventory/inventory.store.js';
import type { ErpScope } from '../../src/shared/auth.js';
import { TdsErp } from '../support/tds-erp.js';
import { noFaults } from '../support/tds-server/faults.js';
import { SqlError } from '../support/tds-server/sql-types.js';
import { until } from '../support/until.js';

const never = new AbortController().signal;
const ALL: ErpScope = { all: true };
const UNAVAILABLE = { code: 'ERP_UNAVAILABLE', extensions: { retryable: true } };

let server: TdsErp;
let erp: GuardedErp;
let store: InventoryStore;
let reports: ErpQueryReport[];
beforeAll(async () => {
  server = await TdsErp.start({ everyNth: 12 });
});
beforeEach(async () => {
  server.server.clear();
  server.questions.length = 0;
  await open();
});
afterEach(async () => {
  vi.useRealTimers();
  server.server.faults = noFaults();
  server.failNext();
  server.release();
  await erp.close();
});
afterAll(() => server.close());

async function open(settings: Record<string, string> = {}): Promise<void> {
  await erp?.close();
  const config = parseConfig({
    ...server.settings,
    ERP_POOL_MAX: '1',
    ERP_ALLOW_WRITABLE_LOGIN: 'true',
    ERP_EXPORTS_MAX: '2',
    ...settings,
  });
  const nothing = () => {};
  reports = [];
  erp = guardErp(await openErp(config, null), config, {
    ...{ retried: nothing, rejected: nothing, circuit: nothing, shared: nothing, stale: nothing },
    ...{ needsRepair: nothing, connected: nothing, inspectionFailed: nothing, inspected: nothing },
    query: (report) => reports.push(report),
  });
  store = composeInventory(erp, config.erpMapping, ['k'.repeat(64)], pino({ level: 'silent' })).store;
}

const stream = (scope: ErpScope = ALL, signal = never) =>
  store.stream(scope, {}, toTerms(null, scope), signal);
const page = () =>
  store.page(
    ALL,
    {},
    { ...{ terms: toTerms(null, ALL), limit: 9, backwards: false }, after: null, before: null },
    { signal: never },
  );
const streamed = () => reports.filter((report) => report.streamed).map(({ outcome }) => outcome);

async function all(rows: AsyncIterable<readonly ErpRow[]>): Promise<ErpRow[]> {
  const found: ErpRow[] = [];
  for await (const batch of rows) found.push(...batch);
  return found;
}

/** Timers that start meanwhile see so much time pass, in no time. */
async function passing(ms: number, during: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await during();
  vi.advanceTimersByTime(ms);
  vi.useRealTimers();
}

/** Takes the first rows of an export, and leaves it there. */
async function begun(signal = never) {
  const rows = stream(ALL, signal);
  expect((await rows.next()).done).toBe(false);
  return rows;
}

describe('an export', () => {
  test('has every row of its scope in order, and none of a customer that only looks the same', async () => {
    // The most lenient comparison that a SQL Server can have, so that it takes other customers for the same.
    const lenient = await TdsErp.start({ collation: 'Latin1_General_CI_AI', everyNth: 100 });
    await open(lenient.settings);
    const scope = { all: false, names: new Set(['Acme Beverages']) } as const;
    await lenient.run(
      `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
       select 6000000 + n, name, 'SECRET', 'SYD1', 'EA', 1, 0
       from unnest(array['acme beverages', 'ACME BEVERAGES', 'Acme Béverages']) with ordinality as t (name, n)`,
    );
    const everything = await all(stream());
    const own = await all(stream(scope));
    const wanted = everything.filter((row) => row['customer_name'] === 'Acme Beverages');
    expect(everything.length).toBeGreaterThan(100);
    expect(own.length).toBeGreaterThan(3);
    expect(own).toEqual(wanted);
    expect(streamed()).toEqual(['answered', 'answered']);
    await erp.close();
    await lenient.close();
  });

  test('of many batches is in the order that was asked for', async () => {
    const terms = toTerms([{ field: 'QUANTITY_ON_HAND', direction: 'DESC' }] as never, ALL);
    const quantities = (await all(store.stream(ALL, {}, terms, never))).map((row) =>
      Number(row['quantity_on_hand']),
    );
    expect(quantities.length).toBeGreaterThan(1_000);
    expect(quantities).toEqual([...quantities].sort((a, b) => b - a));
    expect(streamed()).toEqual(['answered']);
    expect(erp.failureRate).toBe(0);
  });

  test('of nobody asks the ERP nothing', async () => {
    expect(await all(stream({ all: false, names: new Set() }))).toEqual([]);
    expect(server.server.statements).toEqual([]);
  });
});

describe('pages', () => {
  test('are answered while every slot for exports is taken, and one export more is refused', async () => {
    const [first, second] = [await begun(), await begun()];
    expect(erp.state()).toMatchObject({ running: 0, streaming: 2 });
    const refused = { code: 'RATE_LIMITED', extensions: { retryAfterSeconds: expect.any(Number) } };
    await expect(stream().next()).rejects.toMatchObject(refused);
    expect((await page()).value).toHaveLength(10);
    expect(erp.poolState()).toEqual({ open: 3, idle: 1, waiting: 0 });

    await first.return();
    await until(() => erp.state().streaming === 1);
    const third = await begun();
    await Promise.all([second.return(), third.return()]);
    await until(() => erp.state().streaming === 0 && server.server.running === 0);
    expect(streamed()).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(erp.state().circuit).toBe('closed');
    // All went on by the connections that there were.
    expect(server.server.open).toBe(3);
  });

  test('have their own deadline, and an export a longer one, the time to its first row included', async () => {
    await open({ ERP_QUERY_TIMEOUT_MS: '300' });
    // Until there is a connection: on a busy machine, even that may take longer.
    await until(() => all(stream()).then(Boolean, () => false));
    server.hold();
    const asked = server.questions.length;
    let rows = Promise.resolve<ErpRow[]>([]);
    // Later than the driver would have ended a query of a page.
    await passing(1_500, async () => {
      rows = all(stream());
      rows.catch(() => {});
      await vi.waitUntil(() => server.questions.length > asked, { timeout: 120_000 });
    });
    await expect(page()).rejects.toMatchObject(UNAVAILABLE);
    server.release();
    expect((await rows).length).toBeGreaterThan(1_000);
  });
});

describe('an export that nobody takes the rows of', () => {
  test('ends at its deadline, on the server too, and says nothing about the ERP', async () => {
    await page();
    let rows = stream();
    await passing(600_000, async () => {
      rows = await begun();
    });
    await until(() => server.server.attentions === 1 && erp.state().streaming === 0);
    expect(streamed()).toEqual(['failed']);
    expect([erp.state().circuit, erp.lastFault]).toEqual(['closed', null]);
    await expect(all(rows)).rejects.toMatchObject(UNAVAILABLE);
    expect(streamed()).toHaveLength(1);
  });

  test('ends at once where its client hangs up, before the first row and after', async () => {
    await page();
    const caller = new AbortController();
    await begun(caller.signal);
    server.hold();
    const waiting = stream(ALL, caller.signal).next();
    const ended = expect(waiting).rejects.toMatchObject(UNAVAILABLE);
    // The page's, and both of the export's: other statements that run are the inspection's.
    await until(() => server.questions.length === 3);
    caller.abort(new Error('gone'));
    await ended;
    await until(() => server.server.attentions === 2 && erp.state().streaming === 0);
    expect(streamed()).toEqual(['cancelled', 'cancelled']);
    expect([erp.state().circuit, erp.lastFault]).toEqual(['closed', null]);
  });
});

describe('an ERP that is down', () => {
  test('is left alone by exports too, and asked again when it is back', async () => {
    await page();
    await server.server.stop();
    for (let time = 0; time < 5; time += 1) await expect(all(stream())).rejects.toMatchObject(UNAVAILABLE);
    expect(erp.state().circuit).toBe('open');
    expect(erp.lastFault).not.toBeNull();
    expect(streamed()).toHaveLength(5);
    await expect(all(stream())).rejects.toMatchObject(UNAVAILABLE);
    expect(streamed()).toHaveLength(5);
    await server.server.listen();
    await until(() =>
      all(stream()).then(
        () => true,
        () => false,
      ),
    );
    expect(erp.state()).toMatchObject({ circuit: 'closed', streaming: 0 });
  });

  test('is noticed where exports break in the middle', async () => {
    await page();
    server.server.faults.dropAfterRows = 600;
    const rows = await begun();
    await expect(all(rows)).rejects.toMatchObject(UNAVAILABLE);
    expect(streamed()).toEqual(['failed']);
    expect(erp.lastFault).not.toBeNull();
    expect(erp.failureRate).toBe(0.5);
    expect(erp.state().streaming).toBe(0);
  });
});

test('an ERP that refuses the query has it refused for good', async () => {
  await page();
  server.failAlways(new SqlError(208, "Invalid object name 'erp.stock'."));
  await expect(all(stream())).rejects.toMatchObject({ ...UNAVAILABLE, extensions: { retryable: false } });
  expect(erp.state()).toMatchObject({ circuit: 'closed', streaming: 0 });
});

test('an ERP that is not admitted is not asked', async () => {
  await open({ ERP_INVENTORY_SQL: 'select stock_no as row_id from erp.stock' });
  await expect(all(stream())).rejects.toMatchObject({ ...UNAVAILABLE, extensions: { retryable: false } });
  expect(server.questions).toEqual([]);
  expect(erp.state().streaming).toBe(0);
});

test('a portal whose exports are off refuses them, and opens no connections for them', async () => {
  await open({ ERP_EXPORTS_MAX: '0' });
  await page();
  await expect(all(stream())).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringMatching(/off/),
  });
  expect(server.server.open).toBe(1);
});
