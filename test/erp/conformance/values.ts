import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { ColumnValue } from '../../../src/erp/erp.js';
import { columnOf } from '../../../src/erp/mapped-column.js';
import { scaled } from '../../support/inventory-oracle.js';
import { add, addedRow, removeAdded, type Stage } from './stage.js';
import type { Target } from './target.js';

const DECIMALS = [
  '0',
  '-0.0000000001',
  '9007199254740993',
  '1234567890123456.0123456789',
  '9999999999999999999999999999.9999999999',
  '-9999999999999999999999999999.9999999999',
];
const DATES = ['0001-01-01', '1582-10-10', '1969-12-31', '2024-02-29', '2026-03-29', '9999-12-31'];
const INSTANTS = [
  '0001-01-01T00:00:00.000',
  '1969-12-31T23:59:59.997',
  '2026-03-29T02:30:00.003',
  '2026-10-25T02:30:00.997',
  '9999-12-31T23:59:59.999',
];
const TEXTS = [
  '',
  ' ',
  'trailing blanks  ',
  '\tand\r\nlines ',
  "quotes ' '' \" ` and \\ \\\\",
  'Größe, Łódź, 柚子, שלום',
  '🍋 𝒳 👩‍👩‍👧',
  'é e\u0301 ﬁ Å A\u030a',
];

/** Whatever an ERP holds comes as it is stored, and what is given as a parameter is what was meant. */
export function valuesSuite({ can }: Target, on: () => Stage): void {
  const texts = can.nul ? [...TEXTS, 'NUL \0 inside, and at the end\0'] : TEXTS;
  const particulars: Partial<DemoStockRow>[] = [
    ...DECIMALS.map((qtyOnHand) => ({ qtyOnHand })),
    ...DATES.map((receivedDate) => ({ receivedDate })),
    ...INSTANTS.map((lastMoveUtc) => ({ lastMoveUtc })),
    ...texts.map((itemText) => ({ itemText })),
    { binCode: '' },
  ];
  const rows = particulars.map((particular, index) => addedRow(index, particular));
  const cases = rows.map((row, index) => [JSON.stringify(particulars[index]), row] as const);
  beforeAll(() => add(on(), rows));
  afterAll(() => removeAdded(on()));

  describe('a value comes as it is stored', () => {
    test.each(cases)('by the adapter: %s', async (_what, row) => {
      const { dialect } = on().sql;
      const printed = (['quantity_on_hand', 'received_on', 'last_moved_at'] as const).map((column) =>
        dialect.text(columnOf(column)).as(column),
      );
      const query = on()
        .sql.inventory()
        .select([columnOf('description').as('description'), columnOf('bin').as('bin'), ...printed])
        .where(sql<boolean>`${columnOf('row_id')} = ${row.stockNo}`);
      const [found] = await on().read(query);
      expect(found).toMatchObject({
        description: row.itemText,
        bin: row.binCode,
        received_on: row.receivedDate,
      });
      expect(scaled(found?.['quantity_on_hand'] ?? '')).toBe(scaled(row.qtyOnHand));
      expect(instantOf(found?.['last_moved_at'] ?? null)).toBe(instantOf(row.lastMoveUtc));
    });

    test.each(cases)('by the portal: %s', async (_what, row) => {
      const filter = { partNumber: { equals: row.itemCode } };
      const { data, errors } = await on().app.ask(InventoryDocument, { filter }, 'customer1');
      expect(errors).toEqual([]);
      expect(data?.inventory.nodes).toMatchObject([
        {
          id: String(row.stockNo),
          description: row.itemText,
          bin: row.binCode,
          quantityOnHand: row.qtyOnHand,
          quantityAvailable: row.qtyOnHand,
          receivedOn: row.receivedDate,
          lastMovedAt: row.lastMoveUtc === null ? null : `${row.lastMoveUtc}Z`,
        },
      ]);
    });
  });

  describe('a parameter is taken for what it is', () => {
    const hostile = ["'; drop table erp.stock --", '%_[^a-z]\\', '/* */ $1 @1 :x ? {d}', 'x'.repeat(5_000)];
    test.each([...texts, ...hostile])('text %j', async (text) => {
      const { db } = on().sql;
      expect(await on().read(db.selectNoFrom(sql`${text}`.as('given')))).toEqual([{ given: text }]);
    });

    test.each([0, 1, -1, 2_147_483_647, -2_147_483_648])('number %d', async (number) => {
      const { db, dialect } = on().sql;
      const query = db.selectNoFrom(dialect.text(sql`${number} + 0`).as('given'));
      expect(await on().read(query)).toEqual([{ given: String(number) }]);
    });

    test('null', async () => {
      const { db, dialect } = on().sql;
      expect(await on().read(db.selectNoFrom(dialect.text(sql`${null}`).as('given')))).toEqual([
        { given: null },
      ]);
    });
  });

  test('a value is compared as what its column is', async () => {
    const row = addedRow(900, {
      itemText: 'compared',
      binCode: 'A-1',
      qtyOnHand: '1234567890123456.0123456789',
      receivedDate: '2026-03-29',
      lastMoveUtc: '2026-03-29T02:30:00.003',
    });
    await add(on(), [row]);
    const values = {
      row_id: String(row.stockNo),
      customer_name: row.ownerName,
      part_number: row.itemCode,
      description: 'compared',
      warehouse: row.whse,
      bin: 'A-1',
      unit: row.uom,
      quantity_on_hand: row.qtyOnHand,
      received_on: '2026-03-29',
      last_moved_at: '2026-03-29 02:30:00.003',
    };
    for (const [column, value] of Object.entries(values)) {
      const query = on()
        .sql.inventory()
        .select(sql`count(*)`.as('n'))
        .where(sql<boolean>`${columnOf('row_id')} = ${row.stockNo}`)
        .where(
          sql<boolean>`${sql.ref(`inventory.${column}`)} = ${new ColumnValue(on().columns.get(column) ?? null, value)}`,
        );
      expect([column, await on().read(query)]).toEqual([column, [{ n: '1' }]]);
    }
  });
}

/** The same moment in the same words, however a server prints it. */
function instantOf(printed: string | null): string | null {
  return printed === null ? null : new Date(`${printed.replace(' ', 'T')}Z`).toISOString();
}
