import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PagePositions } from '../shared/connection.js';
import type { Position } from '../shared/cursor.js';
import { type KeysetCondition, keysetAlternatives, keysetBound, type SortTerm } from '../shared/keyset.js';
import { searchWords } from '../shared/search-words.js';

/** Which page of a list to read, and in which order. The last term is unique. */
export type ListPage<Column extends string = string> = PagePositions & { terms: readonly SortTerm<Column>[] };

/**
 * The SQL expression of each sort column. An expression that is one column of an entity stands in brackets: otherwise
 * TypeORM takes it for a property and renames it. A day is given as text, because the driver would read it as a time.
 */
export type SortExpressions<Column extends string> = Readonly<Record<Column, string>>;

/** Reads a page of a filtered list: rows in the direction of reading, up to one more than the limit. */
export async function readListPage<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  page: ListPage<Column>,
): Promise<{ row: Row; position: Position }[]> {
  const selected = selectListPage(query, expressions, page);
  const { entities, raw } = await selected.getRawAndEntities<Record<string, unknown>>();
  return entities.map((row, index) => ({
    row,
    position: page.terms.map(({ column }) => toCursorValue(raw[index]?.[`sort_${column}`])),
  }));
}

/** Restricts a filtered list to a page, and selects its sort values too. */
export function selectListPage<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  page: ListPage<Column>,
): SelectQueryBuilder<Row> {
  if (page.after) whereKeyset(query, expressions, { ...page, position: page.after, backwards: false });
  if (page.before) whereKeyset(query, expressions, { ...page, position: page.before, backwards: true });
  const nulls = page.backwards ? 'NULLS FIRST' : 'NULLS LAST';
  for (const { column, direction, nullable } of page.terms) {
    const sortDirection = (direction === 'ASC') !== page.backwards ? 'ASC' : 'DESC';
    query.addSelect(expressions[column], `sort_${column}`);
    // Where there are no nulls, naming their place would only keep a descending order from its index.
    query.addOrderBy(`sort_${column}`, sortDirection, nullable ? nulls : undefined);
  }
  return query.limit(page.limit + 1);
}

/** Restricts a list to the rows in which every word of the search occurs. @param text the SQL of what is searched */
export function whereWords<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  text: string,
  search: string | null | undefined,
): void {
  for (const [index, word] of searchWords(search).entries()) {
    const name = `word${index}`;
    query.andWhere(`${text} ilike :${name} escape '\\'`, {
      [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    });
  }
}

/** Restricts a query to the rows after a position, or to those before it if `backwards`. */
function whereKeyset<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  { terms, position, backwards }: Pick<ListPage<Column>, 'terms' | 'backwards'> & { position: Position },
): void {
  const parameters: Record<string, string> = {};
  const toSql = (condition: KeysetCondition<Column>) => {
    const expression = expressions[condition.column];
    if (!('value' in condition)) return `${expression} ${condition.operator}`;
    const name = `${backwards ? 'before' : 'after'}_${condition.column}`;
    parameters[name] = condition.value;
    return `${expression} ${condition.operator} :${name}`;
  };
  const alternatives = keysetAlternatives(terms, position, backwards).map((all) =>
    all.map(toSql).join(' and '),
  );
  const beyond = alternatives.map((all) => `(${all})`).join(' or ') || 'false';
  const bound = keysetBound(terms, position, backwards).map(toSql);
  query.andWhere([...bound, `(${beyond})`].join(' and '), parameters);
}

/** A sort value as text, in the form that the next page's query accepts. */
function toCursorValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
