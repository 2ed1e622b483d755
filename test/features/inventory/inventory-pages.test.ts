import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InventoryFilter, InventoryOrder } from '../../../schema/operations.generated.js';
import { expectedIds, orderedIds, TRUTH } from '../../support/inventory-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

const RUNS = 8;
/** One in so many of the demo ERP's rows is there, so that walks through all of them stay short. */
const EVERY_NTH = 6;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.erp(`delete from erp.stock where stock_no % ${EVERY_NTH} <> 0`);
});
afterAll(() => app.stop());

const PAGE = /* GraphQL */ `
  query Page($filter: InventoryFilter, $orderBy: [InventoryOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    inventory(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes { id erpCustomer { name } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;
interface Page {
  inventory: {
    nodes: { id: string; erpCustomer: { name: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}
type Question = { filter?: InventoryFilter; orderBy?: InventoryOrder[] };

async function page(user: DemoUser, variables: object): Promise<Page['inventory']> {
  const { data, errors } = await app.ask<Page, object>(PAGE, variables, user);
  expect(errors).toEqual([]);
  return (data as Page).inventory;
}

async function walkForwards(user: DemoUser, question: Question, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Page['inventory'] = await page(user, { ...question, first: size, after });
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    ids.push(...nodes.map((node) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    expect(nodes).toHaveLength(size);
    after = pageInfo.endCursor;
  }
}

async function walkBackwards(user: DemoUser, question: Question, size: number): Promise<string[]> {
  const pages: string[][] = [];
  for (let before: string | null = null; ; ) {
    const { nodes, pageInfo }: Page['inventory'] = await page(user, { ...question, last: size, before });
    expect(pageInfo.hasNextPage).toBe(before !== null);
    pages.unshift(nodes.map((node) => node.id));
    if (!pageInfo.hasPreviousPage) return pages.flat();
    expect(nodes).toHaveLength(size);
    before = pageInfo.startCursor;
  }
}

// ── questions as people ask them, made from what is really there ──────────────────────────────────

const rows = [...TRUTH.values()].filter(({ stockNo }) => stockNo % EVERY_NTH === 0);
const valuesOf = (column: 'itemCode' | 'binCode' | 'whse' | 'lotNo' | 'holdCode' | 'itemText') =>
  fc.constantFrom(...new Set(rows.flatMap((row) => row[column] ?? [])));
const randomCase = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean()).map(([value, upper]) => (upper ? value.toUpperCase() : value.toLowerCase()));
const part = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.nat(6), fc.integer({ min: 1, max: 4 })).map(([value, from, length]) => {
    return value.slice(from, from + length).trim() || value;
  });
// ASCII alone: what case folding means elsewhere is the ERP's collation's to say, and tested by name below.
const ascii = (text: fc.Arbitrary<string>) => text.filter((value) => /^[\x20-\x7e]*$/.test(value));
const textFilter = (column: Parameters<typeof valuesOf>[0]) => {
  const value = randomCase(ascii(valuesOf(column)));
  return fc.oneof(
    value.map((equals) => ({ equals })),
    fc.array(value, { maxLength: 4 }).map((list) => ({ in: list })),
    part(value).map((startsWith) => ({ startsWith })),
    part(value).map((contains) => ({ contains })),
    fc.constantFrom('%', '_', '[', '\\', "'", '%%', '[A-Z]').map((contains) => ({ contains })),
  );
};
const decimal = fc.constantFrom(
  '0',
  '24',
  '-1',
  '1.5',
  '100',
  '9007199254740993',
  '1234567890123456.0123456789',
  '0.0000000001',
);
const decimalFilter = fc.oneof(
  decimal.map((greaterThan) => ({ greaterThan })),
  decimal.map((lessThan) => ({ lessThan })),
  decimal.map((equals) => ({ equals })),
);
const date = fc.constantFrom(...new Set(rows.flatMap((row) => row.expiryDate ?? [])));
const dateFilter = fc.oneof(
  date.map((from) => ({ from })),
  date.map((to) => ({ to })),
);
const PARTS = {
  erpCustomerNames: fc.uniqueArray(fc.constantFrom(...new Set(rows.map((row) => row.ownerName)), 'Nobody'), {
    maxLength: 3,
  }),
  partNumber: textFilter('itemCode'),
  bin: textFilter('binCode'),
  warehouse: textFilter('whse'),
  lot: textFilter('lotNo'),
  status: textFilter('holdCode'),
  quantityOnHand: decimalFilter,
  quantityAvailable: decimalFilter,
  expiresOn: dateFilter,
  receivedOn: dateFilter,
  search: fc.oneof(part(ascii(valuesOf('itemCode'))), part(ascii(valuesOf('itemText')))),
};
// Two parts at most: more of them together mostly match nothing, which would prove little.
const filter: fc.Arbitrary<InventoryFilter> = fc
  .subarray(Object.keys(PARTS) as (keyof typeof PARTS)[], { maxLength: 2 })
  .chain(
    (keys) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, PARTS[key]]))) as fc.Arbitrary<InventoryFilter>,
  );
const orderBy: fc.Arbitrary<InventoryOrder[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(
      'ERP_CUSTOMER',
      'PART_NUMBER',
      'DESCRIPTION',
      'WAREHOUSE',
      'BIN',
      'LOT',
      'STATUS',
      'QUANTITY_ON_HAND',
      'QUANTITY_AVAILABLE',
      'RECEIVED_ON',
      'EXPIRES_ON',
      'LAST_MOVED_AT',
    ),
    direction: fc.constantFrom('ASC', 'DESC'),
  }) as fc.Arbitrary<InventoryOrder>,
  { maxLength: 3, selector: (term) => term.field },
);
const user = fc.constantFrom<DemoUser>(
  'customer1',
  'customer1',
  'customer2',
  'customerall',
  'operations1',
  'admin1',
  'warehouse1',
);

test('whatever is asked, the pages together are the unpaged truth, forwards and backwards, and within scope', async () => {
  await fc.assert(
    fc.asyncProperty(
      user,
      filter,
      orderBy,
      fc.integer({ min: 1, max: 200 }),
      async (who, filter, orderBy, wish) => {
        const within = expectedIds(who, filter);
        const expected = (await orderedIds(app, orderBy)).filter((id) => within.has(id));
        // At most a dozen pages each way, so that a run stays short.
        const size = Math.min(500, Math.max(wish, Math.ceil(expected.length / 12)));
        expect(await walkForwards(who, { filter, orderBy }, size)).toEqual(expected);
        expect(await walkBackwards(who, { filter, orderBy }, size)).toEqual(expected);
      },
    ),
    { numRuns: Number(process.env['PORTICO_TEST_RUNS'] ?? RUNS), endOnFailure: true },
  );
});
