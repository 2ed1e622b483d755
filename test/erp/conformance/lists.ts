import { beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  type InventoryGroupKey,
  InventoryGroupsDocument,
  type InventoryOrder,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import { isSeen, scaled } from '../../support/inventory-oracle.js';
import { askOData, withOptions } from '../../support/odata-client.js';
import type { DemoUser } from '../../support/start-app.js';
import type { Stage } from './stage.js';
import { DEMO_ROWS, Truth } from './truth.js';
import { walk, walkBack } from './walk.js';

const ORDERS: InventoryOrder[][] = [
  [],
  [{ field: 'EXPIRES_ON', direction: 'ASC' }],
  [{ field: 'EXPIRES_ON', direction: 'DESC' }],
  [{ field: 'LAST_MOVED_AT', direction: 'DESC' }],
  [{ field: 'QUANTITY_AVAILABLE', direction: 'DESC' }],
  [
    { field: 'LOT', direction: 'ASC' },
    { field: 'BIN', direction: 'DESC' },
  ],
  [
    { field: 'STATUS', direction: 'DESC' },
    { field: 'RECEIVED_ON', direction: 'ASC' },
  ],
  [{ field: 'DESCRIPTION', direction: 'DESC' }],
  [
    { field: 'WAREHOUSE', direction: 'ASC' },
    { field: 'EXPIRES_ON', direction: 'DESC' },
    { field: 'QUANTITY_ON_HAND', direction: 'ASC' },
  ],
];
const KEYS: InventoryGroupKey[][] = [
  [],
  ['ERP_CUSTOMER', 'STATUS'],
  ['WAREHOUSE', 'BIN'],
  ['EXPIRES_MONTH'],
  ['EXPIRES_MONTH', 'ERP_CUSTOMER'],
  ['PART_NUMBER', 'ERP_CUSTOMER', 'LOT'],
];
const USERS: DemoUser[] = ['customer1', 'admin1'];
const seenBy = (user: DemoUser) => DEMO_ROWS.filter((row) => isSeen(row, user, {}));

/** Pages, counts and sums are those of the truth. */
export function listsSuite(on: () => Stage): void {
  let truth: Truth;
  beforeAll(async () => {
    truth = await Truth.of(on().erp);
  });

  describe('all pages together are the whole list in its order', () => {
    test.each(ORDERS.map((orderBy) => [JSON.stringify(orderBy), orderBy] as const))(
      'by %s',
      async (_by, orderBy) => {
        const { app } = on();
        const expected = truth.inOrder(seenBy('customer1'), orderBy).map(({ stockNo }) => String(stockNo));
        expect((await walk(app, 'customer1', { orderBy }, 75)).map(({ id }) => id)).toEqual(expected);
        expect((await walkBack(app, 'customer1', { orderBy }, 75)).map(({ id }) => id)).toEqual(expected);
      },
    );

    test.each<[string, InventoryOrder[]]>([
      [
        'ExpiresOn,Bin desc',
        [
          { field: 'EXPIRES_ON', direction: 'ASC' },
          { field: 'BIN', direction: 'DESC' },
        ],
      ],
      [
        'Status desc,Lot',
        [
          { field: 'STATUS', direction: 'DESC' },
          { field: 'LOT', direction: 'ASC' },
        ],
      ],
    ])('of OData by %s, with nulls as the lowest values', async ($orderby, orderBy) => {
      const { app } = on();
      const authorization = `Bearer ${await app.tokenOf('customer1')}`;
      const headers = { prefer: 'odata.maxpagesize=75' };
      const ids: string[] = [];
      for (let next = withOptions('/odata/v4/Inventory', { $orderby, $select: 'Id' }); next !== ''; ) {
        const { status, body } = await askOData(app, next, { authorization, headers });
        expect(status).toBe(200);
        ids.push(...body.value.map(({ Id }: { Id: string }) => Id));
        next = (body['@odata.nextLink'] ?? '').replace(/^https?:\/\/[^/]+/, '');
      }
      const expected = truth.inOrder(seenBy('customer1'), orderBy, 'lowest');
      expect(ids).toEqual(expected.map(({ stockNo }) => String(stockNo)));
    });

    test('of everybody', async () => {
      const orderBy: InventoryOrder[] = [
        { field: 'BIN', direction: 'DESC' },
        { field: 'EXPIRES_ON', direction: 'ASC' },
      ];
      const expected = truth.inOrder(seenBy('admin1'), orderBy).map(({ stockNo }) => String(stockNo));
      expect((await walk(on().app, 'admin1', { orderBy }, 250)).map(({ id }) => id)).toEqual(expected);
    });
  });

  test.each<DemoUser>(['customer1', 'customer2', 'admin1', 'driver1'])(
    'the count is that of %s',
    async (user) => {
      const { data } = await on().app.ask(InventoryCountDocument, {}, user);
      // A driver has no inventory at all.
      expect(data?.inventory.totalCount).toBe(user === 'driver1' ? undefined : seenBy(user).length);
    },
  );

  test.each(USERS)('totals add up for %s', async (user) => {
    const rows = seenBy(user);
    const { data, errors } = await on().app.ask(InventoryTotalsDocument, {}, user);
    expect(errors).toEqual([]);
    const parts = new Set(
      rows.map((row) => `${row.ownerName}|${truth.placeOf('PART_NUMBER', row.itemCode)}`),
    );
    const bins = rows.flatMap((row) =>
      row.binCode === null ? [] : `${row.whse}|${truth.placeOf('BIN', row.binCode)}`,
    );
    expect(data?.inventoryTotals).toMatchObject({
      itemCount: rows.length,
      partCount: parts.size,
      binCount: new Set(bins).size,
    });
    const units = new Map(
      data?.inventoryTotals.byUnit.map((unit) => [JSON.stringify([unit.unit]), sumsOf(unit)]),
    );
    expect(units).toEqual(truth.sumUp(rows, []));
  });

  describe.each(USERS)('groups add up for %s', (user) => {
    test.each(KEYS.map((by) => [by.join(', '), by] as const))('by %s', async (_by, by) => {
      const { data, errors } = await on().app.ask(InventoryGroupsDocument, { by, first: 5_000 }, user);
      expect(errors).toEqual([]);
      const groups = (data?.inventoryGroups ?? []).map((group) => {
        const texts: Record<InventoryGroupKey, string | null | undefined> = {
          ERP_CUSTOMER: group.erpCustomer?.name,
          PART_NUMBER: group.partNumber,
          WAREHOUSE: group.warehouse,
          BIN: group.bin,
          LOT: group.lot,
          STATUS: group.status,
          EXPIRES_MONTH: group.expiresMonth,
        };
        return [truth.groupKey(group.unit, by, (field) => texts[field] ?? null), sumsOf(group)] as const;
      });
      const expected = truth.sumUp(seenBy(user), by);
      expect(groups).toHaveLength(expected.size);
      expect(new Map(groups)).toEqual(expected);
    });
  });
}

/** The sums of an answered group, exactly. */
function sumsOf(group: {
  itemCount: number;
  quantityOnHand: string;
  quantityAllocated: string;
  quantityAvailable: string;
  earliestExpiry?: string | null;
}) {
  const [onHand, allocated] = [scaled(group.quantityOnHand), scaled(group.quantityAllocated)];
  expect(scaled(group.quantityAvailable)).toBe(onHand - allocated);
  return { count: group.itemCount, onHand, allocated, earliestExpiry: group.earliestExpiry ?? null };
}
