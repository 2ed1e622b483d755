import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { RowReader } from '../row-reader.js';
import type { Table } from '../table.js';
import { TEXT_MAX } from './cell-xml.js';
import { ABOUT, sheetName } from './sheet-name.js';
import { aboutSheetXml, filteredCells, rowSheetXml } from './sheet-xml.js';
import { type Sheet, sheetPath, workbookParts } from './workbook-xml.js';

/** The rows that a sheet of Excel holds below its header. */
const SHEET_ROWS = 1_048_575;
/** The same for all files, as Excel writes it: when a file was made is on its sheet "About". */
const ENTRY = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** A package while it is written. */
interface Draft {
  zip: ZipFile;
  output: PassThrough;
  reader: RowReader;
  /** The sheet that is being written. */
  open?: Readable;
}

/**
 * Writes a table as a workbook (ECMA-376). A table with more rows than a sheet can hold is continued on another sheet.
 * If the rows can't be read, the package has no directory, and no program opens it.
 */
export async function* writeXlsx(table: Table, sheetRows = SHEET_ROWS): AsyncGenerator<Uint8Array, void> {
  const reader = new RowReader(table.batches);
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const draft: Draft = { zip, output, reader };
  try {
    // No byte is written before the first rows are read.
    await reader.hasMore();
    const fail = (error: Error) => output.destroy(error);
    zip.on('error', fail);
    fill(draft, table, sheetRows).catch(fail);
    yield* output;
  } finally {
    output.destroy();
    draft.open?.destroy();
    await reader.close();
  }
}

async function fill(draft: Draft, table: Table, sheetRows: number): Promise<void> {
  const { zip, output, reader } = draft;
  const { columns, title } = table;
  const sheets: Sheet[] = [];
  let shortened = 0;
  do {
    const written = { rows: 0, shortened: 0 };
    const xml = rowSheetXml(columns, reader, { written, rowsMax: sheetRows });
    draft.open = Readable.from(xml, { objectMode: false });
    zip.addReadStream(draft.open, sheetPath(sheets.length), ENTRY);
    await finished(draft.open);
    sheets.push({ name: sheetName(title, sheets.length), filtered: filteredCells(columns, written.rows) });
    shortened += written.shortened;
  } while (await reader.hasMore());
  // Nobody wants the rest any more.
  if (output.destroyed) return;
  const about = aboutSheetXml([...table.about(), ...shortenedLine(shortened)]);
  zip.addBuffer(Buffer.from(about), sheetPath(sheets.length), ENTRY);
  sheets.push({ name: ABOUT, filtered: null });
  for (const [path, xml] of Object.entries(workbookParts(sheets)))
    zip.addBuffer(Buffer.from(xml), path, ENTRY);
  zip.end();
}

function shortenedLine(count: number): [string, string][] {
  if (count === 0) return [];
  return [
    [
      'Shortened texts',
      `${count}, with more than the ${TEXT_MAX} characters that a cell can hold; they end in …`,
    ],
  ];
}
