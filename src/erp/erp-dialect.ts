import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ColumnValue } from './erp.js';

/** What the two dialects say differently. Each takes and gives expressions; values stay parameters. */
export interface ErpDialect {
  /** A number, date or instant as the server prints it. */
  text(value: Expression<unknown>): RawBuilder<string>;
  /** LIKE a text in which no character has a meaning, with anything behind it and, if wanted, before it. */
  like(value: Expression<unknown>, text: ColumnValue, where: 'start' | 'anywhere'): RawBuilder<boolean>;
  /** That a text is, to the letter, one of these, which are of one column. */
  exactlyIn(value: Expression<unknown>, texts: readonly ColumnValue[]): RawBuilder<boolean>;
  /** That a text is one of these but for case. */
  foldedIn(value: Expression<unknown>, texts: readonly ColumnValue[]): RawBuilder<boolean>;
  /** A text to compare to the letter, where `=` and GROUP BY may be satisfied with less. */
  exact(value: Expression<unknown>): RawBuilder<unknown>;
  /** Two texts as one, which no other two give; the first is compared to the letter. */
  pair(first: Expression<unknown>, second: Expression<unknown>): RawBuilder<string>;
  /** A decimal parameter, with all its digits. */
  decimal(value: string): RawBuilder<string>;
  /** What to order by so that nulls come last, or first where the list is read backwards. */
  orderBy(column: Expression<unknown>, order: NullsOrder): RawBuilder<unknown>[];
}

export interface NullsOrder {
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  nullsFirst: boolean;
}

/** Lists up to this length are parameters of their own, longer ones are one parameter. */
export const MAX_SEPARATE_PARAMETERS = 256;

/** A text to compare without regard to case, whatever the server's collation thinks of case. */
export function foldCase(value: Expression<unknown>): RawBuilder<string> {
  return sql`lower(${value})`;
}

export function keyword(direction: 'ASC' | 'DESC'): RawBuilder<unknown> {
  return direction === 'ASC' ? sql`asc` : sql`desc`;
}

export function pattern(literal: string, where: 'start' | 'anywhere'): string {
  return where === 'start' ? `${literal}%` : `%${literal}%`;
}
