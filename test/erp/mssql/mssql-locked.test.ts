import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ErpStatusDocument, InventoryDocument } from '../../../schema/operations.generated.js';
import { isIdle, scrape } from '../../support/scrape.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';
import { until } from '../../support/until.js';

/** How long the ERP keeps its table locked. A minute is what a slow batch takes; it takes as long to test. */
const LOCKED_MS = Number(process.env['PORTICO_TEST_LOCK_SECONDS'] ?? 4) * 1_000;
const DEADLINE_MS = 500;
const CLIENTS = 30;

let stock: DemoStock;
let server: TdsServer;
let app: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 100 });
  server = await TdsServer.start((statement, session) => stock.answer(statement, session));
  app = await startTestApp({
    ...server.settings,
    ERP_QUERY_TIMEOUT_MS: String(DEADLINE_MS),
    ERP_STALE_MAX_SECONDS: '0',
  });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

const ask = (first: number) => app.ask(InventoryDocument, { first }, 'customer1');
const ready = async () => (await (await fetch(`${app.url}/readyz`)).json()) as { status: string };
const status = async () => (await app.ask(ErpStatusDocument, {}, 'operations1')).data?.erpStatus;

test('while the table is locked under thirty clients, each hears no in time, and whoever looks sees why', async () => {
  await until(async () => (await ask(1)).errors.length === 0);
  const locker = new pg.Client(stock.url);
  await locker.connect();
  await locker.query('begin; lock table erp.stock in access exclusive mode');
  const lockedAt = performance.now();

  let isOver = false;
  onTestFinished(async () => {
    isOver = true;
    await locker.end();
  });
  const codes = new Set<string>();
  let slowest = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    while (!isOver) {
      const asked = performance.now();
      const { errors } = await ask(client + 2);
      slowest = Math.max(slowest, performance.now() - asked);
      if (!isOver) codes.add(errors[0]?.extensions.code ?? 'OK');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  await until(async () => (await scrape(app, 'portico_erp_circuit', { state: 'open' })) === 1);
  await until(async () => (await ready()).status === 'degraded');
  expect(await status()).toMatchObject({
    circuit: expect.stringMatching(/open/),
    lastError: expect.stringMatching(/locked|in time/),
    lastErrorAt: expect.any(String),
    recentFailureRate: expect.any(Number),
  });
  const seenAfter = performance.now() - lockedAt;
  expect((await status())?.recentFailureRate).toBeGreaterThan(0.5);
  // A session that looks in from time to time doesn't make the circuit close.
  await new Promise((resolve) => setTimeout(resolve, LOCKED_MS - (performance.now() - lockedAt)));
  expect(await status()).toMatchObject({ lastError: expect.any(String) });
  isOver = true;
  await Promise.all(clients);
  await until(() => server.running === 0);
  const { rows } = await locker.query(
    "select count(*) from pg_locks where not granted and relation = 'erp.stock'::regclass",
  );
  expect(rows).toEqual([{ count: '0' }]);
  expect([...codes]).toEqual(['ERP_UNAVAILABLE']);
  await locker.query('rollback');
  await locker.end();
  const unlockedAt = performance.now();
  await until(async () => (await ask(1)).errors.length === 0);
  await until(async () => (await ready()).status === 'ready');
  const wellAfter = performance.now() - unlockedAt;
  expect(await status()).toMatchObject({ reachable: true, circuit: 'closed', lastError: null });
  await until(() => isIdle(app));
  // Each of these has its time many times over: what they find is that somebody waits without end.
  expect(slowest).toBeLessThan(30_000);
  expect(seenAfter).toBeLessThan(10_000);
  expect(wellAfter).toBeLessThan(30_000);
});

test('every session yields: it gives up a lock before its deadline, and loses in a deadlock', () => {
  expect(server.sessions.length).toBeGreaterThan(0);
  for (const session of server.sessions) {
    expect(session).toMatchObject({
      lock_timeout: String(DEADLINE_MS * 0.8),
      deadlock_priority: 'low',
      isolation: 'read committed',
    });
  }
});

test.each(['snapshot', 'ReadUncommitted'])('and reads as ERP_ISOLATION says: %s', async (isolation) => {
  server.cut();
  const other = await app.sibling({ ...server.settings, ERP_ISOLATION: isolation });
  await until(
    async () => (await other.ask(InventoryDocument, { first: 1 }, 'customer1')).errors.length === 0,
  );
  const levels = server.sessions.map((session) => session['isolation']);
  expect(levels).toContain(isolation === 'snapshot' ? 'snapshot' : 'read uncommitted');
  await other.stop();
});
