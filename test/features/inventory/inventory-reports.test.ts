import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type InventoryGroupKey,
  InventoryGroupsDocument,
  InventoryTotalsDocument,
} from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { available, expectedIds, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const KEY_OF: Record<InventoryGroupKey, (row: DemoStockRow) => string | null> = {
  ERP_CUSTOMER: (row) => row.ownerName,
  PART_NUMBER: (row) => row.itemCode,
  WAREHOUSE: (row) => row.whse,
  BIN: (row) => row.binCode,
  LOT: (row) => row.lotNo,
  STATUS: (row) => row.holdCode,
  EXPIRES_MONTH: (row) => row.expiryDate?.slice(0, 7) ?? null,
};
const KEYS = Object.keys(KEY_OF) as InventoryGroupKey[];

const rowsOf = (user: DemoUser, filter = {}) =>
  [...expectedIds(user, filter)].map((id) => TRUTH.get(id)).filter((row) => row !== undefined);

/** Sums by hand, exactly. */
function sumUp(rows: readonly DemoStockRow[], keys: readonly InventoryGroupKey[]) {
  const groups = new Map<string, { count: number; onHand: bigint; free: bigint; expiry: string | null }>();
  for (const row of rows) {
    const key = JSON.stringify([
      ...KEYS.map((name) => (keys.includes(name) ? KEY_OF[name](row) : null)),
      row.uom,
    ]);
    const group = groups.get(key) ?? { count: 0, onHand: 0n, free: 0n, expiry: null };
    group.count += 1;
    group.onHand += scaled(row.qtyOnHand);
    group.free += available(row);
    if (row.expiryDate !== null && (group.expiry === null || row.expiryDate < group.expiry))
      group.expiry = row.expiryDate;
    groups.set(key, group);
  }
  return groups;
}

test('every report adds up exactly, whoever asks, by whatever keys', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<DemoUser>('customer1', 'customer2', 'customerall', 'operations1'),
      fc.subarray(KEYS, { maxLength: 3 }),
      fc.constantFrom(
        {},
        { status: { equals: 'hold' } },
        { warehouse: { startsWith: 'SYD' } },
        { expiresOn: { to: '2026-11-01' } },
      ),
      async (user, by, filter) => {
        const expected = sumUp(rowsOf(user, filter), by);
        const first = Math.min(5000, expected.size + 1);
        const { data, errors } = await app.ask(InventoryGroupsDocument, { by, filter, first }, user);
        expect(errors).toEqual([]);
        const groups = data?.inventoryGroups ?? [];
        expect(groups).toHaveLength(Math.min(first, expected.size));
        for (const group of groups) {
          const { erpCustomer, partNumber, warehouse, bin, lot, status, expiresMonth, unit } = group;
          const key = JSON.stringify([
            erpCustomer?.name ?? null,
            partNumber,
            warehouse,
            bin,
            lot,
            status,
            expiresMonth,
            unit,
          ]);
          expect([
            key,
            group.itemCount,
            scaled(group.quantityOnHand),
            scaled(group.quantityAvailable),
            group.earliestExpiry,
          ]).toEqual([
            key,
            expected.get(key)?.count,
            expected.get(key)?.onHand,
            expected.get(key)?.free,
            expected.get(key)?.expiry,
          ]);
        }
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
});

test.each<DemoUser>(['customer1', 'customer2', 'admin1'])(
  'what expires by month is counted and summed for %s in one query, in the order of the months',
  async (user) => {
    app.clear();
    const { data, errors } = await app.ask(InventoryGroupsDocument, { by: ['EXPIRES_MONTH'] }, user);
    expect(errors).toEqual([]);
    expect(app.erpQueries).toHaveLength(1);
    const found = data?.inventoryGroups.map(({ expiresMonth, unit, itemCount, quantityOnHand }) => {
      return [expiresMonth, unit, itemCount, scaled(quantityOnHand)];
    });
    const expected = [...sumUp(rowsOf(user), ['EXPIRES_MONTH'])].map(([key, { count, onHand }]) => {
      const [month = null, unit = ''] = (JSON.parse(key) as (string | null)[]).slice(-2);
      return [month, unit, count, onHand] as const;
    });
    // Those without a day come last.
    const sortKey = ([month, unit]: readonly unknown[]) => `${month ?? '~'} ${unit}`;
    expect(found).toEqual(expected.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
  },
);

test.each<DemoUser>(['customer1', 'customer2', 'admin1'])('totals add up exactly for %s', async (user) => {
  const rows = rowsOf(user);
  const { data } = await app.ask(InventoryTotalsDocument, {}, user);
  const totals = data?.inventoryTotals;
  expect(totals?.itemCount).toBe(rows.length);
  expect(totals?.partCount).toBe(new Set(rows.map((row) => `${row.ownerName}|${row.itemCode}`)).size);
  const bins = rows.filter((row) => row.binCode !== null).map((row) => `${row.whse}|${row.binCode}`);
  expect(totals?.binCount).toBe(new Set(bins).size);
  const byUnit = sumUp(rows, []);
  expect(totals?.byUnit).toHaveLength(byUnit.size);
  for (const unit of totals?.byUnit ?? []) {
    const sums = byUnit.get(JSON.stringify([...KEYS.map(() => null), unit.unit]));
    expect([unit.itemCount, scaled(unit.quantityOnHand), unit.earliestExpiry]).toEqual([
      sums?.count,
      sums?.onHand,
      sums?.expiry,
    ]);
  }
});

test('a quantity comes back to the last of its digits', async () => {
  const long = [...TRUTH].find(([, row]) => row.qtyOnHand === '1234567890123456.0123456789');
  const { data } = await app.ask<{ inventory: { nodes: { id: string; quantityOnHand: string }[] } }, object>(
    '{ inventory(first: 500, filter: { quantityOnHand: { equals: "1234567890123456.0123456789" } }) { nodes { id quantityOnHand } } }',
    {},
    'admin1',
  );
  expect(data?.inventory.nodes).toContainEqual({
    id: long?.[0],
    quantityOnHand: '1234567890123456.0123456789',
  });
  const texts = await app.ask(
    '{ inventory(filter: { quantityOnHand: { greaterThan: 1.5 } }, first: 1) { totalCount } }',
    {},
    'admin1',
  );
  expect(texts.errors).toEqual([]);
});

test.each([
  ['a float that may have been rounded', { quantityOnHand: { equals: 0.1 } }],
  ['no number at all', { quantityOnHand: { equals: '1e5' } }],
  ['more digits than any ERP keeps', { quantityOnHand: { equals: `${'9'.repeat(29)}` } }],
  ['a day that does not exist', { expiresOn: { from: '2026-02-30' } }],
  ['a year that does not exist', { expiresOn: { from: '0000-01-01' } }],
  ['a day out of any calendar', { receivedOn: { to: '+275760-09-13' } }],
  ['a time in place of a day', { receivedOn: { to: '2026-02-28T00:00:00Z' } }],
  ['a number in place of a day', { receivedOn: { to: 20260228 } }],
])('%s is refused as input', async (_what, filter) => {
  const { errors } = await app.ask(
    'query ($filter: InventoryFilter) { inventory(filter: $filter) { nodes { id } } }',
    { filter },
    'admin1',
  );
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors[0]?.extensions.fields?.[0]?.path).toMatch(
    /^filter\.(quantityOnHand\.equals|expiresOn\.from|receivedOn\.to)$/,
  );
  if (!('quantityOnHand' in filter))
    expect(errors[0]?.message).toMatch(/^filter\..*: found .*; wanted a day such as 2026-11-30 that exists$/);
});

test('a report without end is refused', async () => {
  const { errors } = await app.ask(InventoryGroupsDocument, { by: ['BIN'], first: 5001 }, 'admin1');
  expect(errors[0]?.extensions.fields?.[0]?.path).toBe('first');
});
