import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { columnOf, type InventoryColumn } from '../../../src/erp/inventory-column.js';
import type { Expression } from '../../../src/features/inventory/expression/inventory.expression.js';
import { ScopedQueries } from '../../../src/features/inventory/scoped-inventory.js';
import { type ErpScope, FULL_SCOPE } from '../../../src/shared/auth.js';
import { evaluate } from '../../support/expression-oracle.js';
import { randomExpressions } from '../../support/random-expressions.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import { DEMO_ROWS, Truth } from './truth.js';

const RUNS = Number(process.env['PORTICO_TEST_EXPRESSIONS'] ?? 40);
/** How many of the demo's rows are compared with each expression. */
const SAMPLE = 150;

const SPECIAL: Partial<DemoStockRow>[] = [
  ...['Q%Q', 'Q_Q', 'Q[A]Q', 'Q\\Q', "Q'Q", 'q%q', 'QQ'].map((itemCode) => ({ itemCode })),
  ...['Straße', 'Strasse', 'STRASSE', 'Ärmel', 'Armel', 'co-op', 'coop', '', ' ', 'blank ', 'blank'].map(
    (itemText) => ({ itemText, lotNo: itemText }),
  ),
  ...['2026-01-01', '2026-01-02', '9999-12-31', '0001-01-01'].map((day) => ({
    ...{ receivedDate: day, expiryDate: day, lastMoveUtc: `${day}T23:59:59.999` },
  })),
];

const ORDERED = {
  customer_name: 'ERP_CUSTOMER',
  part_number: 'PART_NUMBER',
  description: 'DESCRIPTION',
  warehouse: 'WAREHOUSE',
  bin: 'BIN',
  lot: 'LOT',
  status: 'STATUS',
} as const;

/** An expression finds what it means, though the ERP compares texts and nulls in another way. */
export function expressionsSuite(on: () => Stage): void {
  const rows = [
    ...DEMO_ROWS.slice(0, SAMPLE),
    ...SPECIAL.map((particular, index) => addedRow(index, particular)),
  ];
  const byId = new Map(rows.map((row) => [String(row.stockNo), row]));
  let truth: Truth;
  beforeAll(async () => {
    await add(on(), rows.slice(SAMPLE));
    truth = await Truth.of(on().erp, rows);
  });
  afterAll(() => removeAdded(on()));

  const idsOf = async (where: Expression, scope: ErpScope = FULL_SCOPE) => {
    const query = new ScopedQueries(on().sql).rows(scope, { where }).select(columnOf('row_id').as('id'));
    const ids = (await on().read(query)).map(({ id }) => id ?? '');
    return ids.filter((id) => byId.has(id)).sort();
  };
  const placeOf = (column: InventoryColumn, text: string) =>
    truth.placeOf(ORDERED[column as keyof typeof ORDERED], text) ?? 0;
  const expected = (where: Expression) =>
    rows
      .filter((row) => evaluate(where, row, placeOf) === true)
      .map(({ stockNo }) => String(stockNo))
      .sort();

  test('a name of another customer in it does not widen the scope', async () => {
    const scope: ErpScope = { all: false, names: new Set(['Acme Beverages']) };
    const other = { column: 'customer_name', operator: 'ne', value: 'Acme Beverages' } as const;
    const own = rows.filter((row) => row.ownerName === 'Acme Beverages').map((row) => String(row.stockNo));
    expect(own.length).toBeLessThan(rows.length);
    for (const everything of [{ all: [] }, { any: [other, { all: [] }] }, { not: { any: [] } }])
      expect(await idsOf(everything, scope)).toEqual(own.sort());
    expect(await idsOf({ any: [other, { not: { all: [] } }] }, scope)).toEqual([]);
  });

  test('whatever it is, it finds the rows for which it is true', async () => {
    await fc.assert(
      fc.asyncProperty(randomExpressions(rows), async (where) => {
        expect(await idsOf(where)).toEqual(expected(where));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
}
