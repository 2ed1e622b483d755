// Compares an exported file with the rows of bench/exports.mjs, cell by cell: compare.mjs <format> <file> <rows>
// None of the readers had a part in writing the file.
import { deepStrictEqual } from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expectedRow } from './rows.mjs';

const [format, file, rows] = process.argv.slice(2);
const QUANTITIES = ['quantityOnHand', 'quantityAllocated', 'quantityAvailable'];
const DAY_MS = 86_400_000;
/** What Excel counts at 1970-01-01. */
const EXCEL_EPOCH = 25_569;

async function* ndjsonRows() {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line);
}

/** CSV marks a text that looks like a formula, and has no difference between nothing and null. */
async function* csvRows() {
  const { parse } = await import('csv-parse');
  for await (const row of createReadStream(file).pipe(parse({ columns: true }))) {
    for (const [name, value] of Object.entries(row)) {
      if (value === '') row[name] = null;
      else if (/^'[=+\-@]/.test(value)) row[name] = value.slice(1);
    }
    yield row;
  }
}

async function* xlsxRows() {
  const { read } = await import('@e965/xlsx');
  const book = read(readFileSync(file), { dense: true, sheets: 0 });
  const names = Object.keys(expectedRow(0));
  const cells = book.Sheets[book.SheetNames[0]]['!data'];
  for (const row of cells.slice(1)) {
    yield Object.fromEntries(names.map((name, index) => [name, fromExcel(name, row[index]?.v ?? null)]));
  }
}

function fromExcel(name, value) {
  if (typeof value !== 'number') return value;
  if (QUANTITIES.includes(name)) return String(value);
  const iso = new Date(Math.round((value - EXCEL_EPOCH) * DAY_MS)).toISOString();
  return name === 'lastMovedAt' ? iso : iso.slice(0, 10);
}

async function* parquetRows() {
  const { DataType, tableFromIPC } = await import('apache-arrow');
  const { readParquet } = await import('parquet-wasm');
  const table = tableFromIPC(readParquet(new Uint8Array(readFileSync(file))).intoIPCStream());
  const columns = table.schema.fields.map(({ name, type }) => {
    const vector = table.getChild(name);
    return [name, (n) => fromParquet(vector.get(n), type, DataType)];
  });
  for (let n = 0; n < table.numRows; n += 1)
    yield Object.fromEntries(columns.map(([name, valueAt]) => [name, valueAt(n)]));
}

function fromParquet(value, type, DataType) {
  if (value === null || typeof value === 'string') return value;
  if (DataType.isDecimal(type)) return fromScaled(value);
  const iso = new Date(Number(value)).toISOString();
  return DataType.isDate(type) ? iso.slice(0, 10) : iso;
}

/** A decimal with ten places, in four words of 32 bits, the lowest first. None of the rows is negative. */
function fromScaled(words) {
  const digits = [...words]
    .reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n)
    .toString()
    .padStart(11, '0');
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '');
}

const READERS = { NDJSON: ndjsonRows, CSV: csvRows, XLSX: xlsxRows, PARQUET: parquetRows };
let n = 0;
for await (const row of READERS[format]()) {
  deepStrictEqual({ ...row }, expectedRow(n), `row ${n} differs`);
  n += 1;
}
deepStrictEqual(n, Number(rows), 'the number of rows');
process.stdout.write(
  `read back: ${n} rows, ${n * Object.keys(expectedRow(0)).length} cells, all as in the ERP\n`,
);
