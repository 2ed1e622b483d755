import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValue, ColumnValueList } from '../erp.js';
import {
  directionKeyword,
  type ErpDialect,
  foldCase,
  likePattern,
  MAX_SEPARATE_PARAMETERS,
} from '../erp-dialect.js';

/** A text in a form for exact comparison, because citext and some collations treat different texts as equal. */
const exactText = (value: Expression<unknown>) => sql`cast(${value} as text) collate "C"`;

/** The SQL of PostgreSQL. */
export const postgresDialect: ErpDialect = {
  like: (value, { column, text }, where) => {
    const literal = text.replace(/[\\%_]/g, '\\$&');
    const like = new ColumnValue(column, likePattern(literal, where));
    return sql`${foldCase(value)} like ${foldCase(sql`${like}`)} escape '\\'`;
  },
  text: (value) => sql`cast(${value} as text)`,
  // The plain comparison lets the server use an index. It comes first: the server infers the parameters' types from it.
  exactlyIn: (value, texts) => {
    if (isLong(texts)) {
      const list = listOf(texts);
      return sql`(${value} = any(${list}) and ${exactText(value)} = any(cast(${list} as text[])))`;
    }
    const exactTexts = texts.map((text) => sql`cast(${text} as text)`);
    return sql`(${value} in (${sql.join(texts)}) and ${exactText(value)} in (${sql.join(exactTexts)}))`;
  },
  foldedIn: (value, texts) =>
    isLong(texts)
      ? sql`${foldCase(value)} in (select lower(listed) from unnest(cast(${listOf(texts)} as text[])) as listed)`
      : sql`${foldCase(value)} in (${sql.join(texts.map((text) => foldCase(sql`${text}`)))})`,
  exact: (value) => exactText(value),
  pair: (first, second) => sql`concat(${exactText(first)}, chr(31), ${second})`,
  decimal: (value) => sql`cast(${value} as numeric)`,
  orderBy: (column, { direction, nullable, nullsFirst }): RawBuilder<unknown>[] => {
    if (!nullable) return [sql`${column} ${directionKeyword(direction)}`];
    return [sql`${column} ${directionKeyword(direction)} ${nullsFirst ? sql`nulls first` : sql`nulls last`}`];
  },
};

const isLong = (texts: readonly ColumnValue[]) => texts.length > MAX_SEPARATE_PARAMETERS;

const listOf = (texts: readonly ColumnValue[]) =>
  new ColumnValueList(
    texts[0]?.column ?? '',
    texts.map(({ text }) => text),
  );
