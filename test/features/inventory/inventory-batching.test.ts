import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ErpCustomersDocument,
  InventoryCountDocument,
  InventoryDocument,
  PortalUsersDocument,
} from '../../../schema/operations.generated.js';
import { expectedIds, orderedIds, TRUTH } from '../../support/inventory-oracle.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await Promise.all([app.tokenOf('admin1'), app.tokenOf('customer1')]);
});
beforeEach(() => app.clear());
afterAll(() => app.stop());

test('the pages of N customers are one ERP query, and each is the page that the customer alone would give', async () => {
  const { data } = await app.ask<
    { erpCustomers: { name: string; inventory: { nodes: { id: string }[] } }[] },
    object
  >(
    '{ erpCustomers { name inventory(first: 7, orderBy: [{ field: EXPIRES_ON, direction: DESC }]) { nodes { id } } } }',
    {},
    'admin1',
  );
  expect(app.erpQueries).toHaveLength(2);
  expect(data?.erpCustomers).toHaveLength(12);
  const order = await orderedIds(app, [{ field: 'EXPIRES_ON', direction: 'DESC' }]);
  for (const { name, inventory } of data?.erpCustomers ?? []) {
    const expected = order.filter((id) => TRUTH.get(id)?.ownerName === name).slice(0, 7);
    expect(inventory.nodes.map((item) => item.id)).toEqual(expected);
  }
});

test('pages, counts and totals of N customers are one ERP query each', async () => {
  const { data } = await app.ask(ErpCustomersDocument, {}, 'admin1');
  expect(app.erpQueries).toHaveLength(4);
  for (const { name, inventory, inventoryTotals } of data?.erpCustomers ?? []) {
    const { size } = expectedIds('admin1', { erpCustomerNames: [name] });
    expect(inventory.totalCount).toBe(size);
    expect(inventoryTotals.itemCount).toBe(size);
  }
});

test('different questions about the same customers are a query each, and no more', async () => {
  await app.ask(
    '{ erpCustomers { a: inventory(first: 1) { nodes { id } } b: inventory(first: 2) { nodes { id } } c: inventory(first: 1) { nodes { id } } } }',
    {},
    'admin1',
  );
  expect(app.erpQueries).toHaveLength(3);
});

test('as many different questions as a document may hold are asked at once, and the process warns of nothing', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  const one = (n: number) =>
    `a${n}: inventory(first: 1, filter: { partNumber: { contains: "${n}" } }) { totalCount }`;
  const counted = await app.ask(
    `{ ${Array.from({ length: 15 }, (_, n) => one(n)).join(' ')} }`,
    {},
    'admin1',
  );
  // Node warns in the next turn.
  await new Promise(setImmediate);
  process.off('warning', onWarning);
  expect(Object.keys(counted.data ?? {})).toHaveLength(15);
  expect(warnings).toEqual([]);
});

test('portal users, their ERP customers and those totals cost the same however many users there are', async () => {
  await app.ask(PortalUsersDocument, {}, 'admin1');
  const cost = { erp: app.erpQueries.length, database: app.databaseQueries.length };
  expect(cost.erp).toBe(1);
  await app.database(
    `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
     select 'many' || n, 'many' || n, 'many' || n || '@demo.example', 'many' || n || '@demo.example', 2, 'x' from generate_series(1, 200) n`,
  );
  await app.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select u.id, c.name from portal_user u
     cross join unnest(array['Zenith Pharma', 'All', '明治乳業', 'Nobody any more']) c(name)
     where u.username like 'many%'`,
  );
  app.clear();
  const { data, errors } = await app.ask(PortalUsersDocument, { first: 500 }, 'admin1');
  expect(errors).toEqual([]);
  expect(data?.portalUsers.nodes).toHaveLength(207);
  expect({ erp: app.erpQueries.length, database: app.databaseQueries.length }).toEqual(cost);
  const many = data?.portalUsers.nodes.find((user) => user.username === 'many200');
  expect(many?.erpCustomers.map((customer) => [customer.name, customer.inventoryTotals.itemCount])).toEqual(
    ['All', 'Nobody any more', 'Zenith Pharma', '明治乳業'].map((name) => [
      name,
      expectedIds('admin1', { erpCustomerNames: [name] }).size,
    ]),
  );
});

test('the logins of N customers are one query of the database', async () => {
  const { data } = await app.ask<
    { erpCustomers: { name: string; portalUsers: { username: string }[] }[] },
    object
  >('{ erpCustomers { name portalUsers { username } } }', {}, 'admin1');
  const acme = data?.erpCustomers.find((customer) => customer.name === 'Acme Beverages');
  expect(acme?.portalUsers.map((user) => user.username)).toEqual(['customer1']);
  // One for who is asking, one for all the logins.
  expect(app.databaseQueries).toHaveLength(2);
});

test('a question that a request asks twice is asked of the ERP once', async () => {
  await app.ask(
    `{ inventory { a: totalCount b: totalCount } same: inventory { nodes { id } totalCount } x: inventoryTotals { itemCount }
       y: inventoryTotals { itemCount } p: erpCustomers { name } q: erpCustomers { name } }`,
    {},
    'admin1',
  );
  expect(app.erpQueries).toHaveLength(4);
});

test('a list of no customers asks the ERP nothing', async () => {
  const { data } = await app.ask('{ erpCustomers(first: 0) { name } }', {}, 'admin1');
  expect(data).toEqual({ erpCustomers: [] });
  expect(app.erpQueries).toEqual([]);
});

test('counting is asked of the ERP only where totalCount is selected', async () => {
  await app.ask(InventoryDocument, { first: 5 }, 'customer1');
  expect(app.erpQueries.filter((sql) => sql.includes('count('))).toEqual([]);
  app.clear();
  await app.ask(InventoryCountDocument, {}, 'customer1');
  expect(app.erpQueries.filter((sql) => sql.includes('count('))).toHaveLength(1);
});

test('who is asking costs one query of the database', async () => {
  await app.ask(InventoryDocument, { first: 5 }, 'customer1');
  expect(app.databaseQueries).toHaveLength(1);
});

test('different parts and bins are counted only for who asks, in whatever form, and once for all who do', async () => {
  const totalsOf = async (selection: string, fragments = '') => {
    app.clear();
    const { data, errors } = await app.ask<{ erpCustomers: { inventoryTotals: object }[] }, object>(
      `{ erpCustomers { inventoryTotals { ${selection} } } } ${fragments}`,
      {},
      'admin1',
    );
    expect(errors).toEqual([]);
    const totals = data?.erpCustomers.map(({ inventoryTotals }) => inventoryTotals) ?? [];
    return { totals, counting: app.erpQueries.filter((sql) => /count\(distinct/.test(sql)).length };
  };
  const plain = await totalsOf('itemCount');
  expect([plain.counting, plain.totals.length]).toEqual([0, 12]);
  const sums = 'fragment Sums on InventoryTotals { byUnit { unit } }';
  expect((await totalsOf('...Sums', sums)).counting).toBe(0);
  const parts = await totalsOf('itemCount partCount');
  expect(parts.counting).toBe(1);
  // The units' counts, added up, are the count of all.
  expect(parts.totals).toMatchObject(plain.totals);
  const counts = `fragment Counts on InventoryTotals { ...Sums ... on InventoryTotals { bins: binCount } } ${sums}`;
  const counted = await totalsOf('...Counts', counts);
  expect(counted.counting).toBe(1);
  for (const totals of counted.totals) expect(totals).toMatchObject({ bins: expect.any(Number) });
});

test('totals and reports sum what they show, and what tells whether the sums are numbers', async () => {
  const summed = async (query: string) => {
    app.clear();
    const { errors } = await app.ask(query, {}, 'admin1');
    expect([errors, app.erpQueries]).toEqual([[], [expect.any(String)]]);
    return [...(app.erpQueries[0] ?? '').matchAll(/(?:sum|min)\(.*?\) as text\) as "(\w+)"/g)].map(
      ([, column]) => column,
    );
  };
  const groups = (selection: string) => summed(`{ inventoryGroups(by: [LOT]) { ${selection} } }`);
  const totals = (selection: string) => summed(`{ inventoryTotals { byUnit { ${selection} } } }`);
  for (const sumsOf of [groups, totals]) {
    expect(await sumsOf('unit itemCount')).toEqual([]);
    expect(await sumsOf('... on InventoryGroup { first: earliestExpiry }')).toEqual(['earliest_expiry']);
    expect(await sumsOf('quantityOnHand')).toEqual(['quantity_on_hand', 'quantity_available']);
    expect(await sumsOf('quantityOnHand quantityAllocated quantityAvailable earliestExpiry')).toHaveLength(4);
  }
});

test('a page asks the ERP for the columns that it shows, is sorted by or checked by, and for no others', async () => {
  const columnsOf = async (selection: string) => {
    app.clear();
    const query = `{ inventory(first: 2, orderBy: [{ field: LOT }]) { ${selection} } } fragment Bin on InventoryItem { bin }`;
    const { errors } = await app.ask(
      selection.includes('Bin') ? query : query.replace(/ fragment.*/, ''),
      {},
      'admin1',
    );
    expect(errors).toEqual([]);
    const [selected = ''] = app.erpQueries[0]?.split(' from ') ?? [];
    return [...selected.matchAll(/ as "(\w+)"/g)].map(([, column]) => column);
  };
  const always = ['customer_name', 'part_number', 'lot', 'unit', 'row_id'];
  expect(await columnsOf('pageInfo { endCursor }')).toEqual(always);
  expect(await columnsOf('edges { node { ...Bin } }')).toEqual([
    ...always.slice(0, 2),
    'bin',
    ...always.slice(2),
  ]);
  expect(await columnsOf('nodes { ... on InventoryItem { on: expiresOn } }')).toEqual([
    ...always,
    'expires_on',
  ]);
  expect(await columnsOf('nodes { unshown }')).toHaveLength(15);
});
