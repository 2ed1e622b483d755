import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { isIdle, scrape } from '../../support/scrape.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { TdsErp } from '../../support/tds-erp.js';
import { noFaults } from '../../support/tds-server/faults.js';
import type { TdsServer } from '../../support/tds-server/tds-server.js';
import { until } from '../../support/until.js';

const POOL_MAX = 2;
const UNAVAILABLE = { code: 'ERP_UNAVAILABLE', retryable: true };
const PAGE = 20;

let erp: TdsErp;
let server: TdsServer;
let first: TestApp;
beforeAll(async () => {
  erp = await TdsErp.start({ everyNth: 12 });
  server = erp.server;
  first = await startTestApp({ ...erp.settings, ERP_POOL_MAX: String(POOL_MAX), ERP_STALE_MAX_SECONDS: '0' });
});
beforeEach(() => {
  erp.questions.length = 0;
});
afterEach(async () => {
  server.faults = noFaults();
  erp.release();
  await until(() => server.running === 0);
});
afterAll(async () => {
  await first.stop();
  await erp.close();
});

/** Runs a test on a service of its own, with what is said about the ERP changed. */
async function withApp(settings: Record<string, string>, run: (app: TestApp) => Promise<void>) {
  const app = await first.sibling(settings);
  try {
    await run(app);
  } finally {
    await app.stop();
  }
}

const page = (app: TestApp, search: string) =>
  app.ask(InventoryDocument, { filter: { search }, first: PAGE }, 'customer1');

/** No part of a page, however much of it came. */
async function expectUnavailable(app: TestApp, search: string): Promise<void> {
  const { data, errors } = await page(app, search);
  expect([data, errors.map(({ extensions }) => extensions)]).toEqual([null, [UNAVAILABLE]]);
}

async function expectWhole(answer: ReturnType<typeof page>): Promise<void> {
  const { data, errors } = await answer;
  expect(errors).toEqual([]);
  expect(data?.inventory.nodes).toHaveLength(PAGE);
}

const ready = async (app: TestApp) =>
  (await (await fetch(`${app.url}/readyz`)).json()) as { status: string; dependencies: { erp: string } };
const failed = (app: TestApp) => scrape(app, 'portico_erp_query_seconds_count', { outcome: 'failed' });

/** The portal answers again, with every connection that it may have, and all of them are free again. */
async function expectHealed(app: TestApp): Promise<void> {
  server.faults = noFaults();
  await until(async () => (await page(app, 'ginger')).errors.length === 0);
  const many = Array.from({ length: POOL_MAX * 3 }, (_, n) => page(app, `pallet ${n}`));
  for (const { errors } of await Promise.all(many)) expect(errors).toEqual([]);
  await until(async () => (await isIdle(app)) && server.running === 0);
  await until(async () => (await ready(app)).status === 'ready');
  expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(1);
}

/** What is wrong with new connections, and there are no others. */
const forNewOnes = (faults: Partial<TdsServer['faults']>) => {
  Object.assign(server.faults, faults);
  server.cut();
};

interface Fault {
  begin(): void | Promise<void>;
  end?(): Promise<void>;
  settings?: Record<string, string>;
  /** How many questions reach the server until the viewer hears of it. */
  questions: number;
  /** Whether nothing else can be asked of it either. */
  isDown: boolean;
}

const BRIEF = { ERP_QUERY_TIMEOUT_MS: '2000' };
const FAULTS: Record<string, Fault> = {
  'refuses connections': {
    begin: () => server.stop(),
    end: () => server.listen(),
    questions: 0,
    isDown: true,
  },
  'has no connection left': { begin: () => forNewOnes({ maxConnections: 0 }), questions: 0, isDown: true },
  'hangs before the login': {
    begin: () => forNewOnes({ hangAtPrelogin: true }),
    settings: BRIEF,
    questions: 0,
    isDown: true,
  },
  'drops the connection in the middle of a row': {
    begin: () => {
      server.faults.dropAfterRows = 3;
    },
    questions: 4,
    isDown: false,
  },
  'takes a question and hangs': {
    begin: () => erp.hold(),
    end: async () => erp.release(),
    settings: BRIEF,
    questions: 1,
    isDown: false,
  },
  'stops in the middle of the rows': {
    begin: () => {
      server.faults.beforeRow = (row) => (row === 3 ? new Promise(() => {}) : undefined);
    },
    settings: BRIEF,
    questions: 1,
    isDown: false,
  },
  'takes longer over the rows than there is time': {
    begin: () => {
      server.faults.beforeRow = () => new Promise((resolve) => setTimeout(resolve, 200));
    },
    settings: BRIEF,
    questions: 1,
    isDown: false,
  },
};

describe('a viewer learns that the ERP is unavailable, and the portal heals by itself', () => {
  test.each(Object.entries(FAULTS))(
    'where it %s',
    (_name, { begin, end, settings = {}, questions, isDown }) =>
      withApp(settings, async (app) => {
        await until(async () => (await page(app, 'tonic')).errors.length === 0);
        erp.questions.length = 0;
        const before = await failed(app);
        await begin();
        await expectUnavailable(app, 'tonic');
        expect(erp.questions).toHaveLength(questions);
        await until(() => isIdle(app));
        expect(await failed(app)).toBeGreaterThan(before);
        if (isDown) await until(async () => (await ready(app)).dependencies.erp === 'down');
        await end?.();
        await expectHealed(app);
      }),
  );

  test('where it was down at the start', async () => {
    await server.stop();
    await withApp({}, async (app) => {
      await expectUnavailable(app, 'tonic');
      expect(await ready(app)).toMatchObject({ status: 'degraded', dependencies: { erp: 'down' } });
      await server.listen();
      await expectHealed(app);
    });
  });
});

describe('a viewer notices nothing', () => {
  test('of a restart between two questions', () =>
    withApp({}, async (app) => {
      await expectWhole(page(app, 'tonic'));
      await server.stop();
      await server.listen();
      await expectWhole(page(app, 'tonic'));
      await expectHealed(app);
    }));

  test('of a restart under their question', () =>
    withApp({}, async (app) => {
      await expectWhole(page(app, 'tonic'));
      erp.questions.length = 0;
      erp.hold();
      const asked = page(app, 'tonic');
      await until(() => erp.questions.length === 1);
      erp.release();
      server.cut();
      await expectWhole(asked);
      expect(erp.questions).toHaveLength(2);
      await expectHealed(app);
    }));

  test('of rows that come one by one, where there is time', () =>
    withApp({}, async (app) => {
      server.faults.beforeRow = () => new Promise((resolve) => setImmediate(resolve));
      await expectWhole(page(app, 'tonic'));
      await expectHealed(app);
    }));

  test('of others who get no connection', () =>
    withApp({}, async (app) => {
      // So that the question opens the one connection that there is.
      server.cut();
      erp.hold();
      const asked = page(app, 'tonic');
      await until(() => erp.questions.length === 1);
      server.faults.maxConnections = server.open;
      await expectUnavailable(app, 'ginger');
      erp.release();
      await expectWhole(asked);
      await expectHealed(app);
    }));
});
