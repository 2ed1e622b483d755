import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  InventoryFacetDocument,
  type InventoryGroupKey,
  InventoryItemDocument,
} from '../../../schema/operations.generated.js';
import { isSeen, SCOPES } from '../../support/inventory-oracle.js';
import type { DemoUser } from '../../support/start-app.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import { DEMO_ROWS, monthOf, Truth } from './truth.js';

const NEARLY = ['ACME BEVERAGES', 'Acme Beverages  ', 'Ácme Beveragés'];

/** Values and single rows are those of the truth, and of nobody else. */
export function facetsSuite(on: () => Stage): void {
  const added = NEARLY.map((ownerName, index) => addedRow(index, { ownerName, itemCode: 'NEARLY' }));
  let truth: Truth;
  beforeAll(async () => {
    truth = await Truth.of(on().erp);
    await add(on(), added);
  });
  afterAll(() => removeAdded(on()));

  const facet = async (user: DemoUser, of: InventoryGroupKey, search: string | null = null) => {
    const { data, errors } = await on().app.ask(InventoryFacetDocument, { of, search, first: 200 }, user);
    expect(errors).toEqual([]);
    return data?.inventoryFacet ?? [];
  };
  const item = async (user: DemoUser, id: string) => {
    const { data, errors } = await on().app.ask(InventoryItemDocument, { id }, user);
    expect(errors).toEqual([]);
    return data?.inventoryItem?.id ?? null;
  };

  test.each<InventoryGroupKey>(['WAREHOUSE', 'STATUS', 'ERP_CUSTOMER'])('the values of %s', async (of) => {
    const columns = {
      WAREHOUSE: (row: (typeof DEMO_ROWS)[number]) => row.whse,
      STATUS: (row: (typeof DEMO_ROWS)[number]) => row.holdCode,
      ERP_CUSTOMER: (row: (typeof DEMO_ROWS)[number]) => row.ownerName,
    };
    const column = of as keyof typeof columns;
    const expected = new Map<number | null, number>();
    for (const row of DEMO_ROWS.filter((one) => isSeen(one, 'customer1', {}))) {
      const place = truth.placeOf(column, columns[column](row));
      expected.set(place, 1 + (expected.get(place) ?? 0));
    }
    const found = await facet('customer1', of);
    const places = found.map(
      ({ value, itemCount }) => [truth.placeOf(column, value ?? null), itemCount] as const,
    );
    expect(new Map(places)).toEqual(expected);
    // The most frequent first; among equals by value, and last those without one.
    const last = Number.MAX_SAFE_INTEGER;
    const sorted = [...places].sort(([a, m], [b, n]) => n - m || (a ?? last) - (b ?? last));
    expect(places).toEqual(sorted);
  });

  test.each([null, '2026', '2027-1', '2026-13'])(
    'the months of expiry that begin with %s',
    async (search) => {
      const expected = new Map<string | null, number>();
      for (const row of DEMO_ROWS.filter((one) => isSeen(one, 'customer1', {}))) {
        const month = monthOf(row);
        if (search === null || month?.startsWith(search)) expected.set(month, 1 + (expected.get(month) ?? 0));
      }
      const found = await facet('customer1', 'EXPIRES_MONTH', search);
      const sorted = [...expected].sort(([a, m], [b, n]) => n - m || ((a ?? '~') < (b ?? '~') ? -1 : 1));
      expect(found.map(({ value, itemCount }) => [value ?? null, itemCount])).toEqual(sorted.slice(0, 200));
    },
  );

  test('a text is looked for in any case and to the letter', async () => {
    const found = await facet('customer1', 'STATUS', 'oLd');
    expect(new Set(found.map(({ value }) => value?.toUpperCase()))).toEqual(new Set(['HOLD']));
    expect(await facet('customer1', 'STATUS', '%')).toEqual([]);
    expect(await facet('customer1', 'STATUS', '_OLD')).toEqual([]);
  });

  test("a name that is nearly a customer's is another customer", async () => {
    const names = (await facet('customer1', 'ERP_CUSTOMER')).map(({ value }) => value);
    expect(new Set(names)).toEqual(new Set(SCOPES.customer1));
    expect((await facet('customer1', 'PART_NUMBER', 'nearly')).length).toBe(0);
    const seen = new Map(
      (await facet('admin1', 'ERP_CUSTOMER')).map(({ value, itemCount }) => [value, itemCount]),
    );
    for (const name of NEARLY) expect([name, seen.get(name)]).toEqual([name, 1]);
  });

  describe('a single row', () => {
    test('is found by its id, in the scope only', async () => {
      const [own] = DEMO_ROWS.filter((row) => isSeen(row, 'customer1', {}));
      const [foreign] = DEMO_ROWS.filter((row) => !isSeen(row, 'customer1', {}));
      expect(await item('customer1', String(own?.stockNo))).toBe(String(own?.stockNo));
      expect(await item('customer1', String(foreign?.stockNo))).toBeNull();
      expect(await item('admin1', String(foreign?.stockNo))).toBe(String(foreign?.stockNo));
      for (const { stockNo } of added) expect(await item('customer1', String(stockNo))).toBeNull();
    });

    test.each([
      'abc',
      '',
      ' 1',
      '1.0',
      '2147483648',
      '9223372036854775808',
      'a\0b',
      '\ud800',
      'x'.repeat(5_000),
    ])('is not there by the id %.30j', async (id) => {
      expect(await item('admin1', id)).toBeNull();
    });
  });
}
