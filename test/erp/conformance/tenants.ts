import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ErpCustomersDocument,
  InventoryCountDocument,
  InventoryGroupsDocument,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import { isSeen, SCOPES } from '../../support/inventory-oracle.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import type { Target } from './target.js';
import { DEMO_ROWS } from './truth.js';
import { walk } from './walk.js';

/** Names that a lax comparison takes for a customer's own. */
const LOOKALIKES = [
  ['case', 'ACME BEVERAGES'],
  ['trailing blanks', 'Acme Beverages  '],
  ['a leading blank', ' Acme Beverages'],
  ['accents', 'Ácme Beveragés'],
  ['a combining accent', 'A\u0301cme Beverages'],
  ['full width', 'Ａｃｍｅ Beverages'],
  ['a soft hyphen', 'Ac\u00adme Beverages'],
] as const;
const WITH_NUL = [
  ['a NUL inside', 'Acme\0 Beverages'],
  ['a NUL at the end', 'Acme Beverages\0'],
] as const;
/** Words that would mean something else to careless code. */
const WORDS = ['all', 'ALL', '*', '%', 'null', 'true', ''];

const VIEWER = '{ viewer { erpCustomers { name inventory { totalCount } inventoryTotals { itemCount } } } }';
interface ViewerAnswer {
  viewer: {
    erpCustomers: {
      name: string;
      inventory: { totalCount: number };
      inventoryTotals: { itemCount: number };
    }[];
  };
}

/** Nobody sees a row of a name that isn't exactly theirs. */
export function tenantsSuite({ can }: Target, on: () => Stage): void {
  const lookalikes = can.nul ? [...LOOKALIKES, ...WITH_NUL] : LOOKALIKES;
  const names = [...lookalikes.map(([, name]) => name), ...WORDS];
  beforeAll(() =>
    add(
      on(),
      names.map((ownerName, index) =>
        addedRow(index, { ownerName, itemCode: 'STOLEN', qtyOnHand: '1000000' }),
      ),
    ),
  );
  afterAll(() => removeAdded(on()));

  const countOf = (name: string) => DEMO_ROWS.filter(({ ownerName }) => ownerName === name).length;
  const own = DEMO_ROWS.filter((row) => isSeen(row, 'customer1', {}));

  describe('a customer sees nothing of a name that is nearly theirs', () => {
    test('in pages', async () => {
      const nodes = await walk(on().app, 'customer1', {}, 500);
      expect(nodes.map(({ id }) => id).sort()).toEqual(own.map(({ stockNo }) => String(stockNo)).sort());
      const stolen = { partNumber: { equals: 'STOLEN' } };
      expect(await walk(on().app, 'customer1', { filter: stolen }, 500)).toEqual([]);
    });

    test('in counts and totals', async () => {
      const { data } = await on().app.ask(InventoryCountDocument, {}, 'customer1');
      expect(data?.inventory.totalCount).toBe(own.length);
      const totals = await on().app.ask(InventoryTotalsDocument, {}, 'customer1');
      expect(totals.data?.inventoryTotals.itemCount).toBe(own.length);
      const filter = { partNumber: { equals: 'STOLEN' } };
      const none = await on().app.ask(InventoryTotalsDocument, { filter }, 'customer1');
      expect(none.data?.inventoryTotals).toMatchObject({ itemCount: 0, byUnit: [] });
    });

    test('in groups', async () => {
      const { data } = await on().app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'] }, 'customer1');
      const groups = data?.inventoryGroups ?? [];
      expect(new Set(groups.map((group) => group.erpCustomer?.name))).toEqual(new Set(SCOPES.customer1));
      expect(groups.reduce((sum, { itemCount }) => sum + itemCount, 0)).toBe(own.length);
      const parts = await on().app.ask(InventoryGroupsDocument, { by: ['PART_NUMBER'] }, 'customer1');
      expect(parts.data?.inventoryGroups.map(({ partNumber }) => partNumber)).not.toContain('STOLEN');
    });

    test('under their own names', async () => {
      const { data, errors } = await on().app.ask<ViewerAnswer, object>(VIEWER, {}, 'customer1');
      expect(errors).toEqual([]);
      expect(data?.viewer.erpCustomers).toEqual(
        [...(SCOPES.customer1 ?? [])].map((name) => ({
          name,
          inventory: { totalCount: countOf(name) },
          inventoryTotals: { itemCount: countOf(name) },
        })),
      );
    });

    test.each([...lookalikes.map(([, name]) => name), ...WORDS, 'All'])('by asking for %j', async (name) => {
      const filter = { erpCustomerNames: [name] };
      const { data } = await on().app.ask(
        InventoryGroupsDocument,
        { by: ['ERP_CUSTOMER'], filter },
        'customer1',
      );
      // A name that can't be one is refused.
      expect(data?.inventoryGroups ?? []).toEqual([]);
    });
  });

  // The portal's own database has no text with U+0000, so no login is assigned such a name.
  test.each(LOOKALIKES)(
    'whoever is assigned a name that differs by %s sees that alone',
    async (_by, name) => {
      const { app } = on();
      const id = "(select id from portal_user where username = 'customer2')";
      await app.database(`delete from portal_user_erp_customer where user_id = ${id}`);
      await app.database(
        `insert into portal_user_erp_customer (user_id, erp_customer_name) values (${id}, $1)`,
        [name],
      );
      const nodes = await walk(app, 'customer2', {}, 10);
      expect(nodes).toMatchObject([{ erpCustomer: { name }, partNumber: 'STOLEN' }]);
      const { data } = await app.ask<ViewerAnswer, object>(VIEWER, {}, 'customer2');
      expect(data?.viewer.erpCustomers).toEqual([
        { name, inventory: { totalCount: 1 }, inventoryTotals: { itemCount: 1 } },
      ]);
    },
  );

  test('staff see each name for itself', async () => {
    const { app } = on();
    const { data, errors } = await app.ask(ErpCustomersDocument, {}, 'admin1');
    expect(errors).toEqual([]);
    const seen = new Map(data?.erpCustomers.map(({ name, inventory }) => [name, inventory.totalCount]));
    const expected = new Map(names.map((name) => [name as string, 1]));
    for (const { ownerName } of DEMO_ROWS) expected.set(ownerName, countOf(ownerName));
    expect(seen).toEqual(expected);

    const filter = { partNumber: { equals: 'STOLEN' } };
    const groups = await app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'], filter }, 'admin1');
    const found = groups.data?.inventoryGroups.map(({ erpCustomer, itemCount }) => [
      erpCustomer?.name,
      itemCount,
    ]);
    expect(found?.sort()).toEqual(names.map((name) => [name as string, 1]).sort());
  });

  test('a customer called "All" is a customer like any other', async () => {
    const { app } = on();
    const nodes = await walk(app, 'admin1', { filter: { erpCustomerNames: ['All'] } }, 500);
    expect(nodes).toHaveLength(countOf('All'));
    expect(new Set(nodes.map(({ erpCustomer }) => erpCustomer.name))).toEqual(new Set(['All']));
  });
}
