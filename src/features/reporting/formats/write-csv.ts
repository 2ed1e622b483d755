import { isNumber, startsLikeFormula } from './cell-values.js';
import { rowSlices } from './row-slices.js';
import type { Cell, CellType, Table } from './table.js';

/** What may separate the cells of a line. */
export const CSV_SEPARATORS = [',', ';', '\t', '|'] as const;

/** How CSV is written. */
export interface CsvOptions {
  /** Whether the file begins with a byte order mark, by which Excel recognizes UTF-8. */
  bom: boolean;
  separator: (typeof CSV_SEPARATORS)[number];
}

/**
 * Writes a table as CSV (RFC 4180) with the columns' names in the first line. Null is nothing, and an empty text is "".
 * A text that a spreadsheet program could take for a formula gets an apostrophe in front.
 */
export async function* writeCsv(
  { columns, batches }: Table,
  { bom, separator }: CsvOptions,
): AsyncGenerator<Uint8Array, void> {
  const line = (cells: readonly string[]) => `${cells.join(separator)}\r\n`;
  let head = `${bom ? '\ufeff' : ''}${line(columns.map(({ name }) => field(name, 'text')))}`;
  for await (const rows of rowSlices(batches)) {
    const lines = rows.map((row) => line(columns.map(({ type }, index) => field(row[index] ?? null, type))));
    yield Buffer.from(head + lines.join(''));
    head = '';
  }
  if (head !== '') yield Buffer.from(head);
}

/** Quotes what any of the separators, or blanks that readers may trim, would change. */
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$|^$/;

function field(cell: Cell, type: CellType): string {
  if (cell === null) return '';
  const isQuantity = type !== 'text' && isNumber(cell);
  const text = !isQuantity && startsLikeFormula(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
