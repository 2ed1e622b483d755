import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  InventoryDocument,
  InventoryFacetDocument,
  type InventoryFilter,
  type InventoryQueryVariables,
} from '../../../schema/operations.generated.js';
import { TRUTH } from '../../support/inventory-oracle.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import type { DemoStockOptions } from '../../support/tds-server/demo-stock-columns.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { type Conjunction, orderOf, wheresOf } from '../../support/tds-server/predicates.js';
import { expectSeekable } from '../../support/tds-server/seekable.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const EVERY_NTH = 100;
const OWN = ['Northwind Foods Pty Ltd', 'Łódź Textiles'];
/** How much stock there is under the first so many names. */
const rowsOf = (count: number) =>
  [...TRUTH.values()].filter(
    ({ stockNo, ownerName }) => stockNo % EVERY_NTH === 0 && OWN.slice(0, count).includes(ownerName),
  ).length;

let base: TestApp;
beforeAll(async () => {
  base = await startTestApp();
});
afterAll(() => base.stop());

/** The operators with which a column stands bare in the conditions that always hold. */
const soughtIn = ({ predicates }: Conjunction, column: string) =>
  predicates.flatMap((one) => (one.bare && one.column === column ? [one.operator] : []));

interface Erp {
  stock: DemoStock;
  server: TdsServer;
  app: TestApp;
}

async function open(options: DemoStockOptions): Promise<Erp> {
  const stock = await DemoStock.open({ everyNth: EVERY_NTH, ...options });
  const server = await TdsServer.start((statement) => stock.answer(statement));
  const app = await base.sibling({ ...server.settings, LIMIT_LIST_ITEMS: '100000' });
  return { stock, server, app };
}

async function close({ app, server, stock }: Erp): Promise<void> {
  await app.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
}

/** Has a login be assigned the first customer's stock and that of nobody else under so many names. */
async function assign(count: number): Promise<void> {
  const all = [...OWN, ...Array.from({ length: count }, (_, n) => `Nobody ${n}`)].slice(0, count);
  await base.database('delete from portal_user_erp_customer');
  await base.database(
    `insert into portal_user_erp_customer (user_id, erp_customer_name)
     select id, name from portal_user, unnest($1::text[]) as name where username = 'customer2'`,
    [all],
  );
}

describe.each([
  { padded: false, narrow: false, long: false },
  { padded: true, narrow: false, long: false },
  { padded: false, narrow: true, long: true },
  { padded: true, narrow: true, long: false },
])('where codes ignore case, padded: $padded, names in a code page: $narrow', (form) => {
  let erp: Erp;
  beforeAll(async () => {
    erp = await open({ collation: 'SQL_Latin1_General_CP1_CI_AS', ...form });
  });
  afterAll(() => close(erp));
  afterEach(() => erp.server.clear());

  const page = async (variables: InventoryQueryVariables) => {
    const { data, errors } = await erp.app.ask(InventoryDocument, variables, 'customer2');
    expect(errors).toEqual([]);
    const statement = erp.server.statements.at(-1);
    if (!data || !statement) throw new Error('no page');
    const wheres = wheresOf(statement.sql).filter(({ predicates }) => predicates.length > 0);
    for (const where of wheres) expectSeekable(statement, where, form);
    return { ...data.inventory, statement, where: wheres[0] as Conjunction, wheres };
  };

  test.each([1, 2, 257, 2000])('a scope of %d names is sought', async (count) => {
    await assign(count);
    const { nodes, where, statement } = await page({ first: 5 });
    expect(nodes).toHaveLength(5);
    expect(soughtIn(where, 'customer_name')).toEqual([count > 256 ? '=' : 'in']);
    expect(statement.parameters.length).toBeLessThan(2_100);
    const counted = await erp.app.ask(InventoryCountDocument, {}, 'customer2');
    // The code page has no Ł.
    expect(counted.data?.inventory.totalCount).toBe(rowsOf(form.narrow ? 1 : count));
  });

  test('the default order is that of the index', async () => {
    await assign(2);
    const { statement } = await page({ first: 5 });
    expect(orderOf(statement.sql)).toEqual([
      '"inventory"."customer_name" asc',
      '"inventory"."part_number" asc',
      '"inventory"."row_id" asc',
    ]);
  });

  test('an order by a column that is never null needs no place for nulls', async () => {
    await assign(1);
    const orderBy = async (field: 'WAREHOUSE' | 'BIN') =>
      orderOf((await page({ first: 5, orderBy: [{ field }] })).statement.sql);
    expect(await orderBy('WAREHOUSE')).toEqual(['"inventory"."warehouse" asc', '"inventory"."row_id" asc']);
    expect(await orderBy('BIN')).toEqual([
      'case when "inventory"."bin" is null then 1 else 0 end',
      '"inventory"."bin" asc',
      '"inventory"."row_id" asc',
    ]);
  });

  test.each([1, 2, 300])(
    'a later page of a scope of %d names begins where the earlier ended',
    async (count) => {
      await assign(count);
      const { pageInfo } = await page({ first: 5 });
      const { wheres } = await page({ first: 5, after: pageInfo.endCursor ?? null });
      const first = count === 1 ? 'part_number' : 'customer_name';
      const bounds = wheres.map((where) => soughtIn(where, first).filter((operator) => operator !== 'in'));
      expect(bounds.map((operators) => operators.at(-1))).toEqual(['=', '>']);
      // What ties in the first column is sought by the next.
      const tied = soughtIn(wheres[0] as Conjunction, count === 1 ? 'row_id' : 'part_number');
      expect(tied[0]).toBe('>=');
      const between = await page({
        first: 5,
        after: pageInfo.startCursor ?? null,
        before: pageInfo.endCursor ?? null,
      });
      expect(between.nodes).toHaveLength(3);
      for (const where of between.wheres) expect(soughtIn(where, first)).toContain('<=');
    },
  );

  const many = Array.from({ length: 300 }, (_, n) => `NO-${n}`);
  test.each<[what: string, filter: (part: string) => InventoryFilter, operators: string[], finds?: boolean]>([
    ['equals', (part) => ({ partNumber: { equals: part.toLowerCase() } }), ['in']],
    ['is one of a few', (part) => ({ partNumber: { in: ['no', part.toLowerCase()] } }), ['in']],
    ['is one of many', (part) => ({ partNumber: { in: [part.toLowerCase(), ...many] } }), ['=']],
    ['starts with', (part) => ({ partNumber: { startsWith: part.slice(0, 4).toLowerCase() } }), ['like']],
    ['starts with a pattern', () => ({ partNumber: { startsWith: '100%_[a]' } }), ['like'], false],
  ])('a part number that %s is sought', async (_what, filter, operators, finds = true) => {
    await assign(2);
    const [{ partNumber } = { partNumber: '' }] = (await page({ first: 1 })).nodes;
    const { nodes, where } = await page({ filter: filter(partNumber) });
    expect(soughtIn(where, 'part_number')).toEqual(operators);
    expect(nodes.length > 0).toBe(finds);
  });

  test.each<[what: string, filter: (part: string) => InventoryFilter]>([
    ['equals', () => ({ partNumber: { equals: 'nö' } })],
    ['is one of a few', (part) => ({ partNumber: { in: ['nö', part.toLowerCase()] } })],
    ['starts with', () => ({ partNumber: { startsWith: 'Łódź％' } })],
  ])('a part number that %s letters beyond ASCII is compared exactly', async (_what, filter) => {
    await assign(2);
    const { data } = await erp.app.ask(InventoryDocument, { first: 1 }, 'customer2');
    const partNumber = data?.inventory.nodes[0]?.partNumber ?? '';
    const asked = filter(partNumber);
    const found = await erp.app.ask(InventoryDocument, { filter: asked }, 'customer2');
    expect([found.errors, found.data?.inventory.nodes.length !== 0]).toEqual([
      [],
      'in' in (asked.partNumber ?? {}),
    ]);
    const [where] = wheresOf(erp.server.statements.at(-1)?.sql ?? '');
    expect(where && soughtIn(where, 'part_number')).toEqual([]);
  });

  test.runIf(form.long)('a word at the end of a long description is found', async () => {
    await erp.stock.run(
      `insert into erp.stock (stock_no, owner_name, item_code, item_text, whse, uom, qty_on_hand, qty_allocated)
       values (3000000, 'Long GmbH', 'LONG', $1, 'SYD1', 'EA', 1, 0)`,
      [`${'long '.repeat(2_000)}NEEDLE`],
    );
    const { data, errors } = await erp.app.ask(InventoryDocument, { filter: { search: 'needle' } }, 'admin1');
    expect([errors, data?.inventory.nodes.map(({ id }) => id)]).toEqual([[], ['3000000']]);
  });

  test('a date within a range is sought', async () => {
    await assign(2);
    const { where } = await page({ filter: { expiresOn: { from: '2027-01-01', to: '2027-12-31' } } });
    expect(soughtIn(where, 'expires_on')).toEqual(['>=', '<=']);
  });

  test('the months of expiry that begin with a text are sought by their days', async () => {
    await assign(2);
    const variables = { of: 'EXPIRES_MONTH', search: '2027-1' } as const;
    const { errors } = await erp.app.ask(InventoryFacetDocument, variables, 'customer2');
    expect(errors).toEqual([]);
    const statement = erp.server.statements.at(-1);
    const [where] = wheresOf(statement?.sql ?? '').filter(({ predicates }) => predicates.length > 0);
    if (!statement || !where) throw new Error('no condition');
    expectSeekable(statement, where, form);
    expect(soughtIn(where, 'expires_on')).toEqual(['>=', '<=']);
  });
});

describe.each(['Latin1_General_BIN2', 'Turkish_CI_AS', 'Danish_Norwegian_CI_AS'] as const)(
  'where %s compares',
  (collation) => {
    let erp: Erp;
    beforeAll(async () => {
      erp = await open({ collation });
      const row = "'Northwind Foods Pty Ltd', 'KIT-i1Aa', 'SYD1', 'EA', 1, 0";
      await erp.stock.run(
        `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated) values (3000000, ${row})`,
      );
    });
    afterAll(() => close(erp));

    test.each<[what: string, filter: InventoryFilter]>([
      ['one', { partNumber: { equals: 'kit-I1aA' } }],
      [
        'one of many',
        { partNumber: { in: ['kit-I1aA', ...Array.from({ length: 300 }, (_, n) => `NO-${n}`)] } },
      ],
      ['a start', { partNumber: { startsWith: 'kit-I1a' } }],
      ['a part', { partNumber: { contains: 'it-I1a' } }],
      ['a word', { search: 'kIt-I1a' }],
    ])('the server would not find every case of %s, and is not left to', async (_what, filter) => {
      const { data, errors } = await erp.app.ask(InventoryDocument, { filter }, 'admin1');
      expect([errors, data?.inventory.nodes.map(({ id }) => id)]).toEqual([[], ['3000000']]);
      const [where] = wheresOf(erp.server.statements.at(-1)?.sql ?? '');
      expect(where && soughtIn(where, 'part_number')).toEqual([]);
    });
  },
);
