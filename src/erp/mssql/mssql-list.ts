import { type Expression, type RawBuilder, sql } from 'kysely';
import { type ColumnValue, ColumnValueList } from '../erp.js';

/** How many texts one parameter holds at most: as many as the numbers below are. */
const MOST_TEXTS = 4096;
const HEXADECIMAL = sql.raw(Array.from({ length: 16 }, (_, digit) => `(${digit})`).join(', '));
const COUNT_BYTES = 4;
const ENTRY_BYTES = 8;

/** Texts of one column as few parameters. */
export function listsOf(texts: readonly ColumnValue[]): ColumnValueList[] {
  const { column } = texts[0] as ColumnValue;
  const all = texts.map(({ text }) => text);
  const count = Math.ceil(all.length / MOST_TEXTS);
  return Array.from(
    { length: count },
    (_, n) => new ColumnValueList(column, all.slice(n * MOST_TEXTS, (n + 1) * MOST_TEXTS)),
  );
}

/**
 * A list as bytes, from which SQL Server gets each text back whatever its collation takes for a character: the number of
 * texts; for each where it begins, from 1, and how long it is; then the texts themselves in UTF-16.
 */
export function bytesOfList({ texts }: ColumnValueList): Buffer {
  const encoded = texts.map((text) => Buffer.from(text, 'utf16le'));
  // As SQL Server reads binary(4) for an int: the highest byte first.
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
 * That a condition holds for one text of a list. Neither string_split nor openjson nor XML: an older compatibility level
 * lacks the first two, the third lacks characters. The text is an expression and no column of a derived table, whose
 * collation might be at odds with that of what it is compared with.
 */
export function isInList(
  list: ColumnValueList,
  condition: (one: Expression<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const intAt = (place: RawBuilder<unknown>) => sql`cast(substring(${list}, ${place}, 4) as int)`;
  const entry = sql`${sql.raw(String(ENTRY_BYTES))} * numbers.n`;
  const text = sql`cast(substring(${list}, ${intAt(sql`${entry} + 5`)}, ${intAt(sql`${entry} + 9`)}) as nvarchar(4000))`;
  const digits = (name: string) => sql`(values ${HEXADECIMAL}) as ${sql.ref(name)}(n)`;
  const numbers = sql`select a.n + 16 * b.n + 256 * c.n as n
    from ${digits('a')} cross join ${digits('b')} cross join ${digits('c')}`;
  const isThere = sql`numbers.n < ${intAt(sql`1`)}`;
  // With CASE, for a server may compute what it will filter out, and there are no texts beyond the last.
  const one = sql`case when ${isThere} then ${text} end`;
  return sql`exists (select 1 from (${numbers}) as numbers where ${isThere} and ${condition(one)})`;
}
