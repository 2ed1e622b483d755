import { type Expression, type RawBuilder, sql } from 'kysely';

/** A form of texts that no collation can blur. */
export type TextForm = (value: Expression<unknown>) => RawBuilder<unknown>;

/** How many characters `bytesOf` keeps. */
export const MAX_NAME = 400;

/** A text as bytes, for exact comparison. It ends with '.', because SQL Server ignores zero bytes at the end. */
export function bytesOf(value: Expression<unknown>): RawBuilder<unknown> {
  return sql`cast(concat(cast(${value} as nvarchar(400)), '.') as varbinary(802))`;
}

/** The same for a text of any length, which is compared more slowly. */
export function longBytesOf(value: Expression<unknown>): RawBuilder<unknown> {
  return sql`cast(concat(cast(${value} as nvarchar(max)), '.') as varbinary(max))`;
}

/**
 * A text in a form that LIKE compares to the letter.
 *
 * @param long whether it may have more than 4,000 characters, which are compared more slowly
 */
export function binary(long: boolean): TextForm {
  const type = sql.raw(long ? 'nvarchar(max)' : 'nvarchar(4000)');
  return (value) => sql`cast(${value} as ${type}) collate Latin1_General_BIN2`;
}

/** The same in a form whose comparison ignores case, and besides only blanks at the end. */
export function caseFolded(long: boolean): TextForm {
  const form = binary(long);
  return (value) => sql`lower(${form(value)})`;
}
