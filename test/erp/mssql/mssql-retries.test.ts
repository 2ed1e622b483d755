import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { isIdle, scrape } from '../../support/scrape.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';
import { TdsErp } from '../../support/tds-erp.js';
import { deadlockVictim, SqlError } from '../../support/tds-server/sql-types.js';
import { until } from '../../support/until.js';

/** Every error that another moment mends, with its severity: from 20 on it ends the connection as well. */
const TRANSIENT: [number: number, severity: number][] = [
  [1205, 13],
  [922, 14],
  [983, 14],
  [40197, 17],
  [40501, 20],
  [40613, 17],
  [49918, 16],
  [49919, 16],
  [49920, 16],
  [10928, 20],
  [10929, 16],
  [10053, 20],
  [10054, 20],
  [10060, 20],
  [233, 20],
  [64, 20],
];
const PAGE = 5;

let erp: TdsErp;
let app: TestApp;
/** The page as it is. */
let whole: unknown;
beforeAll(async () => {
  erp = await TdsErp.start({ everyNth: 12 });
  // Nothing is remembered: what a viewer gets is what the ERP made of the question.
  app = await startTestApp({ ...erp.settings, ERP_POOL_MAX: '2', ERP_STALE_MAX_SECONDS: '0' });
  const { data } = await ask();
  expect(data?.inventory.nodes).toHaveLength(PAGE);
  whole = data?.inventory.nodes;
});
beforeEach(() => {
  erp.questions.length = 0;
});
afterEach(async () => {
  erp.failNext();
  // A circuit that a test left open is closed again by whoever asks.
  await until(async () => (await answer()) === 'the page');
  await until(async () => (await isIdle(app)) && erp.server.running === 0);
  expect(erp.server.open).toBeLessThanOrEqual(2);
});
afterAll(async () => {
  await app.stop();
  await erp.close();
});

const ask = (user: DemoUser = 'customer1') => app.ask(InventoryDocument, { first: PAGE }, user);

/** What a viewer gets: the page, which is whole then, or the code of the error. */
async function answer(): Promise<string> {
  const { data, errors } = await ask();
  if (errors.length === 0) {
    expect(data?.inventory.nodes).toEqual(whole);
    return 'the page';
  }
  expect([data ?? null, errors.length]).toEqual([null, 1]);
  return errors[0]?.extensions.code ?? '';
}

const retries = () => scrape(app, 'portico_erp_retries_total');

describe('a deadlock', () => {
  test.each([1, 2, 3])('%d times is asked through, and seen by nobody', async (times) => {
    const before = await retries();
    erp.failNext(...Array.from({ length: times }, deadlockVictim));
    expect(await answer()).toBe('the page');
    expect(erp.questions).toHaveLength(times + 1);
    expect(new Set(erp.questions).size).toBe(1);
    expect(await retries()).toBe(before + times);
  });

  test('without end is given up after three more times, and the ERP stays in use', async () => {
    erp.failAlways(deadlockVictim());
    expect(await answer()).toBe('ERP_UNAVAILABLE');
    expect(erp.questions).toHaveLength(4);
    expect(await answer()).toBe('ERP_UNAVAILABLE');
    expect(erp.questions).toHaveLength(8);
    expect(await scrape(app, 'portico_erp_circuit', { state: 'closed' })).toBe(1);
    const { status } = await fetch(`${app.url}/readyz`);
    expect(status).toBe(200);
  });
});

describe.each(TRANSIENT)('error %d', (number, severity) => {
  const error = () => new SqlError(number, `error ${number} as the test wants it`, severity);

  test('before the first row is asked through', async () => {
    erp.failNext(error());
    expect(await answer()).toBe('the page');
    expect(erp.questions).toHaveLength(2);
  });

  test('after some rows shows no part of the page, and none of its text', async () => {
    erp.failNext({ error: error(), afterRows: 3 });
    expect(await answer()).toBe('the page');
    erp.questions.length = 0;
    erp.failAlways({ error: error(), afterRows: 3 });
    const { data, text } = await ask();
    expect(data).toBeNull();
    expect(text).not.toContain(String(number));
    expect(erp.questions.length).toBeLessThanOrEqual(4);
  });
});

describe('an error that another moment would not mend', () => {
  test.each([
    [208, 16],
    [8134, 16],
    [1222, 16],
    [823, 24],
  ])('%d is asked once', async (number, severity) => {
    for (const fault of [0, 3].map((afterRows) => ({
      error: new SqlError(number, 'x', severity),
      afterRows,
    }))) {
      erp.questions.length = 0;
      erp.failAlways(fault);
      expect(await answer()).toBe('ERP_UNAVAILABLE');
      expect(erp.questions).toHaveLength(1);
    }
  });
});
