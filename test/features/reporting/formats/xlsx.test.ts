import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellType, Row, Table } from '../../../../src/features/reporting/formats/table.js';
import { writeXlsx } from '../../../../src/features/reporting/formats/xlsx/write-xlsx.js';
import { bytesOf, tableOf } from '../../../support/export-tables.js';
import { readXlsx } from '../../../support/read-xlsx.js';

const xlsx = async (table: Table, sheetRows?: number) => readXlsx(await bytesOf(writeXlsx(table, sheetRows)));

/** The first sheet of a table with one column. */
async function columnSheet(type: CellType, cells: readonly (string | null)[]) {
  const { sheets, styles } = await xlsx(
    tableOf(
      { column: type },
      cells.map((cell) => [cell]),
    ),
  );
  const sheet = sheets[0];
  if (!sheet) throw new Error('no sheet');
  return { ...sheet, styles, values: sheet.rows.slice(1).map(([value]) => value) };
}

const numbered = (count: number): Row[] => Array.from({ length: count }, (_, n) => [String(n)]);

describe('XLSX', () => {
  test('a decimal is a number where Excel keeps all its digits, and a text elsewhere', async () => {
    const numbers = [
      '0',
      '-5',
      '0.1',
      '12.5',
      '123456789012345',
      '-0.123456789012345',
      '0.0000000001',
      '1000000000000000000',
    ];
    const texts = [
      '1234567890123456',
      '0.1234567890123456',
      `-${'9'.repeat(28)}.${'9'.repeat(10)}`,
      'NaN',
      '1e5',
      '',
    ];
    expect((await columnSheet('decimal', numbers)).values).toEqual(numbers.map(Number));
    expect((await columnSheet('decimal', texts)).values).toEqual(texts);
    expect((await columnSheet('integer', ['7', '12345678901234567'])).values).toEqual([
      7,
      '12345678901234567',
    ]);
  });

  test('no digit of any decimal is lost', async () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });
    const any = fc
      .tuple(digits, digits)
      .map(([whole, fraction]) => new Big(`${whole}.${fraction}`).toFixed());
    const decimals = fc.sample(any, 300);
    const { values } = await columnSheet('decimal', decimals);
    expect(values.map((value) => (typeof value === 'number' ? new Big(value).toFixed() : value))).toEqual(
      decimals,
    );
  });

  test('dates and instants are dates of Excel, in UTC, and texts where Excel has none', async () => {
    const dates = await columnSheet('date', [
      '1900-03-01',
      '9999-12-31',
      '1900-02-28',
      '1899-12-31',
      '0001-01-01',
      '2026-02-30',
    ]);
    expect(dates.values).toEqual([61, 2_958_465, '1900-02-28', '1899-12-31', '0001-01-01', '2026-02-30']);
    expect(dates.formatOf('A2')).toBe('yyyy\\-mm\\-dd');
    const noon = 46_356.5;
    const instants = await columnSheet('instant', [
      ...[
        '2026-11-30T12:00:00Z',
        '2026-11-30T12:00:00.123Z',
        '1900-02-28T23:59:59Z',
        '2026-11-30T12:00:00.1234Z',
      ],
    ]);
    expect(instants.values).toEqual([
      ...[noon, noon + 123 / 86_400_000, '1900-02-28T23:59:59Z', '2026-11-30T12:00:00.1234Z'],
    ]);
    expect(instants.formatOf('A3')).toBe('yyyy\\-mm\\-dd\\ hh:mm:ss.000');
  });

  test('any text comes back, and null is no empty text', async () => {
    const texts = [
      '明治',
      '😀',
      'שלום',
      '_x0041_',
      '_x005F_x0041_',
      '_x00e9_x',
      '\u0000\u0001\u001f\u007f',
      '<a>&"\'',
      ' x ',
      'a\tb\nc',
    ];
    const cells = [...texts, '\ufffe\uffff', '', null, 'z'];
    expect((await columnSheet('text', cells)).values).toEqual(cells);
    expect((await columnSheet('text', ['a\ud800b\udc00'])).values).toEqual(['a\ufffdb\ufffd']);
    // The reader drops carriage returns of its own.
    expect((await columnSheet('text', ['a\r\nb'])).xml).toContain('>a_x000D_\nb<');
  });

  test('a text that looks like a formula is none, not even after it was edited', async () => {
    const attacks = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://a.example")'];
    const { xml, styles } = await columnSheet('text', [...attacks, 'harmless']);
    expect(xml).not.toContain('<f');
    const styleOf = [...xml.matchAll(/<c r="A\d+" s="(\d+)" t="inlineStr">/g)].map(([, style]) =>
      Number(style),
    );
    const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
    const isPrefixed = styleOf.map((style) => formats[style]?.[0].includes('quotePrefix="1"'));
    expect(isPrefixed).toEqual([false, ...attacks.map(() => true), false]);
    expect((await columnSheet('decimal', ['=1+1'])).values).toEqual(['=1+1']);
  });

  test('the header is frozen and can filter; columns have their widths', async () => {
    const table = tableOf({ a: 'text', b: 'decimal', c: 'date' }, [
      ['x', '1', null],
      ['y', '2', null],
    ]);
    const columns = table.columns.map((column, index) => ({ ...column, width: [30, 9, 1_000][index] }));
    const { sheets, names } = await xlsx({ ...table, columns });
    expect(sheets[0]?.rows[0]).toEqual(['Title of a', 'Title of b', 'Title of c']);
    expect(sheets[0]?.filter).toBe('A1:C3');
    expect(names).toMatchObject([{ Name: '_xlnm._FilterDatabase', Sheet: 0, Ref: "'Inventory'!$A$1:$C$3" }]);
    expect(sheets[0]?.xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect([...(sheets[0]?.xml ?? '').matchAll(/ width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '30',
      '9',
      '255',
    ]);
  });

  test.each([
    [0, [0]],
    [3, [3]],
    [4, [3, 1]],
    [9, [3, 3, 3]],
  ])('%i rows, of which a sheet holds 3, lose none', async (count, perSheet) => {
    const { sheets } = await xlsx(tableOf({ n: 'integer' }, numbered(count)), 3);
    const names = ['Inventory', 'Inventory 2', 'Inventory 3'].slice(0, perSheet.length);
    expect(sheets.map(({ name }) => name)).toEqual([...names, 'About']);
    const data = sheets.slice(0, -1);
    expect(data.map(({ rows }) => rows.length - 1)).toEqual(perSheet);
    expect(data.map(({ rows }) => rows[0])).toEqual(perSheet.map(() => ['Title of n']));
    expect(data.map(({ filter }) => filter)).toEqual(perSheet.map((rows) => `A1:A${rows + 1}`));
    expect(data.flatMap(({ rows }) => rows.slice(1))).toEqual(numbered(count).map(([n]) => [Number(n)]));
  });

  test('the last sheet says what the file is, once all rows were read', async () => {
    let read = 0;
    const batches = (async function* () {
      for (const rows of [numbered(2), numbered(3)]) {
        read += rows.length;
        yield rows;
      }
    })();
    const about = () =>
      [
        ['Rows', String(read)],
        ['Filter', '=1+1'],
      ] as const;
    const { sheets } = await xlsx({ ...tableOf({ n: 'integer' }, []), batches, about });
    expect(sheets.at(-1)).toMatchObject({
      name: 'About',
      rows: [
        ['Rows', '5'],
        ['Filter', '=1+1'],
      ],
    });
  });

  test('a text longer than a cell is cut visibly, at a whole character', async () => {
    const { sheets } = await xlsx(
      tableOf({ a: 'text' }, [['x'.repeat(32_767)], ['x'.repeat(32_768)], [`${'x'.repeat(32_765)}😀y`]]),
    );
    expect(sheets[0]?.rows.slice(1).flat()).toEqual([
      'x'.repeat(32_767),
      `${'x'.repeat(32_766)}…`,
      `${'x'.repeat(32_765)}…`,
    ]);
    expect(sheets[1]?.rows[1]).toEqual([
      'Shortened texts',
      expect.stringMatching(/^2, with more than the 32767/),
    ]);
  });

  test.each([
    ['Stock: [A/B] *?\\', 'Stock   A B'],
    ["O'Neill & <Sons>", 'O Neill & <Sons>'],
    ['about', 'Table'],
    ['', 'Table'],
    ['😀'.repeat(20), '😀'.repeat(13)],
  ])('Excel accepts the name of the sheet of %j', async (title, name) => {
    expect((await xlsx({ ...tableOf({ a: 'text' }, []), title })).sheets[0]?.name).toBe(name);
  });

  test('columns after the 26th have the right letters', async () => {
    const columns = Object.fromEntries(Array.from({ length: 704 }, (_, n) => [`c${n}`, 'integer' as const]));
    const row = Array.from({ length: 704 }, (_, n) => String(n));
    const { sheets } = await xlsx(tableOf(columns, [row]));
    expect([sheets[0]?.filter, sheets[0]?.rows[1]]).toEqual(['A1:AAB2', row.map(Number)]);
  });
});

const hasOpenpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;

test.skipIf(!hasOpenpyxl)('Python reads the same values', async () => {
  const table = tableOf({ t: 'text', d: 'decimal', at: 'instant' }, [
    ['=1+1', '-12.5', '2026-11-30T10:15:00.123Z'],
    ['明治 😀', '1234567890123456', null],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'portico-xlsx-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), await bytesOf(writeXlsx(table)));
    const program =
      'import json, openpyxl; b = openpyxl.load_workbook("a.xlsx"); s = b.worksheets[0]; print(json.dumps([b.sheetnames, s.freeze_panes, s.auto_filter.ref, s["A2"].data_type, s["A2"].quotePrefix, *[[c if not hasattr(c, "isoformat") else c.isoformat() for c in r] for r in s.values]]))';
    expect(JSON.parse(execFileSync('python3', ['-c', program], { cwd: folder }).toString())).toEqual([
      ...[['Inventory', 'About'], 'A2', 'A1:C3', 's', true],
      ['Title of t', 'Title of d', 'Title of at'],
      ['=1+1', -12.5, '2026-11-30T10:15:00.123000'],
      ['明治 😀', '1234567890123456', null],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
