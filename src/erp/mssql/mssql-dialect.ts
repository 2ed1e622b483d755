import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValue, type ColumnValueList, type ErpColumn } from '../erp.js';
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
import { binary, bytesOf, caseFolded, exactForm, type TextForm } from './mssql-forms.js';
import { isInList, listsOf } from './mssql-list.js';
import { comparable, converted, findsInEveryCase, isLong, valuesOf, withoutPadding } from './mssql-text.js';

/** How texts are compared: in a form that no collation can blur, and whether the column's own comparison finds them all. */
interface Comparison {
  form: TextForm;
  seeks: boolean;
}

/** A text that is looked for in a column, and the form in which both are compared. */
interface LikeComparison {
  text: string;
  where: TextPlace;
  formOf: (long: boolean) => TextForm;
}

/** The SQL of SQL Server. */
export class MssqlDialect<Column extends string> implements ErpDialect<Column> {
  constructor(
    readonly column: ColumnReference<Column>,
    private readonly columns: DescribedColumns,
  ) {}

  value(column: Column, text: string): RawBuilder<unknown> {
    const described = this.#described(column);
    const [value = new ColumnValue(described, text)] = valuesOf(described, [text]);
    return comparable(value, described);
  }

  shown(column: Column, value: Expression<unknown> = this.column(column)): RawBuilder<string | null> {
    return this.#described(column)?.padded ? sql`rtrim(${value})` : sql`${value}`;
  }

  text(value: Expression<unknown>): RawBuilder<string> {
    return sql`cast(${value} as nvarchar(400))`;
  }

  like(column: Column, text: string, where: TextPlace): RawBuilder<boolean> {
    return this.#isLike(column, { text, where, formOf: caseFolded });
  }

  exactlyLike(column: Column, text: string, where: TextPlace): RawBuilder<boolean> {
    return this.#isLike(column, { text, where, formOf: binary });
  }

  exactlyIn(column: Column, texts: readonly string[]): RawBuilder<boolean> {
    const described = this.#described(column);
    const possible = possibleTexts(texts, described);
    return this.#isOneOf(column, possible, { form: exactForm(described, possible), seeks: true });
  }

  foldedIn(column: Column, texts: readonly string[]): RawBuilder<boolean> {
    const described = this.#described(column);
    const seeks = findsInEveryCase(described, texts);
    return this.#isOneOf(column, texts, { form: caseFolded(isLong(described)), seeks });
  }

  exact(column: Column): RawBuilder<unknown> {
    return bytesOf(this.column(column));
  }

  // The first text is written as the hexadecimal digits of its bytes, so that no collation treats two texts as equal.
  pair(first: Column, second: Column): RawBuilder<string> {
    return sql`concat(convert(varchar(1604), ${bytesOf(this.column(first))}, 2), char(31), ${this.column(second)})`;
  }

  decimal(value: string): RawBuilder<string> {
    // The scale of the value itself: a fixed one would round long values or overflow large ones.
    const scale = value.split('.')[1]?.length ?? 0;
    return sql`cast(${new ColumnValue(null, value)} as decimal(38, ${sql.raw(String(scale))}))`;
  }

  compareQuantity(column: Column, operator: '=' | '<' | '>', value: string): RawBuilder<boolean> {
    return sql`${this.column(column)} ${sql.raw(operator)} ${this.decimal(value)}`;
  }

  shownQuantity(column: Column): RawBuilder<string> {
    return sql`${this.column(column)}`;
  }

  sum(column: Column): RawBuilder<string> {
    return sql`sum(${this.column(column)})`;
  }

  // The server has no number that is none.
  sumOfNumbers(column: Column): RawBuilder<string> {
    return this.sum(column);
  }

  orderBy(
    column: Expression<unknown>,
    { direction, nullable, nullsFirst }: NullsOrder,
  ): RawBuilder<unknown>[] {
    const plain = sql`${column} ${directionKeyword(direction)}`;
    // SQL Server sorts nulls as the lowest values, so half of the cases need no extra term.
    if (!nullable || (direction === 'ASC') === nullsFirst) return [plain];
    return [
      sql`case when ${column} is null then ${sql.raw(nullsFirst ? '0 else 1' : '1 else 0')} end`,
      plain,
    ];
  }

  #described(column: Column): ErpColumn | null {
    return this.columns.get(column) ?? null;
  }

  #isLike(column: Column, { text, where, formOf }: LikeComparison): RawBuilder<boolean> {
    const described = this.#described(column);
    const variable = withoutPadding(described);
    const literal = text.replace(/[%_[]/g, '[$&]');
    const [pattern = new ColumnValue(variable, '')] = valuesOf(variable, [likePattern(literal, where)]);
    const exactly = sql<boolean>`${formOf(isLong(described))(this.shown(column))} like ${formOf(false)(sql`${pattern}`)}`;
    if (where !== 'start' || !findsInEveryCase(described, [text])) return exactly;
    return sql`(${this.column(column)} like ${comparable(pattern, variable)} and ${exactly})`;
  }

  #isOneOf(column: Column, texts: readonly string[], { form, seeks }: Comparison): RawBuilder<boolean> {
    if (texts.length === 0) return sql`1 = 0`;
    const [own, described] = [this.column(column), this.#described(column)];
    const compared = form(this.shown(column));
    if (texts.length > MAX_SEPARATE_PARAMETERS) {
      const lists = listsOf(texts);
      const exactly = isInAny(lists, (one) => sql`${compared} = ${form(one)}`);
      if (!seeks) return exactly;
      // A comparison of its own, so that the server can look up each text in an index.
      return sql`(${isInAny(lists, (one) => sql`${own} = ${converted(one, described)}`)} and ${exactly})`;
    }
    const values = valuesOf(described, roundedUp(texts));
    // A value that is sent as the type of a padded column arrives padded.
    const given = values.map((value) => form(this.shown(column, sql`${value}`)));
    const exactly = sql<boolean>`${compared} in (${sql.join(given)})`;
    if (!seeks) return exactly;
    const sought = values.map((value) => comparable(value, described));
    return sql`(${own} in (${sql.join(sought)}) and ${exactly})`;
  }
}

/** Whether a condition holds for at least one text of several lists. */
function isInAny(
  lists: readonly ColumnValueList[],
  condition: (one: Expression<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const each = lists.map((list) => isInList(list, condition));
  return sql`(${sql.join(each, sql` or `)})`;
}

/** Repeats the last text up to the next power of two: with few lengths of lists, the server keeps few query plans. */
function roundedUp(texts: readonly string[]): string[] {
  const missing = 2 ** Math.ceil(Math.log2(texts.length)) - texts.length;
  return [...texts, ...Array.from({ length: missing }, () => texts.at(-1) ?? '')];
}
