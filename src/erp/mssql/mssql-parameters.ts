import iconv from 'iconv-lite';
import sql from 'mssql';
import { ColumnValue, ColumnValueList } from '../erp.js';
import { bytesOfList } from './mssql-list.js';
import type { ReceivedColumn } from './mssql-types.js';

/** The column that a parameter is compared with. */
export interface KnownColumn {
  type: ReceivedColumn['type'];
  /** The number of a varchar column's code page; null if the column is not varchar, or the server doesn't say. */
  codePage: number | null;
}

/** A value and its type, as the driver expects them. */
export interface Parameter {
  type: sql.ISqlType;
  value: unknown;
}

const MAX_VARCHAR_BYTES = 8000;
const MAX_NVARCHAR_LENGTH = 4000;
const UTF_8 = 65001;
/** Code pages with one byte per character, and UTF-8. For the others, vendors use different tables. */
const CODE_PAGES = new Set([437, 850, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, UTF_8]);
const INTS: ReadonlySet<unknown> = new Set([sql.Int, sql.SmallInt, sql.TinyInt]);
const VARCHARS: ReadonlySet<unknown> = new Set([sql.VarChar, sql.Char]);
/** Types to which the server converts a text. A conversion by the client could shift or round the value. */
const TIMES: ReadonlySet<unknown> = new Set([sql.Date, sql.DateTime2]);
const INT_LIMIT = 2n ** 31n;
const BIGINT_LIMIT = 2n ** 63n;

/**
 * A value of a query, as the type of the column that it is compared with. The server then doesn't convert the column,
 * and can use its indexes. The declared lengths are fixed: with each value's own length, the server would need a new
 * query plan for each length.
 *
 * @param column null if the value is compared with no column, or with an unknown one
 * @param driverCodePage the code page in which the driver writes varchar, by iconv's name; undefined if not supported
 */
export function toParameter(
  value: unknown,
  column: KnownColumn | null,
  driverCodePage: string | undefined,
): Parameter {
  if (typeof value === 'number') return { type: sql.Int(), value };
  if (value instanceof ColumnValueList) return { type: sql.VarBinary(sql.MAX), value: bytesOfList(value) };
  if (value === null) return { type: sql.NVarChar(MAX_NVARCHAR_LENGTH), value };
  const text = value instanceof ColumnValue ? value.text : String(value);
  return (
    (column && (asInteger(text, column) ?? asVarchar(text, column, driverCodePage))) ?? {
      type: sql.NVarChar(text.length <= MAX_NVARCHAR_LENGTH ? MAX_NVARCHAR_LENGTH : sql.MAX),
      value: text,
    }
  );
}

/** Null if the column holds no integers, or the text is not an integer of at most 64 bits. */
function asInteger(text: string, { type }: KnownColumn): Parameter | null {
  if (!INTS.has(type) && type !== sql.BigInt) return null;
  if (!/^-?\d{1,19}$/.test(text)) return null;
  const value = BigInt(text);
  const fits = (limit: bigint) => value >= -limit && value < limit;
  if (INTS.has(type) && fits(INT_LIMIT)) return { type: sql.Int(), value: Number(value) };
  return fits(BIGINT_LIMIT) ? { type: sql.BigInt(), value } : null;
}

/** Null if the column holds neither varchar nor dates or times, or if the text might not arrive unchanged. */
function asVarchar(
  text: string,
  { type, codePage }: KnownColumn,
  driver: string | undefined,
): Parameter | null {
  if (driver === undefined || (!VARCHARS.has(type) && !TIMES.has(type))) return null;
  const bytes = Buffer.byteLength(text);
  const isAscii = bytes === text.length;
  if (bytes > MAX_VARCHAR_BYTES || (!isAscii && !arrivesUnchanged(text, codePage, driver))) return null;
  return { type: sql.VarChar(MAX_VARCHAR_BYTES), value: text };
}

/**
 * Whether a column in this code page can hold the text, and the driver writes it in that code page. Otherwise '?' or a
 * similar character would replace one that doesn't fit, and the text could be another customer's name.
 */
function arrivesUnchanged(text: string, codePage: number | null, driver: string): boolean {
  if (codePage === null || !CODE_PAGES.has(codePage)) return false;
  if (driver.toLowerCase() !== (codePage === UTF_8 ? 'utf-8' : `cp${codePage}`)) return false;
  // iconv decodes bytes without a character to U+FFFD; SQL Server has other characters for them.
  if (text.includes('\ufffd')) return false;
  return iconv.decode(iconv.encode(text, driver), driver) === text;
}
