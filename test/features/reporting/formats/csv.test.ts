import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../../src/features/reporting/formats/export-formats.js';
import type { CellType, Row } from '../../../../src/features/reporting/formats/table.js';
import { CSV_SEPARATORS, type CsvOptions } from '../../../../src/features/reporting/formats/write-csv.js';
import { bytesOf, tableOf } from '../../../support/export-tables.js';

async function csv(columns: Record<string, CellType>, rows: Row[], options?: Partial<CsvOptions>) {
  return (await bytesOf(EXPORT_FORMATS.CSV.write(tableOf(columns, rows), options))).toString();
}

const TEXTS = [
  '明治',
  '😀',
  'שלום',
  'a "b" c',
  'x,y;z\tw|v',
  'two\nlines',
  'two\r\nlines',
  ' blanks ',
  '_x0041_',
  "it's",
];

describe('CSV', () => {
  test.each(CSV_SEPARATORS)('any text comes back with the separator %j', async (separator) => {
    const written = await csv(
      { text: 'text', more: 'text' },
      TEXTS.map((text) => [text, 'x']),
      { separator },
    );
    const read = parse(written, { delimiter: separator, record_delimiter: '\r\n' });
    expect(read).toEqual([['text', 'more'], ...TEXTS.map((text) => [text, 'x'])]);
  });

  test('null and an empty text are different', async () => {
    expect(await csv({ a: 'text', b: 'text', c: 'date' }, [[null, '', null]])).toBe('a,b,c\r\n,"",\r\n');
  });

  test('a text that a spreadsheet program would run as a formula gets an apostrophe', async () => {
    const attacks = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1+1',
      '=HYPERLINK("http://a.example","b")',
    ];
    const read: string[][] = parse(
      await csv(
        { text: 'text' },
        attacks.map((text) => [text]),
      ),
      { from: 2 },
    );
    expect(read.map(([text]) => text)).toEqual(attacks.map((text) => `'${text}`));
  });

  test('a formula in a column of numbers or dates gets one too', async () => {
    const written = await csv({ n: 'decimal', i: 'integer', d: 'date' }, [['=1+1', '-1-1', '@A1']]);
    expect(written).toBe("n,i,d\r\n'=1+1,'-1-1,'@A1\r\n");
  });

  test('numbers, dates and instants are written as they are', async () => {
    const row = [
      '-5',
      '-12345678901234567890123456789.1234567891',
      '-7',
      '0001-01-01',
      '9999-12-31T23:59:59.999Z',
    ];
    const written = await csv({ a: 'decimal', b: 'decimal', c: 'integer', d: 'date', e: 'instant' }, [row]);
    expect(written).toBe(`a,b,c,d,e\r\n${row.join(',')}\r\n`);
  });

  test('the byte order mark is written only on request', async () => {
    expect(await csv({ a: 'text' }, [['é']], { bom: true })).toBe('\ufeffa\r\né\r\n');
    expect(await csv({ a: 'text' }, [['é']])).toBe('a\r\né\r\n');
  });

  test('a table without rows has its header', async () => {
    expect(await csv({ a: 'text', b: 'text' }, [], { separator: ';' })).toBe('a;b\r\n');
  });

  test('half a character becomes the replacement character', async () => {
    expect(await csv({ a: 'text' }, [['x\ud800y']])).toBe('a\r\nx\ufffdy\r\n');
  });
});
