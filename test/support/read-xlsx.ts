import { type CellObject, read, utils, type WorkSheet } from '@e965/xlsx';

/** A sheet as a program other than the writer reads it: texts, numbers, and null for cells that aren't there. */
interface ReadSheet {
  name: string;
  rows: (string | number | null)[][];
  /** The format that a cell shows its number in. @param reference such as B2 */
  formatOf(reference: string): string | undefined;
  filter: string | undefined;
  /** The XML of the sheet. */
  xml: string;
}

/** Reads a workbook with a library that had no part in writing it. @throws Error if the file isn't complete */
export function readXlsx(bytes: Buffer) {
  const book = read(bytes, { cellNF: true, bookFiles: true });
  const files = (book as unknown as { files: Record<string, { content: Uint8Array }> }).files;
  const xml = (path: string) => Buffer.from(files[path]?.content ?? []).toString();
  const sheets = book.SheetNames.map((name, index): ReadSheet => {
    const sheet = book.Sheets[name] as WorkSheet;
    return {
      name,
      rows: rowsOf(sheet),
      formatOf: (reference) => sheet[reference]?.z,
      filter: sheet['!autofilter']?.ref,
      xml: xml(`xl/worksheets/sheet${index + 1}.xml`),
    };
  });
  return { sheets, styles: xml('xl/styles.xml'), names: book.Workbook?.Names ?? [] };
}

function rowsOf(sheet: WorkSheet): ReadSheet['rows'] {
  const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1');
  return Array.from({ length: end.r + 1 }, (_, r) =>
    Array.from({ length: end.c + 1 }, (_, c) => readCell(sheet[utils.encode_cell({ r, c })])),
  );
}

function readCell(cell: CellObject | undefined): string | number | null {
  if (!cell) return null;
  if (cell.f !== undefined) throw new Error(`a formula: ${cell.f}`);
  if (typeof cell.v === 'string' || typeof cell.v === 'number') return cell.v;
  throw new Error(`a cell of the type ${cell.t}`);
}
