import sql from 'mssql';
import type { ErpColumn, ErpColumnType, ErpRow } from '../erp.js';

const TYPES: [name: string, factory: unknown, type: ErpColumnType][] = [
  ['varchar', sql.VarChar, 'text'],
  ['nvarchar', sql.NVarChar, 'text'],
  ['char', sql.Char, 'text'],
  ['nchar', sql.NChar, 'text'],
  ['int', sql.Int, 'integer'],
  ['bigint', sql.BigInt, 'integer'],
  ['smallint', sql.SmallInt, 'integer'],
  ['tinyint', sql.TinyInt, 'integer'],
  ['decimal', sql.Decimal, 'decimal'],
  ['numeric', sql.Numeric, 'decimal'],
  ['float', sql.Float, 'float'],
  ['real', sql.Real, 'float'],
  ['date', sql.Date, 'date'],
  ['datetime2', sql.DateTime2, 'timestamp'],
  ['datetime', sql.DateTime, 'coarse timestamp'],
  ['smalldatetime', sql.SmallDateTime, 'coarse timestamp'],
  ['datetimeoffset', sql.DateTimeOffset, 'zoned timestamp'],
];

/** A column as the driver describes it. */
export type ReceivedColumn = sql.IColumnMetadata[string];

/** A column, from the driver's description of it. */
export function toColumn({ name, type, length, precision, scale, nullable }: ReceivedColumn): ErpColumn {
  const [declared, , known] = TYPES.find(([, factory]) => factory === type) ?? [
    'another type',
    null,
    'other',
  ];
  const size =
    known === 'text' ? charactersOf(declared, length) : known === 'decimal' ? `${precision}, ${scale}` : null;
  return {
    name,
    type: known as ErpColumnType,
    declared: size ? `${declared}(${size})` : declared,
    padded: type === sql.Char || type === sql.NChar,
    nullable,
  };
}

/** The driver gives the length in bytes. The n-types take two bytes per character. */
function charactersOf(declared: string, bytes: number): number | 'max' {
  if (bytes === 0xffff) return 'max';
  return declared.startsWith('n') ? bytes / 2 : bytes;
}

/** A row as text. Queries themselves cast to text what must be exact; the remaining values are counts. */
export function toText(row: Record<string, unknown>): ErpRow {
  const texts: Record<string, string | null> = {};
  for (const name of Object.keys(row)) {
    const value = row[name];
    texts[name] = value === null ? null : String(value);
  }
  return texts;
}
