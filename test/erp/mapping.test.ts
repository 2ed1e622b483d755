import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ErpCustomersDocument,
  InventoryDocument,
  InventoryGroupsDocument,
  InventoryTotalsDocument,
} from '../../schema/operations.generated.js';
import { READER } from '../support/postgres-server.mjs';
import { startTestApp, type TestApp } from '../support/start-app.js';

const EXAMPLE = readFileSync(
  new URL('../../sql/erp/example/normalised.postgres.sql', import.meta.url),
  'utf8',
);

/** Two customers with stock and one without; a lot that was moved on, and one that has left. */
const ROWS = `
  insert into erp.customer values (1, 'Acme Beverages'), (2, 'Northwind Foods Pty Ltd'), (3, 'Idle GmbH');
  insert into erp.item values (10, 1, 'GIN-070', 'Ginger ale', 'CTN'), (11, 1, 'TON-070', 'Tonic', 'CTN'),
    (20, 2, 'OAT-001', 'Oats', 'KG');
  insert into erp.lot values (100, 10, 'L100', null, '2027-05-01'), (101, 11, 'L101', 'HOLD', null),
    (102, 11, 'L102', null, null), (200, 20, 'L200', null, null);
  insert into erp.warehouse values (1, 'SYD1');
  insert into erp.bin values (1, 1, 'A-01'), (2, 1, 'B-02');
  insert into erp.stock_move values
    (1, 100, 1, 10, '2026-03-28T15:30:00.123Z'), (2, 100, 1, -2.5, '2026-03-29T01:00:00Z'),
    (3, 100, 1, -4, '2026-03-30T01:00:00Z'), (4, 100, 2, 4, '2026-03-30T01:00:00.456Z'),
    (5, 101, 1, 7, '2026-04-01T00:00:00Z'),
    (6, 102, 1, 5, '2026-04-01T00:00:00Z'), (7, 102, 1, -5, '2026-04-02T00:00:00Z'),
    (8, 200, 2, 0.0001, '2026-04-03T00:00:00Z');
  insert into erp.reservation values (1, 100, 1, 1.25), (2, 100, 1, 0.25)`;

let folder: string;
let demo: TestApp;
let app: TestApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-mapping-'));
  const file = join(folder, 'inventory.sql');
  writeFileSync(file, '-- the DBA keeps the view\nselect * from portal.inventory;\n');
  demo = await startTestApp();
  // The demo's own table stays where it is, beside the example's.
  await demo.erp(EXAMPLE.replace('create schema erp;', ''));
  await demo.erp(ROWS);
  await demo.erp(`grant usage on schema portal to ${READER.user}`);
  await demo.erp(`grant select on all tables in schema portal to ${READER.user}`);
  app = await demo.sibling({
    ERP_INVENTORY_SQL: file,
    ERP_CUSTOMERS_SQL: 'select customer_name from portal.customers',
  });
});
afterAll(async () => {
  await demo.stop();
  rmSync(folder, { recursive: true });
});

test("the example's views give a customer the stock that the ERP's movements add up to", async () => {
  const { data, errors } = await app.ask(InventoryDocument, {}, 'customer1');
  expect(errors).toEqual([]);
  expect(data?.inventory.nodes).toMatchObject([
    {
      id: '100-1',
      erpCustomer: { name: 'Acme Beverages' },
      partNumber: 'GIN-070',
      bin: 'A-01',
      lot: 'L100',
      status: 'AVAILABLE',
      quantityOnHand: '3.5',
      quantityAllocated: '1.5',
      quantityAvailable: '2',
      receivedOn: '2026-03-28',
      expiresOn: '2027-05-01',
      lastMovedAt: '2026-03-30T01:00:00.000Z',
    },
    { id: '100-2', bin: 'B-02', quantityOnHand: '4', lastMovedAt: '2026-03-30T01:00:00.456Z' },
    { id: '101-1', lot: 'L101', status: 'HOLD', quantityAllocated: '0' },
  ]);
});

test('a mapping with columns of its own, even one called as a column that is worked out, does no harm', async () => {
  const more = await demo.sibling({
    ERP_INVENTORY_SQL: 'select *, 7 as quantity_available, 8 as sort_row_id from portal.inventory',
  });
  const totals = await more.ask(InventoryTotalsDocument, {}, 'customer1');
  expect(totals.errors).toEqual([]);
  expect(totals.data?.inventoryTotals.byUnit[0]?.quantityAvailable).toBe('13');
  await more.stop();
});

test('pages, totals and groups go by the mapping', async () => {
  const first = await app.ask(InventoryDocument, { first: 2 }, 'customer1');
  const after = first.data?.inventory.pageInfo.endCursor ?? null;
  const second = await app.ask(InventoryDocument, { first: 2, after }, 'customer1');
  expect(second.data?.inventory.nodes.map(({ id }) => id)).toEqual(['101-1']);
  const totals = await app.ask(InventoryTotalsDocument, {}, 'customer1');
  expect(totals.data?.inventoryTotals).toMatchObject({ itemCount: 3, partCount: 2, binCount: 2 });
  const groups = await app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'] }, 'admin1');
  expect(groups.data?.inventoryGroups.map(({ quantityOnHand }) => quantityOnHand)).toEqual([
    '14.5',
    '0.0001',
  ]);
});

test('customers without stock are there where the mapping knows of them', async () => {
  const { data, errors } = await app.ask(ErpCustomersDocument, {}, 'admin1');
  expect(errors).toEqual([]);
  const names = data?.erpCustomers.map(({ name }) => name);
  expect(names?.sort()).toEqual(['Acme Beverages', 'Idle GmbH', 'Northwind Foods Pty Ltd']);
  const found = await app.ask(ErpCustomersDocument, { search: 'idle' }, 'admin1');
  expect(found.data?.erpCustomers).toMatchObject([{ name: 'Idle GmbH' }]);
});

test.each([
  ['citext', 'create extension citext', 'cast(customer_name as citext)'],
  [
    'a collation that takes case for the same',
    `create collation erp.lax (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`,
    'customer_name collate erp.lax',
  ],
])('names of type %s are told apart to the letter', async (_what, make, name) => {
  await demo.erp(make);
  await demo.erp("insert into erp.customer values (4, 'ACME BEVERAGES')");
  await demo.erp("insert into erp.item values (40, 4, 'GIN-070', 'Not yours', 'CTN')");
  await demo.erp("insert into erp.lot values (400, 40, 'L400', null, null)");
  await demo.erp("insert into erp.stock_move values (40, 400, 1, 1000, '2026-04-01T00:00:00Z')");
  const columns = 'row_id, part_number, description, warehouse, bin, lot, status, unit, quantity_on_hand';
  const lax = await demo.sibling({
    ERP_INVENTORY_SQL: `select ${columns}, quantity_allocated, received_on, expires_on, last_moved_at,
      ${name} as customer_name from portal.inventory`,
  });
  const { data, errors } = await lax.ask(InventoryTotalsDocument, {}, 'customer1');
  expect([errors, data?.inventoryTotals.itemCount]).toEqual([[], 3]);
  const pages = await lax.ask(InventoryDocument, { first: 2 }, 'customer1');
  const after = pages.data?.inventory.pageInfo.endCursor ?? null;
  const rest = await lax.ask(InventoryDocument, { first: 2, after }, 'customer1');
  expect([pages.data?.inventory.nodes.length, rest.data?.inventory.nodes.length]).toEqual([2, 1]);
  const groups = await lax.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'] }, 'admin1');
  const names = groups.data?.inventoryGroups.map(({ erpCustomer }) => erpCustomer?.name);
  expect(names?.sort()).toEqual(['ACME BEVERAGES', 'Acme Beverages', 'Northwind Foods Pty Ltd']);
  await lax.stop();
  await demo.erp('delete from erp.stock_move where move_id = 40');
  await demo.erp('delete from erp.lot where lot_id = 400');
  await demo.erp('delete from erp.item where item_id = 40');
  await demo.erp('delete from erp.customer where customer_id = 4');
});
