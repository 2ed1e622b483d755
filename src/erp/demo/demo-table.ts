import type { ErpDialectName } from '../erp.js';

/** A column of a table of the demo ERP, made from its generator's rows. */
interface DemoColumn<Row> {
  name: string;
  mssql: string;
  postgres: string;
  value(row: Row): string | null;
  literal(row: Row, dialect: ErpDialectName): string;
}

/** What a table of the demo ERP is made of. */
interface DemoTableParts<Row> {
  /** With its schema. */
  name: string;
  columns: readonly DemoColumn<Row>[];
  /** The columns of each index, by its name. */
  indexes: Readonly<Record<string, string>>;
  rows(): Iterable<Row>;
}

/** A table of the demo ERP. */
export interface DemoTable {
  /** With its schema. */
  name: string;
  /** The statement that creates the table, which is empty then. */
  definition(dialect: ErpDialectName): string;
  /** The statements that create its indexes. */
  indexes: readonly string[];
  /** Yields its rows in the text format of PostgreSQL's COPY, a few hundred at a time. */
  copyLines(): Generator<string>;
  /** Yields the statements that fill it. */
  inserts(dialect: ErpDialectName): Generator<string>;
}

// SQL Server takes at most 1,000 rows per insert, and compiles smaller statements faster.
const ROWS_PER_INSERT = 500;
const COPY_CHUNK = 64 * 1024;

/** A table of the demo ERP, filled with what a generator yields. */
export function demoTable<Row>(parts: DemoTableParts<Row>): DemoTable {
  const { name, columns } = parts;
  return {
    name,
    definition(dialect) {
      const definitions = columns.map((column) => `  ${column.name} ${column[dialect]}`);
      return `create table ${name} (\n${definitions.join(',\n')}\n)`;
    },
    indexes: Object.entries(parts.indexes).map(([index, of]) => `create index ${index} on ${name} (${of})`),
    copyLines: () => copyLines(parts),
    inserts: (dialect) => insertStatements(parts, dialect),
  };
}

function* copyLines<Row>({ columns, rows }: DemoTableParts<Row>): Generator<string> {
  let lines = '';
  for (const row of rows()) {
    lines += `${columns.map((column) => copyText(column.value(row))).join('\t')}\n`;
    if (lines.length < COPY_CHUNK) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

function* insertStatements<Row>(table: DemoTableParts<Row>, dialect: ErpDialectName): Generator<string> {
  let tuples: string[] = [];
  for (const row of table.rows()) {
    tuples.push(`(${table.columns.map((column) => column.literal(row, dialect)).join(', ')})`);
    if (tuples.length === ROWS_PER_INSERT) {
      yield insert(table, tuples);
      tuples = [];
    }
  }
  if (tuples.length > 0) yield insert(table, tuples);
}

function insert<Row>({ name, columns }: DemoTableParts<Row>, tuples: readonly string[]): string {
  return `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values\n${tuples.join(',\n')}`;
}

type ValueOf<Row> = (row: Row) => string | null;

/** The whole number that identifies a row. */
export function keyColumn<Row>(name: string, value: (row: Row) => number): DemoColumn<Row> {
  const text = (row: Row) => String(value(row));
  return { name, mssql: 'int not null primary key', postgres: 'int primary key', value: text, literal: text };
}

/** A text in any script, such as a name. @param mssql its type on SQL Server */
export function unicodeColumn<Row>(name: string, mssql: string, value: ValueOf<Row>): DemoColumn<Row> {
  const literal: DemoColumn<Row>['literal'] = (row, dialect) =>
    quoted(value(row), dialect, dialect === 'mssql' ? 'N' : '');
  return { name, mssql, postgres: postgresText(mssql), value, literal };
}

/** Codes are plain ASCII, as in most ERPs. Their columns are therefore varchar on SQL Server. */
export function codeColumn<Row>(name: string, mssql: string, value: ValueOf<Row>): DemoColumn<Row> {
  const literal: DemoColumn<Row>['literal'] = (row, dialect) => quoted(value(row), dialect);
  return { name, mssql, postgres: postgresText(mssql), value, literal };
}

/** A decimal, which is written as it is. @param type the same on both servers */
export function decimalColumn<Row>(name: string, type: string, value: ValueOf<Row>): DemoColumn<Row> {
  const literal: DemoColumn<Row>['literal'] = (row) => value(row) ?? 'null';
  return { name, mssql: type, postgres: type, value, literal };
}

/** A date or a time. */
export function timeColumn<Row>(
  name: string,
  [mssql, postgres]: readonly [string, string],
  value: ValueOf<Row>,
): DemoColumn<Row> {
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
