import { type Expression, type RawBuilder, sql } from 'kysely';
import { ColumnValue } from '../erp.js';
import {
  directionKeyword,
  type ErpDialect,
  foldCase,
  likePattern,
  MAX_SEPARATE_PARAMETERS,
} from '../erp-dialect.js';
import { isInList, listsOf } from './mssql-list.js';

/** A text as bytes, for exact comparison. It ends with '.', because SQL Server ignores zero bytes at the end. */
const bytesOf = (value: Expression<unknown>) =>
  sql`cast(concat(cast(${value} as nvarchar(400)), '.') as varbinary(802))`;

/** The SQL of SQL Server. */
export const mssqlDialect: ErpDialect = {
  like: (value, { column, text }, where) => {
    const literal = text.replace(/[%_[]/g, '[$&]');
    const like = new ColumnValue(column, likePattern(literal, where));
    return sql`${foldCase(value)} like ${foldCase(sql`${like}`)}`;
  },
  text: (value) => sql`cast(${value} as nvarchar(400))`,
  // The plain IN lets the server use an index. Depending on the collation, it ignores case, width or trailing blanks;
  // the comparison of the bytes does not.
  exactlyIn: (value, texts) => {
    if (texts.length > MAX_SEPARATE_PARAMETERS)
      return holdsForAny(texts, (one) => sql`${value} = ${one} and ${bytesOf(value)} = ${bytesOf(one)}`);
    const values = padded(texts);
    const bytes = values.map((text) => bytesOf(sql`${text}`));
    return sql`(${value} in (${sql.join(values)}) and ${bytesOf(value)} in (${sql.join(bytes)}))`;
  },
  foldedIn: (value, texts) => {
    if (texts.length > MAX_SEPARATE_PARAMETERS)
      return holdsForAny(texts, (one) => sql`${foldCase(value)} = ${foldCase(one)}`);
    return sql`${foldCase(value)} in (${sql.join(padded(texts).map((text) => foldCase(sql`${text}`)))})`;
  },
  exact: bytesOf,
  // The first text is written as the hexadecimal digits of its bytes, so that no collation treats two texts as equal.
  pair: (first, second) => sql`concat(convert(varchar(1604), ${bytesOf(first)}, 2), char(31), ${second})`,
  decimal: (value) => {
    // The scale of the value itself: a fixed one would round long values or overflow large ones.
    const scale = value.split('.')[1]?.length ?? 0;
    return sql`cast(${value} as decimal(38, ${sql.raw(String(scale))}))`;
  },
  orderBy: (column, { direction, nullable, nullsFirst }) => {
    const plain = sql`${column} ${directionKeyword(direction)}`;
    // SQL Server sorts nulls as the lowest values, so half of the cases need no extra term.
    if (!nullable || (direction === 'ASC') === nullsFirst) return [plain];
    return [
      sql`case when ${column} is null then ${sql.raw(nullsFirst ? '0 else 1' : '1 else 0')} end`,
      plain,
    ];
  },
};

/** Repeats the last text up to the next power of two: with few lengths of lists, the server keeps few query plans. */
function padded(texts: readonly ColumnValue[]): ColumnValue[] {
  const last = texts.at(-1);
  if (!last) return [];
  const missing = 2 ** Math.ceil(Math.log2(texts.length)) - texts.length;
  return [...texts, ...Array.from({ length: missing }, () => new ColumnValue(last.column, last.text))];
}

/** Whether a condition holds for at least one of many texts. */
function holdsForAny(
  texts: readonly ColumnValue[],
  condition: (one: Expression<unknown>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const lists = listsOf(texts).map((list) => isInList(list, condition));
  return sql`(${sql.join(lists, sql` or `)})`;
}
