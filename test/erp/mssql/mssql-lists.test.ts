import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  InventoryDocument,
  InventoryGroupsDocument,
  type InventoryQueryVariables,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import type { ErpQuery } from '../../../src/erp/erp.js';
import { UNKNOWN_COLUMNS } from '../../../src/erp/mapping.js';
import { Reading } from '../../../src/erp/reading.js';
import { type BuildQuery, ScopedInventory } from '../../../src/features/inventory/scoped-inventory.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { TRUTH } from '../../support/inventory-oracle.js';
import { askOData, withOptions } from '../../support/odata-client.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import type { Answer } from '../../support/tds-server/sql-types.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const EVERY_NTH = 100;
const MAX_SEPARATE_PARAMETERS = 2100;
const OWN = ['Acme Beverages', 'Brünnhilde Kosmetik GmbH', 'Northwind Foods Pty Ltd'];
/** Names that the server's collation takes for one of theirs. */
const LOOKALIKES = [
  'ACME BEVERAGES',
  'Acme Beverages  ',
  'Ácme Beveragés',
  'Ａｃｍｅ Beverages',
  'Acme\0 Beverages',
  'Acme Beverages\0',
];

let stock: DemoStock;
let server: TdsServer;
let app: TestApp;
let answer: Answer;
beforeAll(async () => {
  stock = await DemoStock.open({ collation: 'Latin1_General_CI_AI', everyNth: EVERY_NTH });
  for (const [index, name] of LOOKALIKES.entries()) {
    await stock.run(
      `insert into erp.stock (stock_no, owner_name, item_code, item_text, whse, uom, qty_on_hand, qty_allocated)
       values (${2_000_000 + index}, $1, 'STOLEN', 'not yours', 'SYD1', 'EA', 1000000, 0)`,
      [name],
    );
  }
  answer = (statement) => stock.answer(statement);
  server = await TdsServer.start((statement, session) => answer(statement, session));
  app = await startTestApp({ ...server.settings, LIMIT_LIST_ITEMS: '100000', LIMIT_BODY_BYTES: '1000000' });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});
afterEach(() => {
  answer = (statement) => stock.answer(statement);
  const most = Math.max(...server.statements.map(({ parameters }) => parameters.length));
  expect(most).toBeLessThan(MAX_SEPARATE_PARAMETERS);
  server.clear();
});

/** Has a login be assigned so many ERP customers, of which only the first few have any stock; the ids of that. */
async function assign(count: number, first: readonly string[] = OWN): Promise<Set<string>> {
  const names = [...first, ...Array.from({ length: count }, (_, n) => `Nobody's ${n} 🍋 `)].slice(0, count);
  await app.database('delete from portal_user_erp_customer');
  await app.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select id, name from portal_user, unnest($1::text[]) as name where username = 'customer2'`,
    [names],
  );
  const ids = [...TRUTH].filter(([id, row]) => Number(id) % EVERY_NTH === 0 && names.includes(row.ownerName));
  return new Set(ids.map(([id]) => id));
}

async function page(variables: InventoryQueryVariables) {
  const { data, errors } = await app.ask(InventoryDocument, variables, 'customer2');
  expect(errors).toEqual([]);
  if (!data) throw new Error('no page');
  return { ids: data.inventory.nodes.map((node) => node.id), ...data.inventory.pageInfo };
}

/** The ids of a list, read page by page from either end. */
async function walk(variables: InventoryQueryVariables, from: 'start' | 'end'): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined = null; ; ) {
    const place = from === 'start' ? { first: 28, after: cursor } : { first: null, last: 28, before: cursor };
    const read = await page({ ...variables, ...place });
    if (from === 'start') ids.push(...read.ids);
    else ids.unshift(...read.ids);
    if (!(from === 'start' ? read.hasNextPage : read.hasPreviousPage)) return ids;
    cursor = from === 'start' ? read.endCursor : read.startCursor;
  }
}

// The last is one more than a statement may have parameters.
test.each([1, 3, 257, 2101])('a login with %d ERP customers sees their stock and no other', async (count) => {
  const expected = await assign(count);
  expect(expected.size).toBeGreaterThan(0);
  for (const orderBy of [[], [{ field: 'EXPIRES_ON' as const }, { field: 'BIN' as const }]]) {
    const ids = await walk({ orderBy }, 'start');
    expect(ids).toHaveLength(expected.size);
    expect(new Set(ids)).toEqual(expected);
    expect(await walk({ orderBy }, 'end')).toEqual(ids);
  }
  const counted = await app.ask(InventoryCountDocument, {}, 'customer2');
  expect(counted.data?.inventory.totalCount).toBe(expected.size);
  const totals = await app.ask(InventoryTotalsDocument, {}, 'customer2');
  expect(totals.data?.inventoryTotals.itemCount).toBe(expected.size);
  const { data } = await app.ask(
    InventoryGroupsDocument,
    { by: ['ERP_CUSTOMER', 'PART_NUMBER'] },
    'customer2',
  );
  const grouped = data?.inventoryGroups.map(({ itemCount }) => itemCount) ?? [];
  expect(grouped.reduce((sum, items) => sum + items, 0)).toBe(expected.size);
});

test('three names and four are the same statement to the server', async () => {
  for (const count of [3, 4]) {
    await assign(count);
    await page({});
    await page({ filter: { lot: { in: Array.from({ length: count }, (_, n) => `L${n}`) } } });
  }
  const texts = server.statements.map(({ sql }) => sql);
  expect(texts).toHaveLength(4);
  expect(new Set(texts).size).toBe(2);
});

test('a long list is one parameter, which a page deep in it sends once', async () => {
  await assign(2101);
  const { endCursor } = await page({ first: 10 });
  await page({ first: 10, after: endCursor });
  const lists = server.statements.map(({ parameters }) =>
    parameters.filter(({ type }) => type.name === 'varbinary'),
  );
  expect(lists.map((sent) => sent.length)).toEqual([1, 1]);
});

describe('of 300 names none is taken for another', () => {
  const filter = { partNumber: { in: ['stolen', ...Array.from({ length: 299 }, (_, n) => `NO ${n}`)] } };

  test('in pages, totals and groups of a customer', async () => {
    await assign(300);
    expect((await page({ filter })).ids).toEqual([]);
    const totals = await app.ask(InventoryTotalsDocument, { filter }, 'customer2');
    expect(totals.data?.inventoryTotals).toMatchObject({ itemCount: 0, byUnit: [] });
    const groups = await app.ask(InventoryGroupsDocument, { by: ['PART_NUMBER'], filter }, 'customer2');
    expect(groups.data?.inventoryGroups).toEqual([]);
  });

  test('while a name of strange characters finds its own', async () => {
    const names = ['𝒜𝒷 🍋🍋  ', '\u0001 \ufffd\uffff', '柚'.repeat(200)];
    for (const [index, name] of names.entries()) {
      await stock.run(
        `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
         values (${3_000_000 + index}, $1, 'OWN', 'SYD1', 'EA', 1, 0)`,
        [name],
      );
    }
    await assign(300, names);
    expect((await page({})).ids).toEqual(expect.arrayContaining(['3000000', '3000001', '3000002']));
    await stock.run('delete from erp.stock where stock_no >= 3000000');
  });

  test('while staff find them by the same list', async () => {
    const { data } = await app.ask(InventoryCountDocument, { filter }, 'admin1');
    expect(data?.inventory.totalCount).toBe(LOOKALIKES.length);
  });

  test.each([
    [{ search: 'nÓt' }, 0],
    [{ search: 'NOT YOURS' }, LOOKALIKES.length],
    [{ partNumber: { contains: 'ｔｏｌ' } }, 0],
    [{ partNumber: { contains: 'tol' } }, LOOKALIKES.length],
    [{ partNumber: { startsWith: 'stó' } }, 0],
    [{ partNumber: { startsWith: 'sto' } }, LOOKALIKES.length],
  ])('and no accent or width is ignored in %j', async (given, found) => {
    const { data } = await app.ask(InventoryCountDocument, { filter: { ...filter, ...given } }, 'admin1');
    expect(data?.inventory.totalCount).toBe(found);
  });
});

test('the most that can be asked of an ERP at a time is within what it takes', async () => {
  await assign(256);
  const orderBy = (
    [
      // The first may be null, so that there are three branches, and each repeats all that follows.
      ...(['BIN', 'QUANTITY_ON_HAND', 'QUANTITY_AVAILABLE', 'LOT', 'STATUS', 'RECEIVED_ON'] as const),
      ...([
        'EXPIRES_ON',
        'LAST_MOVED_AT',
        'DESCRIPTION',
        'ERP_CUSTOMER',
        'PART_NUMBER',
        'WAREHOUSE',
      ] as const),
    ] as const
  ).map((field) => ({ field }));
  // The first two rows of the order are null nowhere, so that a position has the most values.
  await stock.run(
    `insert into erp.stock (stock_no, owner_name, item_code, item_text, whse, bin_code, lot_no, hold_code, uom, qty_on_hand,
       qty_allocated, received_date, expiry_date, last_move_utc)
     select 3000000 + n, $1, 'A', 'A', 'A', '!', 'A', 'A', 'EA', n - 9, 0, '2026-01-01', '2026-01-01', '2026-01-01'
     from generate_series(1, 2) as n`,
    [OWN[0] ?? ''],
  );
  const { startCursor, endCursor } = await page({ first: 2, orderBy });
  const values = Array.from({ length: 256 }, (_, n) => `value ${n}`);
  const list = { equals: 'value 1', in: values, startsWith: 'v', contains: 'a' };
  const quantity = { equals: '1.1', greaterThan: '1.2', lessThan: '1.3' };
  const dates = { from: '2026-01-01', to: '2026-01-02' };
  const filter = {
    ...{ partNumber: list, bin: list, warehouse: list, lot: list, status: list },
    ...{ quantityOnHand: quantity, quantityAvailable: quantity, expiresOn: dates, receivedOn: dates },
    search: Array.from({ length: 100 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(' '),
  };
  answer = () => ({ columns: [{ name: 'row_id', type: { name: 'int' } }], rows: [] });
  const read = await page({ first: 10, orderBy, filter, after: startCursor, before: endCursor });
  expect(read.ids).toEqual([]);
  expect(server.statements.at(-1)?.parameters.length).toBeGreaterThan(1900);
  await stock.run('delete from erp.stock where stock_no >= 3000000');
});

test('so is the most that a filter of the feed can ask for, whose comparisons share what they have in common', async () => {
  const names = [...OWN, ...Array.from({ length: 253 }, (_, n) => `Nobody's ${n}`)];
  const { secret: key } = await insertApiKey(app, { erpCustomers: names });
  const times = Array.from({ length: 200 }, (_, n) => new Date(n * 1e9).toISOString());
  const options = {
    $filter: times.map((time) => `LastMovedAt ne ${time}`).join(' and '),
    $search: Array.from({ length: 10 }, (_, n) => `word${n}`).join(' '),
  };
  answer = () => ({ columns: [{ name: 'row_id', type: { name: 'int' } }], rows: [] });
  const { status, body } = await askOData(app, withOptions('/odata/v4/Inventory', options), { key });
  expect([status, body.value]).toEqual([200, []]);
  // The start and the end of each millisecond, both ends of what can be shown, the words in each column, the scope,
  // and where the page begins and ends.
  expect(server.statements.at(-1)?.parameters.length).toBe(2 * times.length + 2 + 10 * 4 + 256 + 2);
});

test('a query with more values than the server takes is refused before it is asked, and a filter is to blame', async () => {
  const asked: ErpQuery[] = [];
  const erp = {
    ...{ dialect: 'mssql' as const, columns: async () => UNKNOWN_COLUMNS },
    read: async (query: ErpQuery) => {
      asked.push(query);
      return Reading.now([]);
    },
    async *stream(query: ErpQuery) {
      asked.push(query);
      yield [];
    },
  };
  const inventory = new ScopedInventory(erp, {
    inventory: 'select 1',
    customers: null,
    invoices: null,
    payments: null,
  });
  const options = { scope: { all: true as const }, signal: new AbortController().signal };
  const lots = (count: number): BuildQuery => {
    const any = Array.from(
      { length: count },
      (_, n) => ({ column: 'lot', operator: 'eq', value: `L${n}` }) as const,
    );
    return (queries) => queries.rows(options.scope, { where: { any } }).select('row_id');
  };
  await inventory.read(lots(2_000), { ...options, orStale: false });
  for await (const _ of inventory.stream(lots(2_000), options));
  expect(asked.map(({ parameters }) => parameters.length)).toEqual([2_000, 2_000]);
  const refusal = {
    code: 'BAD_USER_INPUT',
    message: 'filter: found 2001 values, with those of your scope; wanted at most 2000',
  };
  await expect(inventory.read(lots(2_001), { ...options, orStale: false })).rejects.toMatchObject(refusal);
  await expect(inventory.stream(lots(2_001), options).next()).rejects.toMatchObject(refusal);
  expect(asked).toHaveLength(2);
});
