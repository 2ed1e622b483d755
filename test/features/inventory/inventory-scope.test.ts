import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  InventoryDocument,
  InventoryGroupsDocument,
  type InventoryQueryVariables,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import { expectedIds, SCOPES } from '../../support/inventory-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
     select 6000000 + n, name, 'SECRET', 'SYD1', 'EA', 1, 0
     from unnest(array['acme beverages', 'ACME BEVERAGES', 'Acme Beverages ', ' Acme Beverages', 'Acme  Beverages',
                       'Ａcme Beverages', 'Acme Béverages', 'All', 'all', '*', '%', '', 'true', '{"all":true}']) with ordinality as t (name, n)`,
  );
});
afterAll(() => app.stop());

const ownersSeen = async (as: DemoUser, erpCustomerNames?: string[]) => {
  const { data, errors } = await app.ask(
    InventoryGroupsDocument,
    { by: ['ERP_CUSTOMER'], ...(erpCustomerNames && { filter: { erpCustomerNames } }), first: 5000 },
    as,
  );
  expect(errors).toEqual([]);
  return new Set(data?.inventoryGroups.map((group) => group.erpCustomer?.name));
};

describe('whoever signs in sees the stock of exactly their ERP customers', () => {
  test.each(Object.keys(SCOPES).filter((user) => user !== 'driver1') as DemoUser[])('%s', async (user) => {
    const scope = SCOPES[user];
    const seen = await ownersSeen(user);
    if (scope === null) expect(seen.size).toBeGreaterThan(20);
    else expect(seen).toEqual(new Set(scope));
    const { data } = await app.ask(InventoryCountDocument, {}, user);
    const added = scope === null ? 14 : 0;
    expect(data?.inventory.totalCount).toBe(expectedIds(user, {}).size + added);
  });
});

describe('names that a lax comparison takes for the same are other customers', () => {
  test.each([
    'acme beverages',
    'ACME BEVERAGES',
    'Acme Beverages ',
    ' Acme Beverages',
    'Acme  Beverages',
    'Ａcme Beverages',
    'Acme Béverages',
  ])('%j', async (name) => {
    expect(await ownersSeen('customer1', [name])).toEqual(new Set());
    expect(await ownersSeen('admin1', [name])).toEqual(new Set([name]));
  });

  test('the word All is a customer like any other', async () => {
    for (const name of ['All', 'all', '*', '%', '', 'true', '{"all":true}']) {
      expect(await ownersSeen('customer1', [name])).toEqual(new Set());
      expect(await ownersSeen('admin1', [name])).toEqual(new Set([name]));
    }
  });

  test('a login that is assigned the customer All sees that customer alone', async () => {
    await app.database(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select id, 'All' from portal_user where username = 'customer2'`,
    );
    expect(await ownersSeen('customer2')).toEqual(new Set(['Northwind Foods Pty Ltd', 'All']));
    await app.database("delete from portal_user_erp_customer where erp_customer_name = 'All'");
  });
});

test("a foreign customer's name and an unknown one give the same empty answer, and ask the ERP nothing", async () => {
  const answers = await Promise.all(
    ['Zenith Pharma', 'No Such Customer'].map(async (name) => {
      app.clear();
      const filter = { erpCustomerNames: [name] };
      const page = await app.ask(InventoryDocument, { filter }, 'customer1');
      const count = await app.ask(InventoryCountDocument, { filter }, 'customer1');
      const totals = await app.ask(InventoryTotalsDocument, { filter }, 'customer1');
      const groups = await app.ask(InventoryGroupsDocument, { by: ['BIN'], filter }, 'customer1');
      return [page, count, totals, groups].map(({ status, text }) => [
        status,
        text.replace(/"asOf":"[^"]*"/g, ''),
      ]);
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(app.erpQueries).toEqual([]);
});

test('a customer who is assigned nothing sees nothing, and the ERP is not asked', async () => {
  await app.database(
    `delete from portal_user_erp_customer where user_id = (select id from portal_user where username = 'customer2')`,
  );
  app.clear();
  const { data } = await app.ask(InventoryDocument, {}, 'customer2');
  expect(data?.inventory.nodes).toEqual([]);
  expect(app.erpQueries).toEqual([]);
});

test('a changed assignment holds from the next request, with the same token', async () => {
  await app.tokenOf('customer2');
  await app.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select id, 'Łódź Textiles' from portal_user where username = 'customer2'`,
  );
  expect(await ownersSeen('customer2')).toEqual(new Set(['Łódź Textiles']));
});

describe('a way around the scope is no way', () => {
  test.each([
    [
      'the nested inventory of a customer by alias',
      '{ viewer { erpCustomers { a: inventory(filter: { erpCustomerNames: ["Zenith Pharma"] }) { nodes { id } } } } }',
    ],
    [
      'an item that leads to its customer',
      '{ inventory(first: 1) { nodes { erpCustomer { inventory(first: 500, filter: { erpCustomerNames: ["Zenith Pharma", "Acme Beverages"] }) { nodes { id erpCustomer { name } } } } } } }',
    ],
    [
      'totals through groups',
      '{ inventoryGroups(by: [ERP_CUSTOMER], filter: { erpCustomerNames: ["Zenith Pharma"] }) { erpCustomer { inventoryTotals { itemCount } name } } }',
    ],
  ])('%s', async (_way, query) => {
    const { text, errors } = await app.ask(query, {}, 'customer1');
    expect(errors).toEqual([]);
    expect(text).not.toContain('Zenith');
  });
});

describe('text filters take every character for itself', () => {
  test.each(['%', '_', '[', ']', '^', '\\', "'", '"', '[A-Z]', '%%', '--', ':x', '$1', '@1', '?'])(
    '%s',
    async (text) => {
      const expected = expectedIds('admin1', { partNumber: { contains: text } }).size;
      const { data, errors } = await app.ask(
        InventoryCountDocument,
        { filter: { partNumber: { contains: text } } },
        'admin1',
      );
      expect(errors).toEqual([]);
      expect(data?.inventory.totalCount).toBe(expected);
    },
  );

  test('case does not matter, beyond ASCII either', async () => {
    const count = async (startsWith: string) => {
      const { data } = await app.ask(
        InventoryCountDocument,
        { filter: { partNumber: { startsWith } } },
        'customer1',
      );
      return data?.inventory.totalCount;
    };
    expect(await count('acm-')).toBe(await count('ACM-'));
    const search = async (text: string) => {
      const { data } = await app.ask(InventoryCountDocument, { filter: { search: text } }, 'admin1');
      return data?.inventory.totalCount;
    };
    await app.erp(
      `insert into erp.stock (stock_no, owner_name, item_code, item_text, whse, uom, qty_on_hand, qty_allocated)
       values (7000000, 'All', 'UNICODE', 'Žluťoučký KŮŇ', 'SYD1', 'EA', 1, 0)`,
    );
    expect(await search('žluťoučký kůň')).toBe(1);
    expect(await search('ŽLUŤOUČKÝ')).toBe(1);
  });

  test.each([
    ['a NUL character', { partNumber: { contains: 'a\0b' } }, 'filter.partNumber.contains', 'UNPRINTABLE'],
    ['a text without end', { search: 'x'.repeat(201) }, 'filter.search', 'TOO_LONG', { max: 200 }],
    [
      'too many names',
      { erpCustomerNames: Array.from({ length: 501 }, (_, i) => `n${i}`) },
      'filter.erpCustomerNames',
      'TOO_MANY',
      { max: 500 },
    ],
    ['a NUL in a name', { erpCustomerNames: ['Acme Beverages\0'] }, 'filter.erpCustomerNames', 'UNPRINTABLE'],
    [
      'too many choices',
      { bin: { in: Array.from({ length: 501 }, (_, i) => `n${i}`) } },
      'filter.bin.in',
      'TOO_MANY',
      { max: 500 },
    ],
  ])('%s is refused by its field', async (_what, filter, path, reason, params?: object) => {
    const { errors } = await app.ask(InventoryDocument, { filter }, 'customer1');
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path, message: expect.any(String), reason, ...(params && { params }) }],
    });
  });
});

test('a login with 2,500 ERP customers pages through the stock of its own', async () => {
  const names = [
    ...(SCOPES['customer1'] ?? []),
    ...Array.from({ length: 2500 }, (_, n) => `Nobody's ${n} "\\ `),
  ];
  await app.database(
    `delete from portal_user_erp_customer where user_id = (select id from portal_user where username = 'customer2')`,
  );
  await app.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select id, name from portal_user, unnest($1::text[]) as name where username = 'customer2'`,
    [names],
  );
  const lot = { in: Array.from({ length: 400 }, (_, n) => `no such lot ${n}`) };
  const page = async (variables: InventoryQueryVariables) => {
    const { data, errors } = await app.ask(InventoryDocument, { first: 500, ...variables }, 'customer2');
    expect(errors).toEqual([]);
    return data?.inventory;
  };
  const ids = new Set<string>();
  for (let after: string | null = null, more = true; more; ) {
    const read = await page({ after });
    for (const { id } of read?.nodes ?? []) ids.add(id);
    more = read?.pageInfo.hasNextPage === true;
    after = read?.pageInfo.endCursor ?? null;
    expect((await page({ after, filter: { lot } }))?.nodes).toEqual([]);
  }
  expect(ids).toEqual(expectedIds('customer1', {}));
});
