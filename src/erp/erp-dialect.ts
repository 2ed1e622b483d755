import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ErpColumn } from './erp.js';
import { isIntegerOf } from './integer-types.js';
import type { ColumnReference, InventoryColumn } from './mapped-column.js';

/** What the ERP says about the columns of a relation, by name; empty if it has not been asked. */
export type DescribedColumns = ReadonlyMap<string, ErpColumn>;

/** Columns by their names. */
export const describedColumns = (columns: readonly ErpColumn[]): DescribedColumns =>
  new Map(columns.map((column) => [column.name, column]));

/**
 * The SQL that differs between the two dialects, for one relation of the mapping. Values stay parameters. A comparison
 * that an index could serve has the bare column on one side and a value of the column's own type on the other; what
 * it would find too much, a second condition excludes (ADR 23).
 */
export interface ErpDialect<Column extends string = InventoryColumn> {
  /** A column by its qualified name. */
  readonly column: ColumnReference<Column>;
  /** A value to compare with a column, in the column's own type. */
  value(column: Column, text: string): RawBuilder<unknown>;
  /**
   * A column's value without the blanks that fill it up to a fixed length.
   *
   * @param value the column itself unless given, for example its maximum
   */
  shown(column: Column, value?: Expression<unknown>): RawBuilder<string | null>;
  /** A number, date or instant as text, formatted by the server. */
  text(value: Expression<unknown>): RawBuilder<string>;
  /** Whether a text stands in a column, without regard to case. No character of the text is a wildcard. */
  like(column: Column, text: string, where: TextPlace): RawBuilder<boolean>;
  /** The same, to the letter. */
  exactlyLike(column: Column, text: string, where: TextPlace): RawBuilder<boolean>;
  /** Whether a column is exactly one of these texts. */
  exactlyIn(column: Column, texts: readonly string[]): RawBuilder<boolean>;
  /** Whether a column is one of these texts, without regard to case. */
  foldedIn(column: Column, texts: readonly string[]): RawBuilder<boolean>;
  /** A column in a form for exact comparison: on plain texts, `=` and GROUP BY may treat different ones as equal. */
  exact(column: Column): RawBuilder<unknown>;
  /** Two columns joined into one text that no other pair produces. The first is compared exactly. */
  pair(first: Column, second: Column): RawBuilder<string>;
  /** A decimal parameter that keeps all its digits. */
  decimal(value: string): RawBuilder<string>;
  /** Whether a quantity is a number, and compares like this with another one. */
  compareQuantity(column: Column, operator: '=' | '<' | '>', value: string): RawBuilder<boolean>;
  /** A quantity as it is shown: 0 if it is not a number. */
  shownQuantity(column: Column): RawBuilder<string>;
  /** The sum of a quantity; not a number if one of them isn't. */
  sum(column: Column): RawBuilder<string>;
  /** The sum of a quantity over the rows in which another one, or itself, is a number. */
  sumOfNumbers(column: Column, number: Column): RawBuilder<string>;
  /** The ORDER BY terms that order by a column and put its nulls first or last. */
  orderBy(column: Expression<unknown>, order: NullsOrder): RawBuilder<unknown>[];
}

/** The order by one column, and where its nulls go. */
export interface NullsOrder {
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  nullsFirst: boolean;
}

/** Where in a column's value a text stands: `whole` if it is all of the value, blanks at the end included. */
export type TextPlace = 'start' | 'anywhere' | 'end' | 'whole';

/** A list of up to this many texts is sent as one parameter for each; a longer list is packed into one or a few. */
export const MAX_SEPARATE_PARAMETERS = 256;

/**
 * The texts among these that a column can hold. One of integers holds only those in its range: the server would refuse to
 * compare it with anything else. One that is filled up to a fixed length can't hold a text that ends with a blank, because
 * its values are given without the blanks at their end.
 */
export function possibleTexts(texts: readonly string[], column: ErpColumn | null): readonly string[] {
  if (column?.type === 'integer') return texts.filter((text) => isIntegerOf(column.declared, text));
  return column?.padded ? texts.filter((text) => !text.endsWith(' ')) : texts;
}

/** The keyword of a direction in ORDER BY. */
export function directionKeyword(direction: 'ASC' | 'DESC'): RawBuilder<unknown> {
  return direction === 'ASC' ? sql`asc` : sql`desc`;
}

/** The LIKE pattern of a text whose wildcards are already escaped. */
export function likePattern(literal: string, where: TextPlace): string {
  const before = where === 'anywhere' || where === 'end' ? '%' : '';
  const after = where === 'anywhere' || where === 'start' ? '%' : '';
  return `${before}${literal}${after}`;
}
