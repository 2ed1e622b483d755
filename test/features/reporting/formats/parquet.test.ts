import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeParquet } from '../../../../src/features/reporting/formats/parquet/write-parquet.js';
import type { CellType, Row } from '../../../../src/features/reporting/formats/table.js';
import { bytesOf, tableOf } from '../../../support/export-tables.js';
import { readParquet } from '../../../support/read-parquet.js';

async function parquet(columns: Record<string, CellType>, rows: Row[], groupRows?: number) {
  return readParquet(await bytesOf(writeParquet(tableOf(columns, rows), groupRows)));
}

/** The values of one column after they were written and read. */
async function readBack(type: CellType, cells: readonly (string | null)[], groupRows?: number) {
  const { column } = await parquet(
    { column: type },
    cells.map((cell) => [cell]),
    groupRows,
  );
  return column('column')?.values;
}

const scaled = (decimal: string) => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(10, '0'));
};

describe('Parquet', () => {
  test('other programs see the types of the columns', async () => {
    const types = { t: 'text', d: 'decimal', i: 'integer', day: 'date', at: 'instant' } as const;
    const { columns } = await parquet(types, [['x', '1', '1', '2026-11-30', '2026-11-30T10:15:00.123Z']]);
    expect(columns.map(({ type }) => type)).toEqual([
      ...['Utf8', 'Decimal[38e+10]', 'Int64', 'Date32<DAY>', 'Timestamp<MILLISECOND, UTC>'],
    ]);
  });

  test('decimals of up to 38 digits are exact', async () => {
    const nines = `${'9'.repeat(28)}.${'9'.repeat(10)}`;
    const known = [
      '0',
      '0.1',
      '-0.1',
      '-0.0000000001',
      '123456789012345',
      '1234567890.123456',
      nines,
      `-${nines}`,
    ];
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 28 });
    const any = fc
      .tuple(fc.boolean(), digits, digits)
      .map(([minus, a, b]) => `${minus ? '-' : ''}${a}.${b.slice(0, 10)}`);
    const decimals = [...known, ...fc.sample(any, 300)];
    expect(await readBack('decimal', decimals, 100)).toEqual(decimals.map(scaled));
  });

  test.each([
    ['decimal', '0.12345678901', 'at most 28 digits before the point and 10 after it'],
    ['decimal', `${'1'.repeat(29)}`, 'at most 28 digits'],
    ['decimal', 'NaN', 'a decimal'],
    ['integer', '9223372036854775808', 'an integer of 64 bits'],
    ['integer', '1.5', 'an integer of 64 bits'],
    ['date', '2026-02-30', 'a date that exists'],
    ['instant', '2026-11-30T10:15:00.1234Z', 'milliseconds'],
    ['instant', '2026-11-30T10:15:00+01:00', 'in UTC'],
  ] as const)(
    'a value that can not be stored exactly is refused, not rounded: %s %s',
    async (type, cell, wanted) => {
      const error = await parquet({ stock: type }, [[null], [cell]]).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { fields: [{ path: 'format' }] } });
      expect(error.message).toContain(`stock of row 2 exactly: found "${cell}"`);
      expect(error.message).toContain(wanted);
    },
  );

  test('integers, dates and instants come back from their first to their last', async () => {
    const integers = ['-9223372036854775808', '0', '9223372036854775807'];
    expect(await readBack('integer', integers)).toEqual(integers.map(BigInt));
    const dates = ['0001-01-01', '1899-12-31', '1900-02-28', '1969-12-31', '9999-12-31'];
    expect(await readBack('date', dates)).toEqual(dates.map((date) => Date.parse(date)));
    const instants = ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'];
    expect(await readBack('instant', instants)).toEqual(instants.map((instant) => Date.parse(instant)));
  });

  test('any text comes back, and null is no empty text', async () => {
    const texts = ['明治', '😀', 'שלום', '', null, ' x ', '\u0000\r\n', '=1+1', 'x'.repeat(100_000)];
    expect(await readBack('text', texts)).toEqual(texts);
    expect(await readBack('text', ['a\ud800b'])).toEqual(['a\ufffdb']);
  });

  test('columns without a value, and with one value only, come back in each group of rows', async () => {
    const rows = Array.from({ length: 1_001 }, (_, n) => [null, 'same', String(n), null]);
    const read = await parquet({ none: 'text', one: 'text', n: 'decimal', day: 'date' }, rows, 250);
    expect(read.rowCount).toBe(1_001);
    expect(read.columns.map(({ values }) => [values[0], values[500], values[1_000]])).toEqual([
      ...[
        [null, null, null],
        ['same', 'same', 'same'],
      ],
      ...[
        [0n, scaled('500'), scaled('1000')],
        [null, null, null],
      ],
    ]);
  });

  test('a table without rows has its columns', async () => {
    const { rowCount, columns } = await parquet({ a: 'text', b: 'decimal' }, []);
    expect([rowCount, columns.map(({ name }) => name)]).toEqual([0, ['a', 'b']]);
  });
});
