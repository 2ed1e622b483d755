import { wellFormed } from '../../../shared/well-formed.js';
import { rowSlices } from './row-slices.js';
import type { Cell, CellType, Table } from './table.js';

const JSON_INTEGER = /^(0|-?[1-9]\d*)$/;

/**
 * Writes a table as NDJSON: a JSON object with the columns' names on each line. Decimals are strings, so that no reader
 * rounds them, and integers are numbers.
 */
export async function* writeNdjson({ columns, batches }: Table): AsyncGenerator<Uint8Array, void> {
  const members = columns.map(({ name, type }) => ({ key: JSON.stringify(name), type }));
  for await (const rows of rowSlices(batches)) {
    const lines = rows.map((row) => {
      const values = members.map(({ key, type }, index) => `${key}:${json(row[index] ?? null, type)}`);
      return `{${values.join(',')}}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}

function json(cell: Cell, type: CellType): string {
  if (cell === null) return 'null';
  return type === 'integer' && JSON_INTEGER.test(cell) ? cell : JSON.stringify(wellFormed(cell));
}
