import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { columnOf, type InventoryColumn } from '../../../src/erp/mapped-column.js';
import type { Expression } from '../../../src/features/inventory/expression/inventory.expression.js';
import { ScopedQueries } from '../../../src/features/inventory/scoped-inventory.js';
import { parseFilter } from '../../../src/features/reporting/odata/filter.js';
import { INVENTORY } from '../../../src/features/reporting/odata/model.js';
import { type ErpScope, FULL_SCOPE } from '../../../src/shared/auth.js';
import { evaluate } from '../../support/expression-oracle.js';
import { printFilter } from '../../support/print-odata.js';
import { randomExpressions } from '../../support/random-expressions.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import type { Target } from './target.js';
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
export function expressionsSuite({ name }: Target, on: () => Stage): void {
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

  test('values that look like SQL find what they name', async () => {
    for (const { itemCode = '' } of SPECIAL.slice(0, 7)) {
      const text = itemCode.replaceAll("'", "''");
      for (const filter of [`PartNumber eq '${text}'`, `endswith(PartNumber,'${text}')`]) {
        const where = parseFilter(filter, INVENTORY);
        expect([filter, await idsOf(where)]).toEqual([filter, expected(where)]);
        expect(expected(where)).toHaveLength(1);
      }
    }
  });

  test('a value that no column can hold finds nothing, and is no error', async () => {
    const nothing = [
      ...[
        "Id eq '99999999999999999999'",
        "Id in ('x','1; drop table x','007')",
        `Bin eq '${'x'.repeat(1_000)}'`,
      ],
      ...[
        'QuantityOnHand eq 0.00000000000000000000000000000000000001',
        `LastMovedAt gt 9999-12-31T23:59:59.9999999Z`,
      ],
      ...['LastMovedAt lt 0001-01-01T00:00:00Z', "tolower(PartNumber) eq 'ABC'", 'ExpiresOn gt 9999-12-31'],
    ];
    for (const filter of nothing)
      expect([filter, await idsOf(parseFilter(filter, INVENTORY))]).toEqual([filter, []]);
  });

  test('whatever it is, written as a filter of OData, it finds the rows for which it is true', async () => {
    await fc.assert(
      fc.asyncProperty(randomExpressions(rows), async (where) => {
        expect(await idsOf(parseFilter(printFilter(where), INVENTORY))).toEqual(expected(where));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test.runIf(name === 'a PostgreSQL server')(
    'a value that cannot be shown is found as what is shown',
    async () => {
      await on().run('alter table erp.stock alter column last_move_utc type timestamp');
      const common = "'Acme Beverages', 'ODD', 'ODD1', 'EA'";
      await on().run(
        `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated, received_date, last_move_utc)
       values (2900001, ${common}, 'NaN', 0, 'infinity', '-infinity'),
              (2900002, ${common}, 5, 0, '2026-01-01', '2026-01-01 00:00:00.123456')`,
      );
      const found = async (filter: string) => {
        const where = parseFilter(`Warehouse eq 'ODD1' and (${filter})`, INVENTORY);
        const query = new ScopedQueries(on().sql)
          .rows(FULL_SCOPE, { where })
          .select(columnOf('row_id').as('id'));
        return (await on().read(query)).map(({ id }) => (id === '2900001' ? 'odd' : 'usual'));
      };
      for (const filter of [
        ...[
          'QuantityOnHand eq 0',
          'QuantityAvailable lt 1',
          'not (QuantityOnHand gt 4)',
          'ReceivedOn eq null',
        ],
        ...[
          'not (ReceivedOn gt 2025-01-01)',
          'LastMovedAt eq null',
          'not (LastMovedAt lt 2030-01-01T00:00Z)',
        ],
      ])
        expect([filter, await found(filter)]).toEqual([filter, ['odd']]);
      for (const filter of [
        ...[
          'QuantityOnHand ne 0',
          'ReceivedOn gt 2025-01-01',
          'ReceivedOn lt 2027-01-01',
          'LastMovedAt ne null',
        ],
        ...['LastMovedAt eq 2026-01-01T00:00:00.123Z', 'LastMovedAt le 2026-01-01T00:00:00.123Z'],
        ...['LastMovedAt lt 2026-01-01T00:00:00.1230001Z', 'LastMovedAt ge 2026-01-01T00:00:00.123Z'],
      ])
        expect([filter, await found(filter)]).toEqual([filter, ['usual']]);
      for (const filter of [
        ...['LastMovedAt gt 2026-01-01T00:00:00.123Z', 'LastMovedAt eq 2026-01-01T00:00:00.123456Z'],
        ...['LastMovedAt lt 2026-01-01T00:00:00.123Z', 'LastMovedAt ge 2026-01-01T00:00:00.124Z'],
      ])
        expect([filter, await found(filter)]).toEqual([filter, []]);
      await removeAdded(on());
      await on().run('alter table erp.stock alter column last_move_utc type timestamp(3)');
    },
  );
}
