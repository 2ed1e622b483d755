import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InventoryCountDocument, InventoryDocument } from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { noFaults } from '../support/tds-server/faults.js';
import { LOGIN, TdsServer } from '../support/tds-server/tds-server.js';
import { until } from '../support/until.js';

const POOL_MAX = 2;
const UNAVAILABLE = { code: 'ERP_UNAVAILABLE', retryable: true };

let stock: DemoStock;
let server: TdsServer;
beforeAll(async () => {
  stock = await DemoStock.open();
});
afterAll(() => stock.close());
beforeEach(async () => {
  server = await TdsServer.start((statement) => stock.answer(statement));
});
afterEach(async () => {
  await server.stop();
  expect(server.failures).toEqual([]);
});

/** Runs a test on a service of its own, with what is said about the ERP changed. */
async function withApp(settings: Record<string, string>, run: (app: TestApp) => Promise<void>) {
  const app = await startTestApp({ ...server.settings, ERP_POOL_MAX: String(POOL_MAX), ...settings });
  try {
    await run(app);
  } finally {
    await app.stop();
  }
}

/** A page that nobody asked for before, so that no earlier answer can stand in for it. */
const page = (app: TestApp, search: string) =>
  app.ask(InventoryDocument, { filter: { search }, first: 20 }, 'customer1');

async function expectUnavailable(app: TestApp, search: string): Promise<void> {
  const { data, errors } = await page(app, search);
  expect([data, errors.map(({ extensions }) => extensions)]).toEqual([null, [UNAVAILABLE]]);
}

/** The portal answers again, with every connection that it may have. */
async function expectHealed(app: TestApp): Promise<void> {
  server.faults = noFaults();
  await until(async () => (await page(app, 'ginger')).errors.length === 0);
  const many = Array.from({ length: POOL_MAX * 3 }, (_, n) => page(app, `pallet ${n}`));
  for (const { errors } of await Promise.all(many)) expect(errors).toEqual([]);
  expect(server.open).toBeLessThanOrEqual(POOL_MAX);
  await until(() => server.running === 0);
}

describe('a viewer learns that the ERP is unavailable, and the portal heals by itself', () => {
  test('where it refuses connections', () =>
    withApp({}, async (app) => {
      await server.stop();
      await expectUnavailable(app, 'tonic');
      await server.listen();
      await expectHealed(app);
    }));

  test('where it restarts between two questions', () =>
    withApp({}, async (app) => {
      expect((await page(app, 'tonic')).errors).toEqual([]);
      await server.stop();
      await server.listen();
      await expectHealed(app);
    }));

  test('where it has no connection left', () =>
    withApp({}, async (app) => {
      server.faults.maxConnections = 0;
      await expectUnavailable(app, 'tonic');
      expect(server.statements).toEqual([]);
      await expectHealed(app);
    }));

  test('where it drops the connection in the middle of a row', () =>
    withApp({}, async (app) => {
      server.faults.dropAfterRows = 3;
      await expectUnavailable(app, 'tonic');
      await until(() => server.open === 0);
      await expectHealed(app);
    }));

  test('where it takes a question and hangs', () =>
    withApp({ ERP_QUERY_TIMEOUT_MS: '1000' }, async (app) => {
      server.faults.hangOnStatement = ({ sql }) => sql.includes('erp.stock');
      await expectUnavailable(app, 'tonic');
      await until(() => server.attentions > 0 && server.running === 0);
      await expectHealed(app);
    }));

  test('where it stops in the middle of the rows', () =>
    withApp({ ERP_QUERY_TIMEOUT_MS: '1000' }, async (app) => {
      server.faults.beforeRow = (row) => (row === 3 ? new Promise(() => {}) : undefined);
      await expectUnavailable(app, 'tonic');
      await until(() => server.attentions > 0 && server.running === 0);
      await expectHealed(app);
    }));

  test('where it hangs before the login', () =>
    withApp({ ERP_QUERY_TIMEOUT_MS: '1000' }, async (app) => {
      server.faults.hangAtPrelogin = true;
      await expectUnavailable(app, 'tonic');
      await until(() => server.open === 0);
      await expectHealed(app);
    }));
});

test.each<Record<string, string>>([
  { ERP_PASSWORD: 'not-the-password' },
  { ERP_USER: 'nobody' },
  { ERP_DATABASE: 'other' },
])('a login that the ERP does not know asks nothing: %p', (wrong) =>
  withApp(wrong, async (app) => {
    await expectUnavailable(app, 'tonic');
    expect(server.logins.length).toBeGreaterThan(0);
    expect(server.statements).toEqual([]);
    await until(() => server.open === 0);
    expect(app.log.join()).not.toContain('not-the-password');
  }),
);

test('it says who it is', () =>
  withApp({}, async (app) => {
    await page(app, 'tonic');
    expect(server.logins[0]).toMatchObject({ appName: 'portico', userName: LOGIN.user });
  }));

/** Asks as a client that can hang up. */
async function askAndHangUp(app: TestApp, whileItWaits: () => Promise<void>): Promise<void> {
  const client = new AbortController();
  const answer = fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await app.tokenOf('customer1')}`,
    },
    body: JSON.stringify({ query: '{ inventory(filter: { search: "tonic" }) { nodes { id } } }' }),
    signal: client.signal,
  });
  // It is given up: its failure is no news.
  answer.catch(() => {});
  await whileItWaits();
  client.abort();
  await expect(answer).rejects.toThrow('aborted');
}

describe('a client that hangs up has the ERP give up the query', () => {
  test('before it answers', () =>
    withApp({ ERP_POOL_MAX: '1', ERP_QUERY_TIMEOUT_MS: '60000' }, async (app) => {
      server.faults.hangOnStatement = ({ sql }) => sql.includes('erp.stock');
      await askAndHangUp(app, () => until(() => server.running === 1));
      await until(() => server.attentions === 1 && server.running === 0);
      server.faults = noFaults();
      const counted = await app.ask(InventoryCountDocument, {}, 'customer1');
      expect([counted.errors, counted.data?.inventory.totalCount]).toEqual([[], 4900]);
      expect(server.open).toBe(1);
    }));

  test('in the middle of the rows', () =>
    withApp({ ERP_POOL_MAX: '1', ERP_QUERY_TIMEOUT_MS: '60000' }, async (app) => {
      let reached = -1;
      server.faults.beforeRow = (row) => {
        reached = row;
        return row === 3 ? new Promise(() => {}) : undefined;
      };
      await askAndHangUp(app, () => until(() => reached === 3));
      await until(() => server.attentions === 1 && server.running === 0);
      expect(reached).toBe(3);
      server.faults = noFaults();
      expect((await page(app, 'tonic')).errors).toEqual([]);
      expect(server.open).toBe(1);
    }));
});

test('a stop closes the connections to the ERP', async () => {
  await withApp({}, async (app) => {
    await Promise.all([page(app, 'tonic'), page(app, 'ginger')]);
    expect(server.open).toBeGreaterThan(0);
  });
  await until(() => server.open === 0);
});
