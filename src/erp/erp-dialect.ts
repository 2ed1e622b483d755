import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ColumnValue } from './erp.js';

/** The SQL that differs between the two dialects. Each method takes and returns expressions; values stay parameters. */
export interface ErpDialect {
  /** A number, date or instant as text, formatted by the server. */
  text(value: Expression<unknown>): RawBuilder<string>;
  /** Whether a value starts with or contains a text, without regard to case. No character of the text is a wildcard. */
  like(value: Expression<unknown>, text: ColumnValue, where: 'start' | 'anywhere'): RawBuilder<boolean>;
  /** Whether a value is exactly one of these texts. All of them belong to one column. */
  exactlyIn(value: Expression<unknown>, texts: readonly ColumnValue[]): RawBuilder<boolean>;
  /** Whether a value is one of these texts, without regard to case. */
  foldedIn(value: Expression<unknown>, texts: readonly ColumnValue[]): RawBuilder<boolean>;
  /** A text in a form for exact comparison: on plain texts, `=` and GROUP BY may treat different ones as equal. */
  exact(value: Expression<unknown>): RawBuilder<unknown>;
  /** Two texts joined into one that no other pair produces. The first is compared exactly. */
  pair(first: Expression<unknown>, second: Expression<unknown>): RawBuilder<string>;
  /** A decimal parameter that keeps all its digits. */
  decimal(value: string): RawBuilder<string>;
  /** The ORDER BY terms that put nulls last, or first if the list is read backwards. */
  orderBy(column: Expression<unknown>, order: NullsOrder): RawBuilder<unknown>[];
}

/** The order by one column, and where its nulls go. */
export interface NullsOrder {
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  nullsFirst: boolean;
}

/** A list of up to this many texts is sent as one parameter for each; a longer list is packed into one or a few. */
export const MAX_SEPARATE_PARAMETERS = 256;

/** A text in a form for case-insensitive comparison, whatever the server's collation. */
export function foldCase(value: Expression<unknown>): RawBuilder<string> {
  return sql`lower(${value})`;
}

/** The keyword of a direction in ORDER BY. */
export function directionKeyword(direction: 'ASC' | 'DESC'): RawBuilder<unknown> {
  return direction === 'ASC' ? sql`asc` : sql`desc`;
}

/** The LIKE pattern of a text whose wildcards are already escaped. */
export function likePattern(literal: string, where: 'start' | 'anywhere'): string {
  return where === 'start' ? `${literal}%` : `%${literal}%`;
}
