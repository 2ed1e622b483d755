import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PagePositions } from '../shared/connection.js';
import type { Position } from '../shared/cursor.js';
import { limitedRead } from './limited-read.js';

/** The order of a list. */
export interface ListOrder<Column extends string = string> {
  direction: 'ASC' | 'DESC';
  /** The columns of the order, all in its direction. The last one is unique. */
  columns: readonly Column[];
  /** Whether the first column may be null; no other may. Nulls come last, ascending and descending. */
  nullable: boolean;
}

/** Which page of a list to read, and in which order. */
export type ListPage<Column extends string = string> = PagePositions & { order: ListOrder<Column> };

/**
 * The SQL expression of each sort column, as an index has it. An expression that is one column of an entity stands in
 * brackets: otherwise TypeORM takes it for a property and renames it.
 */
export type SortExpressions<Column extends string> = Readonly<Record<Column, string>>;

/** A row of a list, and its position in the list's order. */
interface ListedRow<Row> {
  row: Row;
  position: Position;
}

/**
 * Reads a page of a filtered list: rows in the direction of reading, up to one more than the limit.
 *
 * @throws INTERNAL_SERVER_ERROR, retryable, if it takes too long
 */
export function readListPage<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  page: ListPage<Column>,
): Promise<ListedRow<Row>[]> {
  return limitedRead(query.dataSource, async (runner) => {
    const listed: ListedRow<Row>[] = [];
    for (const part of partsOf(page)) {
      const own = query.clone().setQueryRunner(runner);
      listed.push(...(await readPart(own, expressions, { ...part, limit: page.limit - listed.length })));
      if (listed.length > page.limit) break;
    }
    return listed;
  });
}

/** Restricts a filtered list to a page, and selects its sort values too. The first column is not nullable. */
export function selectListPage<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  page: ListPart<Column>,
): SelectQueryBuilder<Row> {
  const { after, before, backwards, first } = page;
  const { columns, direction } = page.order;
  if (first) query.andWhere(`${expressions[first.column]} is ${first.is}`);
  // Without values in the first column, the others decide.
  const compared = first?.is === 'null' ? 1 : 0;
  const whereBeyond = (name: string, operator: string, position: Position) => {
    const parameters = position.map((value, index) => [`${name}${index}`, value] as const).slice(compared);
    const row = columns.slice(compared).map((column) => expressions[column]);
    const values = parameters.map(([parameter]) => `:${parameter}`);
    // A comparison of rows, because an index starts at the right place with it.
    query.andWhere(`(${row.join(', ')}) ${operator} (${values.join(', ')})`, Object.fromEntries(parameters));
  };
  const [later, earlier] = direction === 'ASC' ? ['>', '<'] : ['<', '>'];
  if (after) whereBeyond('after', later, after);
  if (before) whereBeyond('before', earlier, before);
  const sorted = (direction === 'ASC') !== backwards ? 'ASC' : 'DESC';
  for (const column of columns) {
    query.addSelect(expressions[column], `sort_${column}`).addOrderBy(`sort_${column}`, sorted);
  }
  return query.limit(page.limit + 1);
}

/** A page of a list, or of its part with or without values in the first column. */
type ListPart<Column extends string> = ListPage<Column> & {
  first?: { column: Column; is: 'null' | 'not null' };
};

/**
 * The parts of a list in the direction of reading. They are read one after the other, because an index has nulls last in
 * one direction only: for the other one, the whole list would need a second index.
 */
function partsOf<Column extends string>(page: ListPage<Column>): ListPart<Column>[] {
  const { after, before, order } = page;
  const [column] = order.columns;
  if (!order.nullable || column === undefined) return [page];
  const [isAfterNull, isBeforeNull] = [after?.[0] === null, before?.[0] === null];
  const parts: ListPart<Column>[] = [];
  if (!isAfterNull)
    parts.push({ ...page, before: isBeforeNull ? null : before, first: { column, is: 'not null' } });
  if (isBeforeNull || before === null)
    parts.push({ ...page, after: isAfterNull ? after : null, first: { column, is: 'null' } });
  return page.backwards ? parts.reverse() : parts;
}

async function readPart<Row extends ObjectLiteral, Column extends string>(
  query: SelectQueryBuilder<Row>,
  expressions: SortExpressions<Column>,
  part: ListPart<Column>,
): Promise<ListedRow<Row>[]> {
  const { columns } = part.order;
  selectListPage(query, expressions, part);
  // As text: the driver would read a day as a time, and shorten a time to milliseconds.
  for (const column of columns) query.addSelect(`cast(${expressions[column]} as text)`, `text_${column}`);
  const { entities, raw } = await query.getRawAndEntities<Record<string, string | null>>();
  return entities.map((row, index) => ({
    row,
    position: columns.map((column) => raw[index]?.[`text_${column}`] ?? null),
  }));
}
