import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValueList } from '../erp.js';

/** The maximum number of texts in one parameter: they are numbered with three hexadecimal digits. */
const MAX_TEXTS = 4096;
const COUNT_BYTES = 4;
const ENTRY_BYTES = 8;

/** Packs texts into as few parameters as possible. */
export function listsOf(texts: readonly string[]): ColumnValueList[] {
  const count = Math.ceil(texts.length / MAX_TEXTS);
  return Array.from(
    { length: count },
    (_, n) => new ColumnValueList(texts.slice(n * MAX_TEXTS, (n + 1) * MAX_TEXTS)),
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
 *
 * @param condition compares one text, an nvarchar; a single comparison lets the server look up each text in an index
 */
export function isInList(
  list: ColumnValueList,
  condition: (one: Expression<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const intAt = (place: RawBuilder<unknown>) => sql`cast(substring(${list}, ${place}, 4) as int)`;
  const entry = sql`${sql.raw(String(ENTRY_BYTES))} * numbers.n`;
  const text = sql`cast(substring(${list}, ${intAt(sql`${entry} + 5`)}, ${intAt(sql`${entry} + 9`)}) as nvarchar(4000))`;
  const inRange = sql`numbers.n < ${intAt(sql`1`)}`;
  // CASE is needed because the server may compute rows that it later filters out, and no text follows the last one.
  const one = sql`case when ${inRange} then ${text} end`;
  const numbers = numbersUpTo(list.texts.length);
  return sql`exists (select 1 from (${numbers}) as numbers where ${inRange} and ${condition(one)})`;
}

/**
 * The numbers from 0, at least so many. There are not many more, because the server plans for all of them. The count is
 * rounded up to a power of two, so that the server keeps few query plans.
 */
function numbersUpTo(count: number): RawBuilder<unknown> {
  const digits = (name: string, to: number) =>
    sql`(values ${sql.raw(Array.from({ length: to }, (_, n) => `(${n})`).join(', '))}) as ${sql.ref(name)}(n)`;
  const highest = 2 ** Math.ceil(Math.log2(Math.max(1, count / 256)));
  return sql`select a.n + 16 * b.n + 256 * c.n as n
    from ${digits('a', 16)} cross join ${digits('b', 16)} cross join ${digits('c', highest)}`;
}
