import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ErpColumn } from '../erp.js';
import { isLong } from './mssql-text.js';

/** A form of texts that no collation can blur. */
export type TextForm = (value: Expression<unknown>) => RawBuilder<unknown>;

/** How many characters a text has at most whose bytes are compared quickly. */
const MAX_NAME = 400;
const MAX_NVARCHAR = 4000;

/** A text of a name's length as bytes, for exact comparison. */
export const bytesOf: TextForm = bytesUpTo(MAX_NAME);

/** The texts of a column, and these, as bytes for exact comparison. Longer ones are compared more slowly. */
export function exactForm(column: ErpColumn | null, texts: readonly string[]): TextForm {
  const fits = (length: number) => !isLong(column, length) && texts.every((text) => text.length <= length);
  return bytesUpTo([MAX_NAME, MAX_NVARCHAR].find(fits) ?? 'max');
}

/** It ends with '.', because SQL Server ignores zero bytes at the end. */
function bytesUpTo(length: number | 'max'): TextForm {
  const text = sql.raw(`nvarchar(${length})`);
  const bytes = sql.raw(`varbinary(${length === 'max' ? length : Math.min(2 * length + 2, 8000)})`);
  return (value) => sql`cast(concat(cast(${value} as ${text}), '.') as ${bytes})`;
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
