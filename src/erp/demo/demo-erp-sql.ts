import type { ErpDialectName } from '../erp.js';
import { type DemoStockRow, demoStock } from './demo-stock.js';

interface Column {
  name: string;
  mssql: string;
  postgres: string;
  value(row: DemoStockRow): string | null;
  literal(row: DemoStockRow, dialect: ErpDialectName): string;
}

// SQL Server takes at most 1,000 rows per insert, and compiles smaller statements faster.
const ROWS_PER_INSERT = 500;
const COPY_CHUNK = 64 * 1024;

const COLUMNS: readonly Column[] = [
  {
    name: 'stock_no',
    mssql: 'int not null primary key',
    postgres: 'int primary key',
    value: (row) => String(row.stockNo),
    literal: (row) => String(row.stockNo),
  },
  unicodeColumn('owner_name', 'nvarchar(120) not null', (row) => row.ownerName),
  codeColumn('item_code', 'varchar(40) not null', (row) => row.itemCode),
  unicodeColumn('item_text', 'nvarchar(200)', (row) => row.itemText),
  codeColumn('whse', 'varchar(10) not null', (row) => row.whse),
  codeColumn('bin_code', 'varchar(20)', (row) => row.binCode),
  codeColumn('lot_no', 'varchar(30)', (row) => row.lotNo),
  codeColumn('hold_code', 'varchar(20)', (row) => row.holdCode),
  codeColumn('uom', 'varchar(10) not null', (row) => row.uom),
  quantityColumn('qty_on_hand', (row) => row.qtyOnHand),
  quantityColumn('qty_allocated', (row) => row.qtyAllocated),
  timeColumn('received_date', 'date', 'date', (row) => row.receivedDate),
  timeColumn('expiry_date', 'date', 'date', (row) => row.expiryDate),
  timeColumn('last_move_utc', 'datetime2(3)', 'timestamp(3)', (row) => row.lastMoveUtc),
];

const INDEXES = [
  ['stock_owner_item', 'owner_name, item_code, stock_no'],
  ['stock_item', 'item_code, stock_no'],
  ['stock_expiry', 'expiry_date, stock_no'],
] as const;

/**
 * Yields the statements, one at a time, that create the demo ERP's table in an empty database and fill it.
 *
 * Values are written into the statements as literals, which is safe only because all of them come from our
 * own generator (demo-stock.ts). Never do this with values from anywhere else: bind parameters instead.
 */
export function* demoErpScript(dialect: ErpDialectName): Generator<string> {
  yield* demoErpDefinition(dialect);
  yield* inserts(dialect);
  yield* demoErpIndexes();
}

/** Yields the statements that create the empty table. */
export function* demoErpDefinition(dialect: ErpDialectName): Generator<string> {
  // SQL Server requires create schema to be alone in its batch; exec gives it a batch of its own.
  yield dialect === 'mssql'
    ? "if schema_id('erp') is null exec('create schema erp')"
    : 'create schema if not exists erp';
  const definitions = COLUMNS.map((column) => `  ${column.name} ${column[dialect]}`);
  yield `create table erp.stock (\n${definitions.join(',\n')}\n)`;
}

/** Yields the statements that create its indexes. Run them last: building an index once is faster than row by row. */
export function* demoErpIndexes(): Generator<string> {
  for (const [name, columns] of INDEXES) yield `create index ${name} on erp.stock (${columns})`;
}

/** Yields the rows in the text format of PostgreSQL's COPY, a few hundred at a time. */
export function* demoErpLines(): Generator<string> {
  let lines = '';
  for (const row of demoStock()) {
    lines += `${COLUMNS.map((column) => copyText(column.value(row))).join('\t')}\n`;
    if (lines.length < COPY_CHUNK) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

function* inserts(dialect: ErpDialectName): Generator<string> {
  let tuples: string[] = [];
  for (const row of demoStock()) {
    tuples.push(`(${COLUMNS.map((column) => column.literal(row, dialect)).join(', ')})`);
    if (tuples.length === ROWS_PER_INSERT) {
      yield insert(tuples);
      tuples = [];
    }
  }
  if (tuples.length > 0) yield insert(tuples);
}

function insert(tuples: readonly string[]): string {
  const names = COLUMNS.map((column) => column.name).join(', ');
  return `insert into erp.stock (${names}) values\n${tuples.join(',\n')}`;
}

function unicodeColumn(name: string, mssql: string, value: (row: DemoStockRow) => string | null): Column {
  const literal: Column['literal'] = (row, dialect) =>
    quoted(value(row), dialect, dialect === 'mssql' ? 'N' : '');
  return { name, mssql, postgres: postgresText(mssql), value, literal };
}

/** Codes are plain ASCII, as in most ERPs. Their columns are therefore varchar on SQL Server. */
function codeColumn(name: string, mssql: string, value: (row: DemoStockRow) => string | null): Column {
  const literal: Column['literal'] = (row, dialect) => quoted(value(row), dialect);
  return { name, mssql, postgres: postgresText(mssql), value, literal };
}

function quantityColumn(name: string, value: (row: DemoStockRow) => string): Column {
  const type = 'decimal(38,10) not null';
  return { name, mssql: type, postgres: type, value, literal: value };
}

function timeColumn(
  name: string,
  mssql: string,
  postgres: string,
  value: (row: DemoStockRow) => string | null,
): Column {
  return { name, mssql, postgres, value, literal: (row, dialect) => quoted(value(row), dialect) };
}

function postgresText(mssqlType: string): string {
  return mssqlType.endsWith(' not null') ? 'text not null' : 'text';
}

function quoted(value: string | null, dialect: ErpDialectName, prefix = ''): string {
  if (value === null) return 'null';
  const text = value.replaceAll("'", "''");
  // With E'…' a doubled backslash means one backslash, however standard_conforming_strings is set.
  if (dialect === 'postgres' && text.includes('\\')) return `E'${text.replaceAll('\\', '\\\\')}'`;
  return `${prefix}'${text}'`;
}

/** A value in COPY's text format. */
function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value) ? value.replaceAll(ALL_SPECIAL, (character) => ESCAPED[character] ?? '') : value;
}

const SPECIAL = /[\\\t\n\r]/;
const ALL_SPECIAL = new RegExp(SPECIAL, 'g');

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
