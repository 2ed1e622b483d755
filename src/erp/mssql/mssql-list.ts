import { type Expression, type RawBuilder, sql } from 'kysely';
import { type ColumnValue, ColumnValueList } from '../erp.js';

/** The maximum number of texts in one parameter: `isInList` numbers them with three hexadecimal digits. */
const MAX_TEXTS = 4096;
const HEX_DIGITS = sql.raw(Array.from({ length: 16 }, (_, digit) => `(${digit})`).join(', '));
const COUNT_BYTES = 4;
const ENTRY_BYTES = 8;

/** Packs texts that belong to one column into as few parameters as possible. */
export function listsOf(texts: readonly ColumnValue[]): ColumnValueList[] {
  const { column } = texts[0] as ColumnValue;
  const all = texts.map(({ text }) => text);
  const count = Math.ceil(all.length / MAX_TEXTS);
  return Array.from(
    { length: count },
    (_, n) => new ColumnValueList(column, all.slice(n * MAX_TEXTS, (n + 1) * MAX_TEXTS)),
  );
}

/**
 * Encodes a list as bytes, from which SQL Server extracts each text whatever its collation. The bytes are:
 * - the number of texts
 * - for each text, where it begins (counted from 1) and its length, both in bytes
 * - the texts themselves, in UTF-16
 */
export function bytesOfList({ texts }: ColumnValueList): Buffer {
  const encoded = texts.map((text) => Buffer.from(text, 'utf16le'));
  // The highest byte first, as SQL Server converts binary(4) to int.
  const head = Buffer.alloc(COUNT_BYTES + ENTRY_BYTES * texts.length);
  head.writeInt32BE(texts.length);
  let begin = head.length + 1;
  for (const [index, { length }] of encoded.entries()) {
    head.writeInt32BE(begin, COUNT_BYTES + ENTRY_BYTES * index);
    head.writeInt32BE(length, COUNT_BYTES + ENTRY_BYTES * index + 4);
    begin += length;
  }
  return Buffer.concat([head, ...encoded]);
}

/**
 * Whether a condition holds for at least one text of a list. The SQL doesn't use string_split or openjson, which older
 * compatibility levels lack, or XML, which can't hold every character. Each text is an expression, not a column of a
 * derived table: the collation of such a column could conflict with that of the compared column.
 */
export function isInList(
  list: ColumnValueList,
  condition: (one: Expression<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const intAt = (place: RawBuilder<unknown>) => sql`cast(substring(${list}, ${place}, 4) as int)`;
  const entry = sql`${sql.raw(String(ENTRY_BYTES))} * numbers.n`;
  const text = sql`cast(substring(${list}, ${intAt(sql`${entry} + 5`)}, ${intAt(sql`${entry} + 9`)}) as nvarchar(4000))`;
  const digits = (name: string) => sql`(values ${HEX_DIGITS}) as ${sql.ref(name)}(n)`;
  const numbers = sql`select a.n + 16 * b.n + 256 * c.n as n
    from ${digits('a')} cross join ${digits('b')} cross join ${digits('c')}`;
  const inRange = sql`numbers.n < ${intAt(sql`1`)}`;
  // CASE is needed because the server may compute rows that it later filters out, and no text follows the last one.
  const one = sql`case when ${inRange} then ${text} end`;
  return sql`exists (select 1 from (${numbers}) as numbers where ${inRange} and ${condition(one)})`;
}
