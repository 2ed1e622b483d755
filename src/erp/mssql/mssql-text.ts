import iconv from 'iconv-lite';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValue, type ErpColumn } from '../erp.js';

/** A text type of SQL Server. The length of char and varchar is in bytes. */
export interface TextType {
  name: 'char' | 'varchar' | 'nchar' | 'nvarchar';
  length: number | 'max';
}

/** The declared lengths are fixed: with each value's own length, the server would need a new query plan for each. */
const VARCHAR = { name: 'varchar', length: 8000 } as const;
const NVARCHAR = { name: 'nvarchar', length: 4000 } as const;
const UTF_8 = 65001;
/** Code pages with one byte per character, and UTF-8. For the others, vendors use different tables. */
const CODE_PAGES = new Set([437, 850, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, UTF_8]);
const COLLATION_NAME = /^\w+$/;
/**
 * Collations in which each letter from A to Z equals its small one wherever they stand. In others a bare comparison can
 * miss rows: I may not be the capital of i, and two letters such as aa or ch may count as one, but only in some cases.
 */
const PLAIN_LATIN: readonly RegExp[] = [
  /^Latin1_General(_100)?_CI_A[IS](_KS)?(_WS)?(_SC(_UTF8)?)?$/i,
  /^SQL_Latin1_General_(Pref_)?CP(1|850)_CI_A[IS]$/i,
];
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Whether the server's own comparison of a column finds plain texts in every case; false if the server doesn't say. */
export function findsEveryCase(column: ErpColumn | null): boolean {
  const collation = column?.collation ?? '';
  return PLAIN_LATIN.some((known) => known.test(collation));
}

/** Whether it finds these texts in every case. Beyond plain ASCII, collations and code pages know too many exceptions. */
export function findsInEveryCase(column: ErpColumn | null, texts: readonly string[]): boolean {
  return findsEveryCase(column) && texts.every((text) => PRINTABLE_ASCII.test(text));
}

/** The same column as one of variable length. A pattern for LIKE must not be filled up with blanks. */
export function withoutPadding(column: ErpColumn | null): ErpColumn | null {
  return column?.padded ? { ...column, declared: column.declared.replace('char', 'varchar') } : column;
}

/**
 * The type as which a text is sent: that of the column which it is compared with, if the text arrives unchanged in this
 * type; otherwise nvarchar.
 */
export function sentType({ column, text }: ColumnValue): TextType {
  const own = column && comparedType(column);
  if (own && column && fits(text, own, column)) return own;
  if (own?.name === 'char' && column && fits(text, VARCHAR, column)) return VARCHAR;
  return text.length <= NVARCHAR.length ? NVARCHAR : { name: 'nvarchar', length: 'max' };
}

/**
 * Values for a comparison with a column: all as the column's type, or all as nvarchar. Otherwise the server would need a
 * query plan for each pattern of types.
 */
export function valuesOf(column: ErpColumn | null, texts: readonly string[]): ColumnValue[] {
  const own = column && comparedType(column);
  const values = texts.map((text) => new ColumnValue(column, text));
  const arrive = !own || values.every((value) => sentType(value).name === own.name);
  return arrive ? values : texts.map((text) => new ColumnValue(null, text));
}

/** One of these values in the column's type. The server then doesn't convert the column. */
export function comparable(value: ColumnValue, column: ErpColumn | null): RawBuilder<unknown> {
  return value.column ? sql`${value}` : converted(sql`${value}`, column);
}

/**
 * An nvarchar value in the type of a column. A value that can't be converted is changed, for example to '?'. No row has it.
 */
export function converted(value: Expression<unknown>, column: ErpColumn | null): RawBuilder<unknown> {
  const own = column && comparedType(column);
  if (!column || !own || own.name === 'nvarchar') return sql`${value}`;
  const type = sql.raw(`${own.name}(${own.length})`);
  if (own.name === 'nchar') return sql`cast(${value} as ${type})`;
  const { collation = '' } = column;
  // Without its collation, the value would be converted to the code page of the database.
  if (!COLLATION_NAME.test(collation)) return sql`${value}`;
  return sql`cast(${value} collate ${sql.raw(collation)} as ${type})`;
}

/** Whether a column's texts may have more characters than this; by default, than nvarchar(4000) holds. */
export function isLong(column: ErpColumn | null, limit: number = NVARCHAR.length): boolean {
  const length = /\((\w+)\)$/.exec(column?.declared ?? '')?.[1];
  return length === 'max' || Number(length) > limit;
}

/** The type of the values that a column is compared with; null if it is not a text type, and not converted from text. */
function comparedType({ declared }: ErpColumn): TextType | null {
  // The server converts a text to these types. A conversion by the client could shift or round the value.
  if (/^(date|datetime2)$/.test(declared)) return VARCHAR;
  const [, name, length] = /^(n?(?:var)?char)\((\w+)\)$/.exec(declared) ?? [];
  if (name === 'varchar') return VARCHAR;
  if (name === 'nvarchar') return NVARCHAR;
  return name === 'char' || name === 'nchar' ? { name, length: Number(length) } : null;
}

const isUnicode = ({ name }: TextType) => name === 'nchar' || name === 'nvarchar';

/** Whether a text arrives unchanged if it is sent as this type. */
function fits(text: string, type: TextType, column: ErpColumn): boolean {
  if (isUnicode(type)) return text.length <= Number(type.length);
  const { sentCodePage } = column;
  if (sentCodePage === undefined) return false;
  const isAscii = Buffer.byteLength(text) === text.length;
  if (!isAscii && !arrivesUnchanged(text, column.codePage, sentCodePage)) return false;
  return iconv.encode(text, sentCodePage).length <= Number(type.length);
}

/**
 * Whether a column in this code page can hold the text, and the driver writes it in that code page. Otherwise '?' or a
 * similar character would replace one that doesn't fit, and the text could be another customer's name.
 */
function arrivesUnchanged(text: string, codePage: number | undefined, sent: string): boolean {
  if (codePage === undefined || !CODE_PAGES.has(codePage)) return false;
  if (sent.toLowerCase() !== (codePage === UTF_8 ? 'utf-8' : `cp${codePage}`)) return false;
  // iconv decodes bytes without a character to U+FFFD; SQL Server has other characters for them.
  if (text.includes('\ufffd')) return false;
  return iconv.decode(iconv.encode(text, sent), sent) === text;
}
