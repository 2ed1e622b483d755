import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  InventoryFacetDocument,
  type InventoryFilter,
  type InventoryGroupKey,
  InventoryItemDocument,
} from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { isSeen, SCOPES, TRUTH } from '../../support/inventory-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
     select 6000000 + n, name, 'SECRET', 'ZZZ9', 'EA', 1, 0
     from unnest(array['acme beverages', 'Acme Beverages ', 'All', '%']) with ordinality as t (name, n)`,
  );
});
beforeEach(() => app.clear());
afterAll(() => app.stop());

const READERS: DemoUser[] = ['customer1', 'customer2', 'customerall', 'operations1', 'warehouse1', 'admin1'];
const VALUE_OF: Record<InventoryGroupKey, (row: DemoStockRow) => string | null> = {
  ERP_CUSTOMER: (row) => row.ownerName,
  PART_NUMBER: (row) => row.itemCode,
  WAREHOUSE: (row) => row.whse,
  BIN: (row) => row.binCode,
  LOT: (row) => row.lotNo,
  STATUS: (row) => row.holdCode,
  EXPIRES_MONTH: (row) => row.expiryDate?.slice(0, 7) ?? null,
};

async function facet(
  user: DemoUser,
  of: InventoryGroupKey,
  more: { filter?: InventoryFilter; search?: string; first?: number } = {},
) {
  const { data, errors } = await app.ask(InventoryFacetDocument, { of, first: 200, ...more }, user);
  expect(errors).toEqual([]);
  return (data?.inventoryFacet ?? []).map(({ value, itemCount }) => [value ?? null, itemCount] as const);
}

/** The values of a column and how many rows have each, counted without any SQL. */
function counted(
  user: DemoUser,
  of: InventoryGroupKey,
  filter: InventoryFilter,
  search = '',
): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of TRUTH.values()) {
    const value = VALUE_OF[of](row);
    const at = value?.toLowerCase().indexOf(search.toLowerCase()) ?? -1;
    const found = search === '' || (of === 'EXPIRES_MONTH' ? at === 0 : at >= 0);
    if (found && isSeen(row, user, filter)) counts.set(value, 1 + (counts.get(value) ?? 0));
  }
  return counts;
}

/** The first 200 of the values, of which no other has more rows. */
function expectMostFrequent(
  found: (readonly [string | null, number])[],
  expected: Map<string | null, number>,
): void {
  const counts = [...expected.values()].sort((a, b) => b - a).slice(0, 200);
  expect(found.map(([, count]) => count)).toEqual(counts);
  for (const [value, count] of found) expect([value, count]).toEqual([value, expected.get(value)]);
}

describe('every value has as many rows as the list shows under the other filters', () => {
  test.each(
    READERS.flatMap((user) => (['STATUS', 'BIN', 'EXPIRES_MONTH'] as const).map((of) => [user, of] as const)),
  )('%s, %s', async (user, of) => {
    const filter =
      of === 'EXPIRES_MONTH' ? { status: { equals: 'hold' } } : { expiresOn: { to: '2026-11-01' } };
    const found = await facet(user, of, { filter });
    expectMostFrequent(found, counted(user, of, filter));
    expect(app.erpQueries).toHaveLength(1);
  });

  test.each<[InventoryGroupKey, InventoryFilter]>([
    ['WAREHOUSE', { warehouse: { equals: 'SYD1' } }],
    ['STATUS', { status: { in: [] } }],
    ['BIN', { bin: { startsWith: 'C-' } }],
    ['LOT', { lot: { contains: 'no such lot' } }],
    ['EXPIRES_MONTH', { expiresOn: { from: '2026-11-05', to: '2026-11-06' } }],
    ['PART_NUMBER', { partNumber: { contains: 'no such part' } }],
    ['ERP_CUSTOMER', { erpCustomerNames: ['Acme Beverages'] }],
  ])("a condition on %s itself doesn't hide its other values", async (of, own) => {
    const rest = { status: { equals: 'hold' } };
    const others = of === 'STATUS' ? {} : rest;
    const found = await facet('customer1', of, { filter: { ...others, ...own } });
    expectMostFrequent(found, counted('customer1', of, others));
  });
});

test('the most frequent come first, then by value, and rows without a value are counted too', async () => {
  const found = await facet('customer1', 'STATUS');
  expect(found.map(([value]) => value)).toContain(null);
  const filter = { search: 'a', quantityOnHand: { greaterThan: '90' } };
  for (const of of ['STATUS', 'BIN'] as const) {
    const sorted = await facet('customer1', of, { filter, first: 200 });
    for (const [index, [value, count]] of sorted.slice(1).entries()) {
      const [before, countBefore] = sorted[index] ?? [null, 0];
      expect(countBefore).toBeGreaterThanOrEqual(count);
      if (countBefore === count) expect(before).not.toBeNull();
      if (countBefore === count && value !== null) expect((before ?? '') < value).toBe(true);
    }
  }
  const all = await facet('customer1', 'BIN', { filter });
  expect(await facet('customer1', 'BIN', { filter, first: 3 })).toEqual(all.slice(0, 3));
});

test.each([
  ['STATUS', 'HOLD'],
  ['STATUS', 'hold'],
  ['BIN', 'c-'],
  ['BIN', '%'],
  ['BIN', '_'],
  ['ERP_CUSTOMER', 'BRÜNN'],
] as const)(
  'in %s, "%s" finds the values that contain it in any case, and no empty ones',
  async (of, search) => {
    const found = await facet('customer1', of, { search });
    expectMostFrequent(found, counted('customer1', of, {}, search));
  },
);

test.each(['2', '20', '202', '2026', '2026-', '2026-0', '2026-1', '2026-11', '2027-02'])(
  'the months that begin with %s are found by an index on the day of expiry',
  async (search) => {
    const found = await facet('customer1', 'EXPIRES_MONTH', { search });
    expect(found.length).toBeGreaterThan(0);
    expectMostFrequent(found, counted('customer1', 'EXPIRES_MONTH', {}, search));
    expect(app.erpQueries).toHaveLength(1);
    expect(app.erpQueries[0]).toMatch(/"expires_on" >= \$\d+ and .*"expires_on" <= \$\d+/);
  },
);

test.each([
  '0000',
  '9',
  '9999-12',
  '2026-13',
  '2026-2',
  '2026-11-',
  '26',
  '-11',
  'Nov',
  '%',
  ' 2026',
  '20261',
])('no month begins with %s, and asking for it is no fault of the ERP', async (search) => {
  expect(await facet('customer1', 'EXPIRES_MONTH', { search })).toEqual([]);
});

describe('no facet leads out of the scope', () => {
  test.each(['customer1', 'customer2'] as const)('%s', async (user) => {
    const all = [...(SCOPES[user] ?? [])].sort();
    const names = async (more: Parameters<typeof facet>[2]) =>
      (await facet(user, 'ERP_CUSTOMER', more)).map(([name]) => name).sort();
    expect(await names({})).toEqual(all);
    // The filter's names don't count here, whosever they are.
    expect(await names({ filter: { erpCustomerNames: ['Zenith Pharma', 'All', '%'] } })).toEqual(all);
    expect(await names({ search: 'zenith' })).toEqual([]);
    expect(await names({ search: '%' })).toEqual([]);
    const warehouses = (await facet(user, 'WAREHOUSE')).map(([value]) => value);
    expect(warehouses).not.toContain('ZZZ9');
  });

  test('another customer, named in the filter of another column, has no values, and the ERP is not asked', async () => {
    expect(await facet('customer1', 'BIN', { filter: { erpCustomerNames: ['Zenith Pharma'] } })).toEqual([]);
    expect(app.erpQueries).toEqual([]);
  });

  test('staff see each name for itself', async () => {
    const names = new Map(await facet('admin1', 'ERP_CUSTOMER', { search: 'ACME bev' }));
    expect(names.get('acme beverages')).toBe(1);
    expect(names.get('Acme Beverages ')).toBe(1);
    expect(names.get('Acme Beverages')).toBe(counted('admin1', 'ERP_CUSTOMER', {}).get('Acme Beverages'));
  });
});

describe('an item', () => {
  const idOf = (owner: string) => [...TRUTH].find(([, row]) => row.ownerName === owner)?.[0] ?? '';
  const item = async (id: string, user: DemoUser) => {
    const { data, errors } = await app.ask(InventoryItemDocument, { id }, user);
    expect(errors).toEqual([]);
    return data?.inventoryItem ?? null;
  };

  test.each(READERS)('is found by its id by %s, in one query, and only in their scope', async (user) => {
    for (const owner of ['Acme Beverages', 'Northwind Foods Pty Ltd', 'Zenith Pharma']) {
      app.clear();
      const id = idOf(owner);
      const found = await item(id, user);
      const row = TRUTH.get(id);
      expect(app.erpQueries).toHaveLength(1);
      if (SCOPES[user]?.includes(owner) === false) expect(found).toBeNull();
      else
        expect(found).toMatchObject({
          id,
          erpCustomer: { name: owner },
          partNumber: row?.itemCode,
          bin: row?.binCode,
        });
    }
  });

  test('of a name that is nearly theirs does not exist for a customer', async () => {
    for (const id of ['6000001', '6000002', '6000003']) expect(await item(id, 'customer1')).toBeNull();
    expect((await item('6000002', 'admin1'))?.erpCustomer.name).toBe('Acme Beverages ');
  });

  test.each([
    'abc',
    '',
    '1.0',
    '0x10',
    ' 1000',
    '1e3',
    '00001',
    '-1',
    '2147483648',
    '9223372036854775808',
    '9'.repeat(60),
    '1; drop table erp.stock',
    'a\0b',
    '\ud800',
    'x'.repeat(100_000),
    '00000000-0000-4000-8000-000000000000',
  ])('with an id that the ERP can not have is not there: %.40j', async (id) => {
    expect(await item(id, 'admin1')).toBeNull();
  });

  test('is found where ids are texts: to the letter, and UUIDs as either server prints them', async () => {
    const ERP_INVENTORY_SQL = `select cast('A-' || stock_no as text) as row_id, owner_name as customer_name,
      item_code as part_number, item_text as description, whse as warehouse, bin_code as bin, lot_no as lot,
      hold_code as status, uom as unit, qty_on_hand as quantity_on_hand, qty_allocated as quantity_allocated,
      received_date as received_on, expiry_date as expires_on, last_move_utc as last_moved_at from erp.stock`;
    const uuid = '0F8FAD5B-D9CB-469F-A165-70867728950E';
    const mapped = await app.sibling({
      ERP_INVENTORY_SQL: ERP_INVENTORY_SQL.replace(
        "cast('A-' || stock_no as text)",
        `case stock_no when 6000003 then '${uuid}' else 'A-' || stock_no end`,
      ),
    });
    const found = async (id: string, user: DemoUser = 'admin1') => {
      const { data, errors } = await mapped.ask(InventoryItemDocument, { id }, user);
      expect(errors).toEqual([]);
      return data?.inventoryItem?.id ?? null;
    };
    const id = `A-${idOf('Acme Beverages')}`;
    expect([await found(id), await found(id, 'customer1'), await found(id, 'customer2')]).toEqual([
      id,
      id,
      null,
    ]);
    const others = [id.toLowerCase(), `${id} `, ` ${id}`, `${id}\0`, 'x'.repeat(401)];
    for (const other of others) expect(await found(other)).toBeNull();
    expect([await found(uuid), await found(uuid.toLowerCase())]).toEqual([uuid, uuid]);
    await mapped.stop();
  });
});

test('a login without customers gets nothing, and the ERP is not asked', async () => {
  const id = "(select id from portal_user where username = 'customer2')";
  await app.database(`delete from portal_user_erp_customer where user_id = ${id}`);
  const { data } = await app.ask(
    '{ inventoryItem(id: "1") { id } inventoryFacet(of: BIN) { value } }',
    {},
    'customer2',
  );
  expect(data).toEqual({ inventoryItem: null, inventoryFacet: [] });
  expect(app.erpQueries).toEqual([]);
});

test('what a request asks twice is asked of the ERP once, and a facet of no values not at all', async () => {
  await app.ask(
    `{ a: inventoryItem(id: "1") { id } b: inventoryItem(id: "1") { bin } c: inventoryFacet(of: BIN) { value }
       d: inventoryFacet(of: BIN, first: 20) { itemCount } e: inventoryFacet(of: LOT, first: 0) { value } }`,
    {},
    'admin1',
  );
  expect(app.erpQueries).toHaveLength(2);
});

describe('is refused', () => {
  const QUESTIONS = ['{ inventoryItem(id: "1") { id } }', '{ inventoryFacet(of: BIN) { value } }'];
  test.each([
    ['driver1', 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const)('%s', async (user, code) => {
    for (const question of QUESTIONS) {
      const { data, errors } = await app.ask(question, {}, user);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
      expect(Object.values(data ?? {})).not.toContainEqual(expect.anything());
    }
    expect(app.erpQueries).toEqual([]);
  });

  test.each([
    ['first', { first: 201 }],
    ['first', { first: -1 }],
    ['search', { search: 'x'.repeat(201) }],
    ['search', { search: 'a\0b' }],
    ['filter.bin.contains', { filter: { bin: { contains: 'x'.repeat(201) } } }],
  ])('a wrong %s, by its name', async (path, variables) => {
    const { errors } = await app.ask(InventoryFacetDocument, { of: 'BIN', ...variables }, 'admin1');
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  test('a document whose facets together have too many values', async () => {
    const many = Array.from(
      { length: 30 },
      (_, n) => `f${n}: inventoryFacet(of: BIN, first: 2000) { value itemCount }`,
    );
    const { errors } = await app.ask(`{ ${many.join(' ')} }`, {}, 'admin1');
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });
});
