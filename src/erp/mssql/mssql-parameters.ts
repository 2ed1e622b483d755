import iconv from 'iconv-lite';
import sql from 'mssql';
import { ColumnValue, ColumnValueList } from '../erp.js';
import { bytesOfList } from './mssql-list.js';
import type { ReceivedColumn } from './mssql-types.js';

/** What a parameter has to know of the column that it meets. */
export interface KnownColumn {
  type: ReceivedColumn['type'];
  /** The number of a varchar column's code page; null where the column is none, or the server doesn't tell. */
  codePage: number | null;
}

/** A value as the driver takes it. */
export interface Parameter {
  type: sql.ISqlType;
  value: unknown;
}

const VARCHAR_MOST = 8000;
const NVARCHAR_MOST = 4000;
const UTF_8 = 65001;
/** Those with a byte for each character: of the others' tables every maker has his own. */
const CODE_PAGES = new Set([437, 850, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, UTF_8]);
const INTS: ReadonlySet<unknown> = new Set([sql.Int, sql.SmallInt, sql.TinyInt]);
const VARCHARS: ReadonlySet<unknown> = new Set([sql.VarChar, sql.Char]);
/** The server converts a text to them; what a client would convert could be shifted or rounded. */
const TIMES: ReadonlySet<unknown> = new Set([sql.Date, sql.DateTime2]);
const INT_MOST = 2n ** 31n;
const BIGINT_MOST = 2n ** 63n;

/**
 * A value of a query as what the column is that it meets, so that the server needn't convert the column and its indexes
 * serve. Always the same few types: one declared by each value's own length would be a new plan for each length.
 *
 * @param column null where the value meets no column, or one that nobody knows
 * @param driverCodePage what the driver writes varchar in, by iconv's name; undefined where it can't write it
 */
export function toParameter(
  value: unknown,
  column: KnownColumn | null,
  driverCodePage: string | undefined,
): Parameter {
  if (typeof value === 'number') return { type: sql.Int(), value };
  if (value instanceof ColumnValueList) return { type: sql.VarBinary(sql.MAX), value: bytesOfList(value) };
  if (value === null) return { type: sql.NVarChar(NVARCHAR_MOST), value };
  const text = value instanceof ColumnValue ? value.text : String(value);
  return (
    (column && (asInteger(text, column) ?? asVarchar(text, column, driverCodePage))) ?? {
      type: sql.NVarChar(text.length <= NVARCHAR_MOST ? NVARCHAR_MOST : sql.MAX),
      value: text,
    }
  );
}

/** Null where the column holds no integers, or the text is none that could be in it. */
function asInteger(text: string, { type }: KnownColumn): Parameter | null {
  if (!INTS.has(type) && type !== sql.BigInt) return null;
  if (!/^-?\d{1,19}$/.test(text)) return null;
  const value = BigInt(text);
  const fits = (most: bigint) => value >= -most && value < most;
  if (INTS.has(type) && fits(INT_MOST)) return { type: sql.Int(), value: Number(value) };
  return fits(BIGINT_MOST) ? { type: sql.BigInt(), value } : null;
}

/** Null where the column is no varchar, or the text might not arrive as it is. */
function asVarchar(
  text: string,
  { type, codePage }: KnownColumn,
  driver: string | undefined,
): Parameter | null {
  if (driver === undefined || (!VARCHARS.has(type) && !TIMES.has(type))) return null;
  const bytes = Buffer.byteLength(text);
  const isAscii = bytes === text.length;
  if (bytes > VARCHAR_MOST || (!isAscii && !arrives(text, codePage, driver))) return null;
  return { type: sql.VarChar(VARCHAR_MOST), value: text };
}

/**
 * Whether a column in this code page can hold the text, and the driver writes it so: '?' in place of a character, or one
 * like it, would be another's name.
 */
function arrives(text: string, codePage: number | null, driver: string): boolean {
  if (codePage === null || !CODE_PAGES.has(codePage)) return false;
  if (driver.toLowerCase() !== (codePage === UTF_8 ? 'utf-8' : `cp${codePage}`)) return false;
  // iconv has this one for bytes that it knows no character for, and SQL Server has others for them.
  if (text.includes('\ufffd')) return false;
  return iconv.decode(iconv.encode(text, driver), driver) === text;
}
