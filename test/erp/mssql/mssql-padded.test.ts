import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ErpCustomersDocument,
  InventoryCountDocument,
  InventoryDocument,
  type InventoryFilter,
  InventoryGroupsDocument,
  type InventoryOrder,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import { groupBy } from '../../../src/shared/group-by.js';
import { isSeen, TRUTH } from '../../support/inventory-oracle.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';
import { walk, walkBack } from '../conformance/walk.js';

const EVERY_NTH = 100;
const ROWS = [...TRUTH.values()].filter(({ stockNo }) => stockNo % EVERY_NTH === 0);

let stock: DemoStock;
let server: TdsServer;
let app: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({
    collation: 'SQL_Latin1_General_CP1_CI_AS',
    everyNth: EVERY_NTH,
    padded: true,
  });
  server = await TdsServer.start((statement) => stock.answer(statement));
  app = await startTestApp({ ...server.settings, LIMIT_LIST_ITEMS: '100000' });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

const seen = (filter: InventoryFilter) => ROWS.filter((row) => isSeen(row, 'customer1', filter));

test('a viewer gets names and codes as they are, without the blanks that fill up the column', async () => {
  const nodes = await walk(app, 'customer1', {}, 40);
  expect(nodes).toHaveLength(seen({}).length);
  for (const { id, ...node } of nodes) {
    const row = TRUTH.get(id);
    expect(node).toMatchObject({
      erpCustomer: { name: row?.ownerName },
      partNumber: row?.itemCode,
      description: row?.itemText,
      warehouse: row?.whse,
      bin: row?.binCode,
      lot: row?.lotNo,
      status: row?.holdCode,
      unit: row?.uom,
    });
  }
});

test.each<InventoryOrder['field']>(['ERP_CUSTOMER', 'PART_NUMBER', 'DESCRIPTION', 'BIN', 'LOT', 'STATUS'])(
  'pages in the order of %s have every row once, from either end',
  async (field) => {
    const orderBy = [{ field, direction: 'DESC' as const }];
    const ids = (await walk(app, 'customer1', { orderBy }, 24)).map(({ id }) => id);
    expect([...ids].sort()).toEqual(
      seen({})
        .map(({ stockNo }) => String(stockNo))
        .sort(),
    );
    expect((await walkBack(app, 'customer1', { orderBy }, 24)).map(({ id }) => id)).toEqual(ids);
  },
);

test('reports and lists of customers have no such blanks either', async () => {
  const by = ['ERP_CUSTOMER', 'WAREHOUSE', 'STATUS'] as const;
  const { data } = await app.ask(InventoryGroupsDocument, { by: [...by], first: 5000 }, 'admin1');
  const groups = data?.inventoryGroups ?? [];
  const texts = groups.flatMap(({ erpCustomer, warehouse, status, unit }) => [
    erpCustomer?.name,
    warehouse,
    status,
    unit,
  ]);
  expect(texts.filter((text) => text?.endsWith(' '))).toEqual([]);
  expect(groups.reduce((sum, { itemCount }) => sum + itemCount, 0)).toBe(ROWS.length);
  const customers = await app.ask(ErpCustomersDocument, {}, 'admin1');
  expect(
    customers.data?.erpCustomers.map(({ name, inventory }) => [name, inventory.totalCount]).sort(),
  ).toEqual(
    [...groupBy(ROWS, ({ ownerName }) => ownerName)].map(([name, rows]) => [name, rows.length]).sort(),
  );
  const totals = await app.ask(InventoryTotalsDocument, {}, 'customer1');
  expect(totals.data?.inventoryTotals.itemCount).toBe(seen({}).length);
  expect(totals.data?.inventoryTotals.byUnit.map(({ unit }) => unit)).toContain('EA');
});

test('customers whose names have another type than in the inventory are found in both', async () => {
  const other = await app.sibling({
    ERP_CUSTOMERS_SQL: 'select rtrim(owner_name) as customer_name from erp.stock',
  });
  const search = { search: 'northwind', first: 10 };
  const { data, errors } = await other.ask(ErpCustomersDocument, search, 'admin1');
  const rows = ROWS.filter(({ ownerName }) => ownerName === 'Northwind Foods Pty Ltd');
  expect([errors, data?.erpCustomers]).toMatchObject([
    [],
    [{ name: 'Northwind Foods Pty Ltd', inventory: { totalCount: rows.length } }],
  ]);
  await other.stop();
});

const [row] = seen({}).filter(({ binCode, lotNo }) => binCode !== null && lotNo !== null);
const [part, bin, lot] = [row?.itemCode ?? '', row?.binCode ?? '', row?.lotNo ?? ''];
test.each<[InventoryFilter, blanks?: 'only']>([
  [{ partNumber: { equals: part.toLowerCase() } }],
  [{ bin: { in: [bin.toLowerCase(), 'nowhere'] }, lot: { startsWith: lot.slice(0, 5) } }],
  [{ bin: { in: [bin, ...Array.from({ length: 300 }, (_, n) => `nowhere ${n}`)] } }],
  [{ partNumber: { contains: part.slice(2) } }],
  // The blanks that fill up the column are nothing that can be found.
  [{ partNumber: { contains: ' ' } }],
  [{ partNumber: { contains: `${part.slice(2)} ` } }, 'only'],
  [{ partNumber: { startsWith: `${part} ` } }, 'only'],
])('a filter finds codes as they are: %#', async (filter, blanks) => {
  const { data, errors } = await app.ask(InventoryDocument, { filter, first: 500 }, 'customer1');
  const expected = seen(filter).map(({ stockNo }) => String(stockNo));
  expect([errors, data?.inventory.nodes.map(({ id }) => id).sort()]).toEqual([[], expected.sort()]);
  if (blanks) expect(expected).toEqual([]);
});

describe('a login that is assigned a name with blanks at its end', () => {
  const padded = ['Northwind Foods Pty Ltd ', 'Northwind Foods Pty Ltd'.padEnd(200)];
  test.each([
    ['alone', []],
    ['among many others', Array.from({ length: 300 }, (_, n) => `Nobody ${n}`)],
  ])('sees nothing: no value ends with a blank; %s', async (_how, others) => {
    await app.database('delete from portal_user_erp_customer');
    await app.database(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select id, name from portal_user, unnest($1::text[]) as name where username = 'customer2'`,
      [[...padded, ...others]],
    );
    const { data } = await app.ask(InventoryCountDocument, {}, 'customer2');
    expect(data?.inventory.totalCount).toBe(0);
    const totals = await app.ask(InventoryTotalsDocument, {}, 'customer2');
    expect(totals.data?.inventoryTotals.itemCount).toBe(0);
    expect((await walk(app, 'customer2', {}, 10)).length).toBe(0);
  });
});
