import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ErpScope } from '../../shared/auth.js';
import type { Position } from '../../shared/cursor.js';
import {
  type KeysetCondition,
  keysetAlternatives,
  keysetBound,
  keysetBranches,
  type SortTerm,
} from '../../shared/keyset.js';
import type { ErpDialect } from '../erp-dialect.js';
import type { SqlRelation } from '../mapped-relation.js';

/** One term of an order of the ERP's rows. */
export interface RowTerm<Column extends string> extends SortTerm<Column> {
  /** Whether the column has decimals, which are compared with all their digits. */
  decimal: boolean;
}

/** The direction of one column. Its nulls come last, unless they are said to come first. */
export type ColumnOrder<Column extends string> = Pick<RowTerm<Column>, 'column' | 'direction'> &
  Partial<Pick<RowTerm<Column>, 'nullsFirst'>>;

/** What is known of a relation's columns for its orders. */
export interface OrderedColumns<Column extends string> {
  /** The order if none is asked for. */
  byDefault: readonly ColumnOrder<Column>[];
  /** The column that identifies a row. */
  id: Column;
  customer: Column;
  neverNull: ReadonlySet<Column>;
  decimals: ReadonlySet<Column>;
}

/**
 * An order, or the default if it is empty, made total by the row's id. If a column is given twice, the first counts. If the
 * scope has only one customer, the customer's name is left out: it would not order anything, and would keep the database
 * from using an index.
 */
export function totalOrder<Column extends string>(
  order: readonly ColumnOrder<Column>[],
  scope: ErpScope,
  { byDefault, id, customer, neverNull, decimals }: OrderedColumns<Column>,
): RowTerm<Column>[] {
  const terms = new Map<Column, RowTerm<Column>>();
  const byId: ColumnOrder<Column> = { column: id, direction: 'ASC' };
  for (const { column, direction, nullsFirst = false } of [...(order.length > 0 ? order : byDefault), byId]) {
    const [nullable, decimal] = [!neverNull.has(column), decimals.has(column)];
    if (!terms.has(column)) terms.set(column, { column, direction, nullable, nullsFirst, decimal });
  }
  if (!scope.all && scope.names.size === 1) terms.delete(customer);
  return [...terms.values()];
}

/** An order by the fields of the API, made total; see `totalOrder`. @param fields the column of each field */
export function orderOfFields<Field extends string, Column extends string>(
  fields: Readonly<Record<Field, Column>>,
  orderBy: readonly { field: Field; direction: 'ASC' | 'DESC' }[] | null | undefined,
  scope: ErpScope,
  columns: OrderedColumns<Column>,
): RowTerm<Column>[] {
  const order = (orderBy ?? []).map(({ field, direction }) => ({ column: fields[field], direction }));
  return totalOrder(order, scope, columns);
}

/** The same terms, of which fewer may be null: a term for nulls would keep the server from reading an index in order. */
export function withKnownNulls<Column extends string>(
  relation: SqlRelation<Column>,
  terms: readonly RowTerm<Column>[],
): RowTerm<Column>[] {
  return terms.map((term) => ({ ...term, nullable: term.nullable && relation.mayBeNull(term.column) }));
}

/** The ORDER BY list for reading a list forwards or backwards. */
export function orderByTerms<Column extends string>(
  dialect: ErpDialect<Column>,
  terms: readonly RowTerm<Column>[],
  backwards: boolean,
  expressionOf: (column: Column) => Expression<unknown> = dialect.column,
) {
  const list = terms.flatMap(({ column, direction, nullable, nullsFirst }) =>
    dialect.orderBy(expressionOf(column), {
      direction: (direction === 'ASC') !== backwards ? 'ASC' : 'DESC',
      nullable,
      nullsFirst: nullsFirst !== backwards,
    }),
  );
  return sql`${sql.join(list)}`;
}

/** The condition that a row lies beyond a position, in the direction of reading. */
export function conditionBeyond<Column extends string>(
  dialect: ErpDialect<Column>,
  terms: readonly RowTerm<Column>[],
  position: Position,
  backwards: boolean,
): RawBuilder<boolean> {
  const render = renderer(dialect, terms);
  const [bound] = keysetBound(terms, position, backwards);
  const beyond = oneOf(keysetAlternatives(terms, position, backwards), render);
  return bound ? sql`(${render(bound)} and ${beyond})` : beyond;
}

/** The same condition, split into disjoint branches for separate queries. */
export function branchesBeyond<Column extends string>(
  dialect: ErpDialect<Column>,
  terms: readonly RowTerm<Column>[],
  position: Position,
  backwards: boolean,
): RawBuilder<boolean>[] {
  const render = renderer(dialect, terms);
  return keysetBranches(terms, position, backwards).map((branch) => {
    const all = branch.all.map(render);
    if (branch.oneOf.length > 0) all.push(oneOf(branch.oneOf, render));
    return sql<boolean>`(${sql.join(all, sql` and `)})`;
  });
}

type Render<Column extends string> = (condition: KeysetCondition<Column>) => RawBuilder<boolean>;

function oneOf<Column extends string>(
  alternatives: KeysetCondition<Column>[][],
  render: Render<Column>,
): RawBuilder<boolean> {
  // Nothing lies beyond a row that is null in every column of the order.
  if (alternatives.length === 0) return sql`1 = 0`;
  const rendered = alternatives.map((all) => sql`(${sql.join(all.map(render), sql` and `)})`);
  return sql`(${sql.join(rendered, sql` or `)})`;
}

/** Renders the conditions of one position. A column's value is always the same object, so that it is sent only once. */
function renderer<Column extends string>(
  dialect: ErpDialect<Column>,
  terms: readonly RowTerm<Column>[],
): Render<Column> {
  const decimals = new Set(terms.filter(({ decimal }) => decimal).map(({ column }) => column));
  const values = new Map<Column, RawBuilder<unknown>>();
  const parameterOf = (column: Column, text: string) => {
    const value =
      values.get(column) ?? (decimals.has(column) ? dialect.decimal(text) : dialect.value(column, text));
    values.set(column, value);
    return value;
  };
  return (condition) => {
    const column = dialect.column(condition.column);
    if (!('value' in condition)) return sql`${column} ${sql.raw(condition.operator)}`;
    return sql`${column} ${sql.raw(condition.operator)} ${parameterOf(condition.column, condition.value)}`;
  };
}
