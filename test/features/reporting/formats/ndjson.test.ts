import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../../src/features/reporting/formats/export-formats.js';
import type { CellType, Row } from '../../../../src/features/reporting/formats/table.js';
import { bytesOf, tableOf } from '../../../support/export-tables.js';

async function ndjson(columns: Record<string, CellType>, rows: Row[]) {
  return (await bytesOf(EXPORT_FORMATS.NDJSON.write(tableOf(columns, rows)))).toString();
}

describe('NDJSON', () => {
  test('decimals are strings and integers are numbers, digit for digit', async () => {
    const decimal = '-1234567890123456789012345678.0123456789';
    const written = await ndjson({ a: 'decimal', b: 'integer', c: 'decimal' }, [
      [decimal, '-9223372036854775808', '0.1'],
      [null, null, null],
    ]);
    expect(written).toBe(
      `{"a":"${decimal}","b":-9223372036854775808,"c":"0.1"}\n{"a":null,"b":null,"c":null}\n`,
    );
  });

  test('any text comes back, on one line for each row', async () => {
    const texts = ['明治', '😀', 'שלום', '"\\', 'a\r\nb\u2028c', '\u0000\u001f', '', ' ', '=1+1'];
    const written = await ndjson(
      { text: 'text' },
      texts.map((text) => [text]),
    );
    const lines = written.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(texts);
  });

  test('a value that is no integer keeps the line valid', async () => {
    const written = await ndjson({ n: 'integer' }, [['007'], ['1}{'], ['-0']]);
    expect(written).toBe('{"n":"007"}\n{"n":"1}{"}\n{"n":"-0"}\n');
  });

  test('half a character becomes the replacement character', async () => {
    expect(await ndjson({ a: 'text' }, [['x\udc00y😀']])).toBe('{"a":"x\ufffdy😀"}\n');
  });

  test('a table without rows is an empty file', async () => {
    expect(await ndjson({ a: 'text' }, [])).toBe('');
  });
});
