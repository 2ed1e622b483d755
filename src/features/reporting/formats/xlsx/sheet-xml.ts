import type { RowReader } from '../row-reader.js';
import type { CellType, Row, Table, TableColumn } from '../table.js';
import { cellXml, columnLetters, TEXT_MAX, textXml } from './cell-xml.js';
import { STYLES } from './workbook-xml.js';

const OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const FROZEN_HEADER =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>';

const WIDTHS: Readonly<Record<CellType, number>> = {
  text: 20,
  decimal: 14,
  integer: 12,
  date: 12,
  instant: 24,
};
const WIDTH_MAX = 255;

/** What became of the rows of a table. */
export interface WrittenRows {
  rows: number;
  /** Texts that were longer than a cell can be. */
  shortened: number;
}

/** The cells of a table with so many rows, header included, such as $A$1:$N$9. */
export const filteredCells = (columns: readonly TableColumn[], rows: number) =>
  `$A$1:$${columnLetters(columns.length - 1)}$${rows + 1}`;

/**
 * A sheet with a header and the next rows of a table, at most as many as fit, a few rows at a time.
 *
 * @param written counts the rows
 */
export async function* rowSheetXml(
  columns: Table['columns'],
  reader: RowReader,
  { written, rowsMax }: { written: WrittenRows; rowsMax: number },
): AsyncGenerator<string, void> {
  const fields = columns.map(({ type }, index) => ({ type, letters: columnLetters(index) }));
  yield `${OPEN}${FROZEN_HEADER}${columnsXml(columns.map(({ width, type }) => width ?? WIDTHS[type]))}<sheetData>${headerXml(columns)}`;
  let rows = await reader.take(rowsMax);
  while (rows.length > 0) {
    yield rows.map((row, index) => rowXml(fields, row, written.rows + index + 2)).join('');
    written.rows += rows.length;
    written.shortened += rows.reduce((count, row) => count + longTexts(row), 0);
    rows = await reader.take(rowsMax - written.rows);
  }
  const filtered = filteredCells(columns, written.rows).replaceAll('$', '');
  yield `</sheetData><autoFilter ref="${filtered}"/></worksheet>`;
}

/** A sheet with labels and values. */
export function aboutSheetXml(lines: ReturnType<Table['about']>): string {
  const rows = lines.map(([label, value], index) => {
    const row = index + 1;
    const labelXml = textXml({ reference: `A${row}`, style: STYLES.header }, label);
    return `<row r="${row}">${labelXml}${cellXml(`B${row}`, 'text', value)}</row>`;
  });
  return `${OPEN}${columnsXml([28, 80])}<sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function columnsXml(widths: readonly number[]): string {
  const list = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(width, WIDTH_MAX)}" customWidth="1"/>`,
  );
  return `<cols>${list.join('')}</cols>`;
}

function headerXml(columns: readonly TableColumn[]): string {
  const cells = columns.map(({ title }, index) =>
    textXml({ reference: `${columnLetters(index)}1`, style: STYLES.header }, title),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function rowXml(fields: readonly { type: CellType; letters: string }[], row: Row, number: number): string {
  const cells = fields.map(({ type, letters }, index) => {
    const cell = row[index] ?? null;
    return cell === null ? '' : cellXml(`${letters}${number}`, type, cell);
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

const longTexts = (row: Row) => row.filter((cell) => cell !== null && cell.length > TEXT_MAX).length;
