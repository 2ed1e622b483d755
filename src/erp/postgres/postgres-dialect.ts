import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValue, ColumnValueList, type ErpColumn } from '../erp.js';
import {
  type DescribedColumns,
  directionKeyword,
  type ErpDialect,
  likePattern,
  MAX_SEPARATE_PARAMETERS,
  type NullsOrder,
  possibleTexts,
  type TextPlace,
} from '../erp-dialect.js';
import type { ColumnReference } from '../mapped-column.js';

/** The SQL of PostgreSQL. */
export class PostgresDialect<Column extends string> implements ErpDialect<Column> {
  constructor(
    readonly column: ColumnReference<Column>,
    private readonly columns: DescribedColumns,
  ) {}

  // The server infers the types of parameters from the columns.
  value(column: Column, text: string): RawBuilder<unknown> {
    return sql`${new ColumnValue(this.#described(column), text)}`;
  }

  // The cast to text removes the blanks that fill up a char(n).
  shown(column: Column, value: Expression<unknown> = this.column(column)): RawBuilder<string | null> {
    return this.#described(column)?.padded ? sql`cast(${value} as text)` : sql`${value}`;
  }

  text(value: Expression<unknown>): RawBuilder<string> {
    return sql`cast(${value} as text)`;
  }

  like(column: Column, text: string, where: TextPlace): RawBuilder<boolean> {
    return sql`lower(${this.shown(column)}) like lower(${this.#pattern(column, text, where)}) escape '\\'`;
  }

  exactlyLike(column: Column, text: string, where: TextPlace): RawBuilder<boolean> {
    return sql`${exactText(this.column(column))} like ${this.#pattern(column, text, where)} escape '\\'`;
  }

  // The plain comparison lets the server use an index. It comes first: the server infers the parameters' types from it.
  exactlyIn(column: Column, texts: readonly string[]): RawBuilder<boolean> {
    // No text of this server has U+0000, and it refuses parameters with it.
    const possible = possibleTexts(texts, this.#described(column)).filter((text) => !text.includes('\0'));
    if (possible.length === 0) return sql`1 = 0`;
    const [own, exact] = [this.column(column), exactText(this.column(column))];
    if (isLong(possible)) {
      const list = new ColumnValueList(possible);
      return sql`(${own} = any(${list}) and ${nearlyAlways(sql`${exact} = any(cast(${list} as text[]))`)})`;
    }
    const values = this.#values(column, possible);
    const exactTexts = values.map((value) => sql`cast(${value} as text)`);
    return sql`(${own} in (${sql.join(values)}) and ${nearlyAlways(sql`${exact} in (${sql.join(exactTexts)})`)})`;
  }

  foldedIn(column: Column, texts: readonly string[]): RawBuilder<boolean> {
    const folded = sql`lower(${this.shown(column)})`;
    if (isLong(texts)) {
      const list = sql`unnest(cast(${new ColumnValueList(texts)} as text[]))`;
      return sql`${folded} in (select lower(listed) from ${list} as listed)`;
    }
    return sql`${folded} in (${sql.join(this.#values(column, texts).map((value) => sql`lower(${value})`))})`;
  }

  exact(column: Column): RawBuilder<unknown> {
    return exactText(this.column(column));
  }

  pair(first: Column, second: Column): RawBuilder<string> {
    return sql`concat(${exactText(this.column(first))}, chr(31), ${this.column(second)})`;
  }

  decimal(value: string): RawBuilder<string> {
    return sql`cast(${new ColumnValue(null, value)} as numeric)`;
  }

  compareQuantity(column: Column, operator: '=' | '<' | '>', value: string): RawBuilder<boolean> {
    const number = nearlyAlways(isNumber(this.column(column)));
    return sql`(${this.column(column)} ${sql.raw(operator)} ${this.decimal(value)} and ${number})`;
  }

  shownQuantity(column: Column): RawBuilder<string> {
    return sql`case when ${isNumber(this.column(column))} then ${this.column(column)} else 0 end`;
  }

  sum(column: Column): RawBuilder<string> {
    return sql`coalesce(sum(${this.column(column)}), 0)`;
  }

  // One NaN would make NaN of the whole sum. A row with one is left out of all sums, so that they match each other.
  sumOfNumbers(column: Column, number: Column): RawBuilder<string> {
    return sql`coalesce(sum(${this.column(column)}) filter (where ${isNumber(this.column(number))}), 0)`;
  }

  orderBy(
    column: Expression<unknown>,
    { direction, nullable, nullsFirst }: NullsOrder,
  ): RawBuilder<unknown>[] {
    if (!nullable) return [sql`${column} ${directionKeyword(direction)}`];
    return [sql`${column} ${directionKeyword(direction)} ${nullsFirst ? sql`nulls first` : sql`nulls last`}`];
  }

  #described(column: Column): ErpColumn | null {
    return this.columns.get(column) ?? null;
  }

  #pattern(column: Column, text: string, where: TextPlace): RawBuilder<unknown> {
    return this.value(column, likePattern(text.replace(/[\\%_]/g, '\\$&'), where));
  }

  #values(column: Column, texts: readonly string[]): RawBuilder<unknown>[] {
    return texts.map((text) => this.value(column, text));
  }
}

/** A text in a form for exact comparison, because citext and some collations treat different texts as equal. */
function exactText(value: Expression<unknown>): RawBuilder<unknown> {
  return sql`cast(${value} as text) collate "C"`;
}

/**
 * A condition that holds for nearly every row that another one lets through. The server would take the two for independent,
 * expect a fraction of the rows, and rather sort all of a customer's rows than read a page of them from an index. Of a
 * value's not being null it expects 99.5 %. Where the condition is null, so is the other one, which decides then.
 */
function nearlyAlways(condition: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`nullif(coalesce(${condition}, true), false) is not null`;
}

/** False for NaN and the infinities: subtracted from themselves, they are NaN, which is larger than 0. */
function isNumber(column: Expression<unknown>): RawBuilder<boolean> {
  return sql`${column} - ${column} = 0`;
}

const isLong = (texts: readonly string[]) => texts.length > MAX_SEPARATE_PARAMETERS;
