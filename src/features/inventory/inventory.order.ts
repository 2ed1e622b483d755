import { type Expression, type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import type { ErpSql } from '../../erp/erp-sql.js';
import { columnOf, type InventoryColumn } from '../../erp/inventory-column.js';
import type { ErpScope } from '../../shared/auth.js';
import type { Position } from '../../shared/cursor.js';
import {
  type KeysetCondition,
  keysetAlternatives,
  keysetBound,
  keysetBranches,
  type SortTerm,
} from '../../shared/keyset.js';
import { type InventoryOrder, InventoryOrderField } from './inventory.args.js';

/** One term of an inventory order. */
export type InventoryTerm = SortTerm<InventoryColumn>;

const COLUMNS: Record<InventoryOrderField, InventoryColumn> = {
  ERP_CUSTOMER: 'customer_name',
  PART_NUMBER: 'part_number',
  DESCRIPTION: 'description',
  WAREHOUSE: 'warehouse',
  BIN: 'bin',
  LOT: 'lot',
  STATUS: 'status',
  QUANTITY_ON_HAND: 'quantity_on_hand',
  QUANTITY_AVAILABLE: 'quantity_available',
  RECEIVED_ON: 'received_on',
  EXPIRES_ON: 'expires_on',
  LAST_MOVED_AT: 'last_moved_at',
};

const DEFAULT_ORDER: readonly ColumnOrder[] = [
  { column: 'customer_name', direction: 'ASC' },
  { column: 'part_number', direction: 'ASC' },
];

/** According to docs/erp.md. */
const NEVER_NULL: ReadonlySet<InventoryColumn> = new Set([
  'row_id',
  'customer_name',
  'part_number',
  'unit',
  'quantity_on_hand',
  'quantity_allocated',
  'quantity_available',
]);

const DECIMAL_COLUMNS: ReadonlySet<InventoryColumn> = new Set([
  'quantity_on_hand',
  'quantity_allocated',
  'quantity_available',
]);

/** The requested order, made total; see `totalOrder`. */
export function toTerms(
  orderBy: readonly InventoryOrder[] | null | undefined,
  scope: ErpScope,
): InventoryTerm[] {
  const order = (orderBy ?? []).map(({ field, direction }) => ({ column: COLUMNS[field], direction }));
  return totalOrder(order, scope);
}

/** The direction of one column. Its nulls come last, unless they are said to come first. */
export type ColumnOrder = Pick<InventoryTerm, 'column' | 'direction'> &
  Partial<Pick<InventoryTerm, 'nullsFirst'>>;

/**
 * An order, or the default if it is empty, made total by the row's id. If a column is given twice, the first counts. If the
 * scope has only one customer, the customer's name is left out: it would not order anything, and would keep the database
 * from using an index.
 */
export function totalOrder(order: readonly ColumnOrder[], scope: ErpScope): InventoryTerm[] {
  const terms = new Map<InventoryColumn, InventoryTerm>();
  const byId: ColumnOrder = { column: 'row_id', direction: 'ASC' };
  for (const { column, direction, nullsFirst = false } of [
    ...(order.length > 0 ? order : DEFAULT_ORDER),
    byId,
  ]) {
    const nullable = !NEVER_NULL.has(column);
    if (!terms.has(column)) terms.set(column, { column, direction, nullable, nullsFirst });
  }
  if (!scope.all && scope.names.size === 1) terms.delete('customer_name');
  return [...terms.values()];
}

/** The same terms, of which fewer may be null: a term for nulls would keep the server from reading an index in order. */
export function withKnownNulls(sql: ErpSql, terms: readonly InventoryTerm[]): InventoryTerm[] {
  return terms.map((term) => ({ ...term, nullable: term.nullable && sql.mayBeNull(term.column) }));
}

/** The ORDER BY list for reading a list forwards or backwards. */
export function orderByTerms(
  dialect: ErpDialect,
  terms: readonly InventoryTerm[],
  backwards: boolean,
  expressionOf: (column: InventoryColumn) => Expression<unknown> = columnOf,
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
export function conditionBeyond(
  dialect: ErpDialect,
  terms: readonly InventoryTerm[],
  position: Position,
  backwards: boolean,
): RawBuilder<boolean> {
  const render = renderer(dialect);
  const [bound] = keysetBound(terms, position, backwards);
  const beyond = oneOf(keysetAlternatives(terms, position, backwards), render);
  return bound ? sql`(${render(bound)} and ${beyond})` : beyond;
}

/** The same condition, split into disjoint branches for separate queries. */
export function branchesBeyond(
  dialect: ErpDialect,
  terms: readonly InventoryTerm[],
  position: Position,
  backwards: boolean,
): RawBuilder<boolean>[] {
  const render = renderer(dialect);
  return keysetBranches(terms, position, backwards).map((branch) => {
    const all = branch.all.map(render);
    if (branch.oneOf.length > 0) all.push(oneOf(branch.oneOf, render));
    return sql<boolean>`(${sql.join(all, sql` and `)})`;
  });
}

type Condition = KeysetCondition<InventoryColumn>;
type Render = (condition: Condition) => RawBuilder<boolean>;

function oneOf(alternatives: Condition[][], render: Render): RawBuilder<boolean> {
  // Nothing lies beyond a row that is null in every column of the order.
  if (alternatives.length === 0) return sql`1 = 0`;
  const rendered = alternatives.map((all) => sql`(${sql.join(all.map(render), sql` and `)})`);
  return sql`(${sql.join(rendered, sql` or `)})`;
}

/** Renders the conditions of one position. A column's value is always the same object, so that it is sent only once. */
function renderer(dialect: ErpDialect): Render {
  const values = new Map<InventoryColumn, RawBuilder<unknown>>();
  const parameterOf = (column: InventoryColumn, text: string) => {
    const value =
      values.get(column) ??
      (DECIMAL_COLUMNS.has(column) ? dialect.decimal(text) : dialect.value(column, text));
    values.set(column, value);
    return value;
  };
  return (condition) => {
    const column = columnOf(condition.column);
    if (!('value' in condition)) return sql`${column} ${sql.raw(condition.operator)}`;
    return sql`${column} ${sql.raw(condition.operator)} ${parameterOf(condition.column, condition.value)}`;
  };
}
