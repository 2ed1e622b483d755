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
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { walk, walkBack } from '../conformance/walk.js';

const CUSTOMER = 'Odd GmbH';
/** What JavaScript and ISO 8601 have no name for, and what they have one for but just. */
const DATES = [
  ['infinity', null],
  ['-infinity', null],
  ['0044-03-15 BC', null],
  ['10000-01-01', null],
  ['0001-01-01', '0001-01-01'],
  ['9999-12-31', '9999-12-31'],
  ['2026-03-29', '2026-03-29'],
  [null, null],
] as const;
const QUANTITIES = [
  ['NaN', '0'],
  ['Infinity', '0'],
  ['-Infinity', '0'],
  ['5', '5'],
  ['-5', '-5'],
] as const;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  // Of the type's own accord, a quantity of so many digits takes no infinity.
  await app.erp('alter table erp.stock alter column qty_on_hand type numeric');
  const insert = (id: number, [date, quantity]: [string | null, string]) =>
    app.erp(
      `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated, received_date,
         expiry_date, last_move_utc)
       values ($1, '${CUSTOMER}', 'ODD', 'SYD1', 'EA', $2, 0, $3::text::date, $3::text::date, $3::text::timestamp)`,
      [id, quantity, date],
    );
  for (const [index, [date]] of DATES.entries()) await insert(2_000_000 + index, [date, '1']);
  for (const [index, [quantity]] of QUANTITIES.entries())
    await insert(2_000_100 + index, ['2026-01-01', quantity]);
});
afterAll(() => app.stop());

const odd: InventoryFilter = { erpCustomerNames: [CUSTOMER] };
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);
const ALL = [
  ...DATES.map((_, index) => String(2_000_000 + index)),
  ...QUANTITIES.map((_, index) => String(2_000_100 + index)),
];

describe('a value that cannot be shown', () => {
  test('costs a viewer neither the page nor the row', async () => {
    app.log.length = 0;
    for (let time = 0; time < 2; time += 1) {
      const { data, errors } = await app.ask(InventoryDocument, { filter: odd }, 'admin1');
      expect(errors).toEqual([]);
      expect(data?.inventory.nodes).toMatchObject([
        ...DATES.map(([, shown]) => ({
          receivedOn: shown,
          expiresOn: shown,
          lastMovedAt: shown && `${shown}T00:00:00.000Z`,
        })),
        ...QUANTITIES.map(([, shown]) => ({ quantityOnHand: shown, quantityAvailable: shown })),
      ]);
    }
    const warnings = app.log.map((line) => JSON.parse(line)).filter(({ msg }) => /can't be shown/.test(msg));
    const columns = warnings.map(({ column, level }) => [column, level]);
    expect(columns.sort()).toEqual(
      ['expires_on', 'last_moved_at', 'quantity_available', 'quantity_on_hand', 'received_on'].map(
        (column) => [column, 40],
      ),
    );
  });

  test('is named, so that a 0 can be told from an empty bin', async () => {
    const nodes = 'nodes { quantityOnHand quantityAllocated unshown }';
    const { data, errors } = await app.ask<{ inventory: { nodes: { unshown: string[] }[] } }, object>(
      `query ($filter: InventoryFilter) { inventory(filter: $filter) { ${nodes} } }`,
      { filter: odd },
      'admin1',
    );
    expect(errors).toEqual([]);
    const quantities = ['quantityOnHand', 'quantityAvailable'];
    const dates = ['receivedOn', 'expiresOn', 'lastMovedAt'];
    expect(data?.inventory.nodes.map(({ unshown }) => unshown)).toEqual([
      ...DATES.map(([date, shown]) => (date === shown ? [] : dates)),
      ...QUANTITIES.map(([quantity, shown]) => (quantity === shown ? [] : quantities)),
    ]);
  });

  test.each<InventoryOrder['field']>([
    'RECEIVED_ON',
    'EXPIRES_ON',
    'LAST_MOVED_AT',
    'QUANTITY_ON_HAND',
    'QUANTITY_AVAILABLE',
  ])('is passed in the order of %s, and every row comes once', async (field) => {
    for (const direction of ['ASC', 'DESC'] as const) {
      const asked = { filter: odd, orderBy: [{ field, direction }] };
      const forwards = ids(await walk(app, 'admin1', asked, 2));
      expect([...forwards].sort()).toEqual(ALL);
      expect(ids(await walkBack(app, 'admin1', asked, 3))).toEqual(forwards);
      // The whole list on one page is the same.
      expect(ids(await walk(app, 'admin1', asked, 100))).toEqual(forwards);
    }
  });

  test.each<[InventoryFilter, string[]]>([
    [{ expiresOn: { from: '2026-02-01' } }, ['2000005', '2000006']],
    [{ expiresOn: { to: '2025-12-31' } }, ['2000004']],
    [{ receivedOn: { from: '0001-01-01', to: '9999-12-31' } }, ['2000004', '2000005', '2000006']],
    [{ quantityOnHand: { greaterThan: '1' } }, ['2000103']],
    [{ quantityAvailable: { lessThan: '0' } }, ['2000104']],
  ])('is nothing that a filter finds: %j', async (filter, expected) => {
    const dated = { ...(Object.keys(filter)[0]?.endsWith('On') && { quantityOnHand: { equals: '1' } }) };
    const { data, errors } = await app.ask(
      InventoryDocument,
      { filter: { ...odd, ...dated, ...filter } },
      'admin1',
    );
    expect([errors, ids(data?.inventory.nodes ?? [])]).toEqual([[], expected]);
  });

  test('does not spoil the sums, nor what expires first, and is looked for at once from then on', async () => {
    const totals = async () => {
      app.clear();
      const answer = await app.ask(InventoryTotalsDocument, { filter: odd }, 'admin1');
      return { ...answer, asked: app.erpQueries.length };
    };
    const { data, errors, asked } = await totals();
    expect([errors, asked]).toEqual([[], 2]);
    const again = await totals();
    expect([again.asked, again.data?.inventoryTotals.byUnit]).toEqual([1, data?.inventoryTotals.byUnit]);
    expect(data?.inventoryTotals).toMatchObject({
      itemCount: ALL.length,
      byUnit: [{ quantityOnHand: '8', quantityAvailable: '8', earliestExpiry: '0001-01-01' }],
    });
    const months = await app.ask(
      InventoryGroupsDocument,
      { by: ['EXPIRES_MONTH'], filter: { ...odd, expiresOn: null } },
      'admin1',
    );
    expect(months.errors).toEqual([]);
    expect(months.data?.inventoryGroups.at(0)?.expiresMonth).toBe('0001-01');
    for (const { expiresMonth } of months.data?.inventoryGroups ?? []) {
      expect(expiresMonth ?? '0001-01').toMatch(/^\d{4}-\d\d$/);
    }
    const all = await app.ask(InventoryTotalsDocument, {}, 'admin1');
    expect(all.errors).toEqual([]);
    for (const { quantityOnHand } of all.data?.inventoryTotals.byUnit ?? []) {
      expect(quantityOnHand).toMatch(/^-?\d+(\.\d+)?$/);
    }
  });
});

describe('texts of fixed length', () => {
  let padded: TestApp;
  beforeAll(async () => {
    padded = await app.sibling({
      ERP_INVENTORY_SQL: `select cast(stock_no as char(12)) as row_id, cast(owner_name as char(60)) as customer_name,
        cast(item_code as bpchar) as part_number, item_text as description, cast(whse as char(10)) as warehouse,
        cast(bin_code as char(20)) as bin, lot_no as lot, cast(hold_code as char(20)) as status,
        cast(uom as char(5)) as unit, qty_on_hand as quantity_on_hand, qty_allocated as quantity_allocated,
        received_date as received_on, expiry_date as expires_on, last_move_utc as last_moved_at from erp.stock`,
    });
  });
  afterAll(() => padded.stop());

  const own: InventoryFilter = { warehouse: { equals: 'syd1' }, lot: { startsWith: 'L' } };

  test('are given, ordered and found without the blanks that fill them up', async () => {
    for (const orderBy of [[], [{ field: 'BIN' as const }, { field: 'STATUS' as const }]]) {
      const asked = { filter: own, orderBy };
      const expected = await walk(app, 'customer1', asked, 300);
      expect(expected.length).toBeGreaterThan(300);
      const found = await walk(padded, 'customer1', asked, 300);
      // The same rows, and no other order but that an id is a text now.
      const byId = (nodes: typeof found) => new Map(nodes.map((node) => [node.id, node]));
      expect(found).toHaveLength(expected.length);
      expect(byId(found)).toEqual(byId(expected));
    }
    const blanks = { filter: { warehouse: { contains: 'SYD1 ' } } };
    expect(await walk(padded, 'customer1', blanks, 10)).toEqual([]);
  });

  test('are grouped, counted and listed so', async () => {
    const by = ['ERP_CUSTOMER', 'WAREHOUSE', 'STATUS'] as const;
    const groupsOf = async (one: TestApp) =>
      (await one.ask(InventoryGroupsDocument, { by: [...by], filter: own, first: 5000 }, 'admin1')).data;
    expect(await groupsOf(padded)).toEqual(await groupsOf(app));
    const namesOf = async (one: TestApp) => {
      const { data } = await one.ask(ErpCustomersDocument, {}, 'admin1');
      return data?.erpCustomers.map(({ name, inventory }) => [name, inventory.totalCount]).sort();
    };
    expect(await namesOf(padded)).toEqual(await namesOf(app));
  });

  test('are no name with a blank at its end', async () => {
    await app.database('update portal_user_erp_customer set erp_customer_name = erp_customer_name || $1', [
      ' ',
    ]);
    const { data } = await padded.ask(InventoryCountDocument, {}, 'customer1');
    const totals = await padded.ask(InventoryTotalsDocument, {}, 'customer1');
    expect([data?.inventory.totalCount, totals.data?.inventoryTotals.itemCount]).toEqual([0, 0]);
    await app.database('update portal_user_erp_customer set erp_customer_name = trim(erp_customer_name)');
  });
});
