import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  InventoryCountDocument,
  InventoryDocument,
  InventoryGroupsDocument,
  type InventoryQueryVariables,
  InventoryTotalsDocument,
} from '../../schema/operations.generated.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../support/tds-server/tds-server.js';

let stock: DemoStock;
let server: TdsServer;
/** The same demo ERP, behind the server and embedded. */
let overTds: TestApp;
let embedded: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open();
  server = await TdsServer.start((statement) => stock.answer(statement));
  overTds = await startTestApp(server.settings);
  embedded = await startTestApp();
});
afterAll(async () => {
  await overTds.stop();
  await embedded.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

async function pageBy(app: TestApp, user: DemoUser, variables: InventoryQueryVariables) {
  const { data, errors } = await app.ask(InventoryDocument, variables, user);
  expect(errors).toEqual([]);
  if (!data) throw new Error('no page');
  return data.inventory;
}

/** All rows of a list, page by page. */
async function walk(app: TestApp, user: DemoUser, variables: InventoryQueryVariables) {
  const nodes = [];
  let after: string | null = null;
  do {
    const page = await pageBy(app, user, { ...variables, after });
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

describe('over the socket a customer sees what the embedded demo shows', () => {
  test.each<[what: string, variables: InventoryQueryVariables]>([
    ['in the usual order', {}],
    ['by a date that may be null', { orderBy: [{ field: 'EXPIRES_ON', direction: 'ASC' }] }],
    ['by a date, backwards', { orderBy: [{ field: 'EXPIRES_ON', direction: 'DESC' }] }],
    ['by an instant', { orderBy: [{ field: 'LAST_MOVED_AT', direction: 'DESC' }] }],
    ['by a long decimal', { orderBy: [{ field: 'QUANTITY_AVAILABLE', direction: 'DESC' }] }],
    ['by text that may be null', { orderBy: [{ field: 'LOT' }, { field: 'BIN', direction: 'DESC' }] }],
    ['that is on hold', { filter: { status: { in: ['hold', 'quarantine'] } } }],
    ['with a percent sign', { filter: { search: '100% or' } }],
    ['from a day on', { filter: { expiresOn: { from: '2027-01-01', to: '2027-03-31' } } }],
    ['more than a fraction', { filter: { quantityOnHand: { greaterThan: '9007199254740992.1' } } }],
  ])('%s', async (_what, variables) => {
    const ours = await walk(overTds, 'customer1', { ...variables, first: 500 });
    expect(ours.length).toBeGreaterThan(0);
    expect(ours).toEqual(await walk(embedded, 'customer1', { ...variables, first: 500 }));
  });

  test('from the end', async () => {
    const last = { last: 40, first: null, orderBy: [{ field: 'EXPIRES_ON' as const }] };
    const { pageInfo, nodes } = await pageBy(overTds, 'customer1', last);
    expect(nodes).toEqual((await pageBy(embedded, 'customer1', last)).nodes);
    const before = { ...last, before: pageInfo.startCursor };
    const { nodes: earlier } = await pageBy(overTds, 'customer1', before);
    expect(earlier).toHaveLength(40);
    const [all] = [await walk(embedded, 'customer1', { first: 500, orderBy: last.orderBy })];
    expect([...earlier, ...nodes]).toEqual(all.slice(-80));
  });

  test.each<DemoUser>(['customer1', 'customer2', 'admin1', 'driver1'])('counted for %s', async (user) => {
    const ask = (app: TestApp) => app.ask(InventoryCountDocument, {}, user);
    expect((await ask(overTds)).data).toEqual((await ask(embedded)).data);
  });

  test.each<DemoUser>(['customer1', 'admin1'])('in totals for %s', async (user) => {
    const totals = async (app: TestApp) => {
      const { data, errors } = await app.ask(InventoryTotalsDocument, {}, user);
      expect(errors).toEqual([]);
      return { ...data?.inventoryTotals, asOf: null };
    };
    expect(await totals(overTds)).toEqual(await totals(embedded));
  });

  test('in groups', async () => {
    const by = ['ERP_CUSTOMER', 'STATUS', 'WAREHOUSE'] as const;
    const groups = async (app: TestApp) => {
      const { data, errors } = await app.ask(InventoryGroupsDocument, { by: [...by] }, 'customer1');
      expect(errors).toEqual([]);
      return data?.inventoryGroups;
    };
    const ours = await groups(overTds);
    expect(ours?.length).toBeGreaterThan(10);
    expect(ours).toEqual(await groups(embedded));
  });
});
