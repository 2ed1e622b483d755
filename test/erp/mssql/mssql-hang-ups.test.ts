import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { isIdle } from '../../support/scrape.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { TdsErp } from '../../support/tds-erp.js';
import { noFaults } from '../../support/tds-server/faults.js';
import { LOGIN, type TdsServer } from '../../support/tds-server/tds-server.js';
import { until } from '../../support/until.js';

let erp: TdsErp;
let server: TdsServer;
let app: TestApp;
beforeAll(async () => {
  erp = await TdsErp.start({ everyNth: 12 });
  server = erp.server;
  app = await startTestApp({
    ...erp.settings,
    ERP_POOL_MAX: '1',
    ERP_QUERY_TIMEOUT_MS: '60000',
    ERP_STALE_MAX_SECONDS: '0',
  });
});
beforeEach(() => {
  server.clear();
  erp.questions.length = 0;
});
afterEach(() => {
  server.faults = noFaults();
  erp.release();
});
afterAll(async () => {
  await app.stop();
  await erp.close();
});

const page = (of: TestApp) =>
  of.ask(InventoryDocument, { filter: { search: 'tonic' }, first: 20 }, 'customer1');

/** Asks as a client that can hang up. */
async function askAndHangUp(whileItWaits: () => Promise<void>): Promise<void> {
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

async function expectGivenUp(): Promise<void> {
  await until(() => server.attentions === 1 && server.running === 0);
  await until(() => isIdle(app));
  expect(erp.questions).toHaveLength(1);
  server.faults = noFaults();
  erp.release();
  // By the one connection that there was before.
  expect((await page(app)).errors).toEqual([]);
  expect([server.open, server.logins]).toEqual([1, []]);
}

describe('a client that hangs up has the ERP give up the query', () => {
  beforeEach(async () => {
    await page(app);
    server.clear();
    erp.questions.length = 0;
  });

  test('before it answers', async () => {
    erp.hold();
    await askAndHangUp(() => until(() => erp.questions.length === 1 && server.running === 1));
    await expectGivenUp();
  });

  test('in the middle of the rows', async () => {
    let reached = -1;
    server.faults.beforeRow = (row) => {
      reached = row;
      return row === 3 ? new Promise(() => {}) : undefined;
    };
    await askAndHangUp(() => until(() => reached === 3));
    await expectGivenUp();
    expect(reached).toBe(3);
  });
});

test('a database that the login may not open asks nothing', async () => {
  const one = await app.sibling({ ERP_DATABASE: 'other' });
  const { data, errors } = await page(one);
  expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['ERP_UNAVAILABLE']]);
  expect(server.logins).not.toEqual([]);
  expect(erp.questions).toEqual([]);
  await one.stop();
});

test('it says who it is, and a stop closes its connections', async () => {
  server.cut();
  const one = await app.sibling();
  await page(one);
  expect(server.logins[0]).toMatchObject({ appName: 'portico', userName: LOGIN.user });
  expect(server.open).toBeGreaterThan(0);
  await one.stop();
  await until(() => server.open === 0);
});
