import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  InventoryCountDocument,
  InventoryGroupsDocument,
  type InventoryOrder,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { scaled } from '../../support/inventory-oracle.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import { trickyNames } from './tricky-names.js';
import { Truth } from './truth.js';
import { walk, walkBack } from './walk.js';

const NAMES = trickyNames(300);
/** Two rows of each, in an order that has nothing to do with that of the names. */
const ROWS = [...NAMES, ...NAMES].map((ownerName, index) =>
  addedRow((index * 7) % (2 * NAMES.length), {
    ownerName,
    itemCode: `PART-${index % 7}`,
    qtyOnHand: String((index * 13) % 50),
    expiryDate: index % 3 === 0 ? null : `2027-01-${String(1 + (index % 28)).padStart(2, '0')}`,
  }),
);
const ORDERS: InventoryOrder[][] = [
  [],
  [{ field: 'ERP_CUSTOMER', direction: 'DESC' }],
  [
    { field: 'PART_NUMBER', direction: 'DESC' },
    { field: 'ERP_CUSTOMER', direction: 'ASC' },
  ],
  [
    { field: 'EXPIRES_ON', direction: 'ASC' },
    { field: 'ERP_CUSTOMER', direction: 'DESC' },
  ],
  [{ field: 'QUANTITY_ON_HAND', direction: 'DESC' }],
];

const EACH = /* GraphQL */ `
  query Each($n: Int!) {
    erpCustomers(first: $n) {
      name
      inventory(first: 3) { totalCount nodes { id erpCustomer { name } } }
      inventoryTotals { itemCount }
    }
  }
`;
interface EachAnswer {
  erpCustomers: {
    name: string;
    inventory: { totalCount: number; nodes: { id: string; erpCustomer: { name: string } }[] };
    inventoryTotals: { itemCount: number };
  }[];
}

/** Customers of hundreds of names that nearly are others', whoever asks and however: each has its own rows alone. */
export function namesSuite(on: () => Stage): void {
  let truth: Truth;
  beforeAll(async () => {
    expect(new Set(NAMES).size).toBe(300);
    await add(on(), ROWS);
    truth = await Truth.of(on().erp, ROWS);
  });
  afterAll(() => removeAdded(on()));

  const rowsOf = (names: readonly string[]) => ROWS.filter(({ ownerName }) => names.includes(ownerName));
  const inOrder = (rows: readonly DemoStockRow[], orderBy: readonly InventoryOrder[]) =>
    truth.inOrder(rows, orderBy).map(({ stockNo, ownerName }) => [String(stockNo), ownerName]);
  const found = (nodes: Awaited<ReturnType<typeof walk>>) =>
    nodes.map(({ id, erpCustomer }) => [id, erpCustomer.name]);

  const assign = async (names: readonly string[]) => {
    const { app } = on();
    const id = "(select id from portal_user where username = 'customer2')";
    await app.database(`delete from portal_user_erp_customer where user_id = ${id}`);
    await app.database(
      `insert into portal_user_erp_customer (user_id, erp_customer_name) select ${id}, unnest($1::text[])`,
      [names],
    );
  };

  /** Names that nobody has, so that there are so many with those of a scope. */
  const upTo = (count: number, names: readonly string[]) => [
    ...names,
    ...Array.from({ length: count - names.length }, (_, n) => `Nobody's ${n} 🍋`),
  ];

  const everySecond = NAMES.filter((_, index) => index % 2 === 0);
  test.each([
    ['2,000 names', upTo(2_000, everySecond), ORDERS],
    ['100 names', upTo(100, everySecond.slice(-60)), ORDERS.slice(0, 2)],
  ] as const)('a login with %s sees the rows of those to the letter', async (_many, names, orders) => {
    await assign(names);
    const own = rowsOf(names);
    const { app } = on();
    for (const orderBy of orders) {
      const expected = inOrder(own, orderBy);
      expect(found(await walk(app, 'customer2', { orderBy }, 110))).toEqual(expected);
      expect(found(await walkBack(app, 'customer2', { orderBy }, 110))).toEqual(expected);
    }
    const counted = await app.ask(InventoryCountDocument, {}, 'customer2');
    expect(counted.data?.inventory.totalCount).toBe(own.length);
    const totals = await app.ask(InventoryTotalsDocument, {}, 'customer2');
    const [unit] = totals.data?.inventoryTotals.byUnit ?? [];
    expect(scaled(unit?.quantityOnHand ?? '')).toBe(sum(own));
    const groups = await app.ask(InventoryGroupsDocument, { by: ['ERP_CUSTOMER'], first: 500 }, 'customer2');
    const summed = groups.data?.inventoryGroups.map((group) => [
      group.erpCustomer?.name,
      group.itemCount,
      scaled(group.quantityOnHand),
    ]);
    const owners = [...new Set(own.map(({ ownerName }) => ownerName))];
    expect(new Set(summed?.map((group) => JSON.stringify(group, printed)))).toEqual(
      new Set(owners.map((name) => JSON.stringify([name, 2, sum(rowsOf([name]))], printed))),
    );
    expect(summed).toHaveLength(owners.length);
  });

  test('staff see of each customer its own rows alone', async () => {
    const { data, errors } = await on().app.ask<EachAnswer, object>(EACH, { n: 500 }, 'admin1');
    expect(errors).toEqual([]);
    const customers = new Map(data?.erpCustomers.map((customer) => [customer.name, customer]));
    for (const name of NAMES) {
      const own = inOrder(rowsOf([name]), [{ field: 'PART_NUMBER', direction: 'ASC' }]);
      const customer = customers.get(name);
      const nodes = customer?.inventory.nodes.map(({ id, erpCustomer }) => [id, erpCustomer.name]);
      expect([name, nodes]).toEqual([name, own]);
      expect([customer?.inventory.totalCount, customer?.inventoryTotals.itemCount]).toEqual([2, 2]);
    }
  });

  test.each([
    ['many', NAMES.slice(0, 290)],
    ['a few', NAMES.filter((_, index) => index % 9 === 0)],
    ['one', ['İSTANBUL ISITMA']],
  ])('a filter by %s names finds those to the letter', async (_many, names) => {
    const filter = { erpCustomerNames: [...names], quantityOnHand: { greaterThan: '9' } };
    const own = rowsOf(names).filter(({ qtyOnHand }) => Number(qtyOnHand) > 9);
    expect(own.length).toBeGreaterThan(0);
    for (const orderBy of ORDERS.slice(0, 2)) {
      expect(found(await walk(on().app, 'admin1', { filter, orderBy }, 200))).toEqual(inOrder(own, orderBy));
    }
  });

  const sum = (rows: readonly DemoStockRow[]) =>
    rows.reduce((total, { qtyOnHand }) => total + scaled(qtyOnHand), 0n);
  const printed = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
}
