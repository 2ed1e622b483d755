import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ErpCustomersDocument,
  InventoryDocument,
  InventoryGroupsDocument,
  InventoryTotalsDocument,
} from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { DemoStock } from '../support/tds-server/demo-stock-session.js';
import { TdsServer } from '../support/tds-server/tds-server.js';

/** Names that the server's collation takes for a customer's own. */
const LOOKALIKES = [
  ['case', 'ACME BEVERAGES'],
  ['trailing blanks', 'Acme Beverages  '],
  ['accents', 'Ácme Beveragés'],
  ['full width', 'Ａｃｍｅ Beverages'],
  ['a NUL inside', 'Acme\0 Beverages'],
  ['a NUL at the end', 'Acme Beverages\0'],
] as const;
const OWN = ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'];
const ROW = `item_code, item_text, whse, uom, qty_on_hand, qty_allocated`;

let stock: DemoStock;
let server: TdsServer;
let app: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ collation: 'Latin1_General_CI_AI', everyNth: 12 });
  for (const [index, [, name]] of LOOKALIKES.entries()) {
    const values = `'STOLEN', 'not yours', 'SYD1', 'EA', 1000000, 0`;
    await stock.run(
      `insert into erp.stock (stock_no, owner_name, ${ROW}) values (${2_000_000 + index}, $1, ${values})`,
      [name],
    );
  }
  server = await TdsServer.start((statement) => stock.answer(statement));
  app = await startTestApp(server.settings);
});
afterAll(async () => {
  await app.stop();
  await server.stop();
  await stock.close();
  expect(server.failures).toEqual([]);
});

async function answered<Data>(asked: Promise<{ data: Data | null | undefined; errors: unknown[] }>) {
  const { data, errors } = await asked;
  expect(errors).toEqual([]);
  if (!data) throw new Error('no data');
  return data;
}

test.each(LOOKALIKES)('the server itself takes names for equal that differ by %s', async (_by, name) => {
  const { rows } = await stock.answer({
    sql: "select count(*) as n from erp.stock where owner_name = N'Acme Beverages' and owner_name = @1 and item_code = @2",
    parameters: [
      { name: '1', type: { name: 'nvarchar', length: 4000 }, value: name },
      { name: '2', type: { name: 'nvarchar', length: 4000 }, value: 'stolen' },
    ],
  });
  expect(rows).toEqual([[String(LOOKALIKES.length)]]);
});

describe('nobody sees a row of a name that is not exactly theirs', () => {
  test('in pages', async () => {
    const { inventory } = await answered(app.ask(InventoryDocument, { first: 500 }, 'customer1'));
    expect(inventory.pageInfo.hasNextPage).toBe(false);
    expect([...new Set(inventory.nodes.map((node) => node.erpCustomer.name))].sort()).toEqual(OWN);
    expect(inventory.nodes.map((node) => node.partNumber)).not.toContain('STOLEN');
  });

  test('in a search for them', async () => {
    const filter = { partNumber: { equals: 'STOLEN' } };
    const { inventory } = await answered(app.ask(InventoryDocument, { filter }, 'customer1'));
    expect(inventory.nodes).toEqual([]);
    const { inventoryTotals } = await answered(app.ask(InventoryTotalsDocument, { filter }, 'customer1'));
    expect(inventoryTotals).toMatchObject({ itemCount: 0, byUnit: [] });
  });

  test('in groups', async () => {
    const { inventoryGroups } = await answered(
      app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER', 'PART_NUMBER'] }, 'customer1'),
    );
    expect(inventoryGroups.length).toBeGreaterThan(0);
    expect(inventoryGroups.map((group) => group.partNumber)).not.toContain('STOLEN');
  });

  test('by asking for the name', async () => {
    for (const [, name] of LOOKALIKES) {
      const filter = { erpCustomerNames: [name] };
      const { data } = await app.ask(InventoryDocument, { filter }, 'customer1');
      expect(data?.inventory.nodes ?? []).toEqual([]);
    }
  });
});

test('staff see each of the names for itself', async () => {
  const filter = { partNumber: { equals: 'stolen' } };
  const { inventory } = await answered(app.ask(InventoryDocument, { filter }, 'admin1'));
  const names = LOOKALIKES.map(([, name]) => name as string);
  expect(inventory.nodes.map((node) => node.erpCustomer.name).sort()).toEqual([...names].sort());
  const groups = await answered(app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'], filter }, 'admin1'));
  expect(groups.inventoryGroups.map((group) => group.itemCount)).toEqual(names.map(() => 1));
});

test('a customer called "All" is a customer like any other', async () => {
  const filter = { erpCustomerNames: ['All'] };
  const mine = await answered(app.ask(InventoryDocument, { filter }, 'customer1'));
  expect(mine.inventory.nodes).toEqual([]);
  const { inventory } = await answered(app.ask(InventoryDocument, { filter }, 'admin1'));
  expect(new Set(inventory.nodes.map((node) => node.erpCustomer.name))).toEqual(new Set(['All']));
  const { erpCustomers } = await answered(app.ask(ErpCustomersDocument, { search: 'all' }, 'admin1'));
  expect(erpCustomers).toContainEqual(expect.objectContaining({ name: 'All' }));
});

test('values come as they are stored', async () => {
  const text = 'Żółć 柚子 🍋 ﬁ with blanks  ';
  const most = '9999999999999999999999999999.9999999999';
  const at = '2026-03-29 02:30:00.123';
  await stock.run(
    `insert into erp.stock (stock_no, owner_name, ${ROW}, received_date, last_move_utc)
     values (2147483647, 'Acme Beverages', 'EXACT ', $1, 'SYD1', 'EA', $2, 0, '2026-03-29', $3)`,
    [text, most, at],
  );
  const filter = { partNumber: { startsWith: 'EXACT' } };
  const { inventory } = await answered(app.ask(InventoryDocument, { filter }, 'customer1'));
  expect(inventory.nodes).toMatchObject([
    {
      id: '2147483647',
      partNumber: 'EXACT ',
      description: text,
      bin: null,
      quantityOnHand: most,
      quantityAvailable: most,
      receivedOn: '2026-03-29',
      lastMovedAt: '2026-03-29T02:30:00.123Z',
    },
  ]);
});
