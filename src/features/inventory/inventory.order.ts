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

const COLUMNS: Record<InventoryOrderField, { column: InventoryColumn; nullable: boolean }> = {
  ERP_CUSTOMER: { column: 'customer_name', nullable: false },
  PART_NUMBER: { column: 'part_number', nullable: false },
  DESCRIPTION: { column: 'description', nullable: true },
  WAREHOUSE: { column: 'warehouse', nullable: true },
  BIN: { column: 'bin', nullable: true },
  LOT: { column: 'lot', nullable: true },
  STATUS: { column: 'status', nullable: true },
  QUANTITY_ON_HAND: { column: 'quantity_on_hand', nullable: false },
  QUANTITY_AVAILABLE: { column: 'quantity_available', nullable: false },
  RECEIVED_ON: { column: 'received_on', nullable: true },
  EXPIRES_ON: { column: 'expires_on', nullable: true },
  LAST_MOVED_AT: { column: 'last_moved_at', nullable: true },
};

const DEFAULT_ORDER = [
  { field: InventoryOrderField.ERP_CUSTOMER, direction: 'ASC' },
  { field: InventoryOrderField.PART_NUMBER, direction: 'ASC' },
] as const;

const DECIMAL_COLUMNS: ReadonlySet<InventoryColumn> = new Set([
  'quantity_on_hand',
  'quantity_allocated',
  'quantity_available',
]);

/**
 * The requested order, made total by the row's id. If a field is given twice, the first counts. If the scope has only
 * one customer, the customer's name is left out: it would not order anything, and would keep the database from using an
 * index.
 */
export function toTerms(
  orderBy: readonly InventoryOrder[] | null | undefined,
  scope: ErpScope,
): InventoryTerm[] {
  const terms = new Map<InventoryColumn, InventoryTerm>();
  for (const { field, direction } of orderBy?.length ? orderBy : DEFAULT_ORDER) {
    const { column, nullable } = COLUMNS[field];
    if (!terms.has(column)) terms.set(column, { column, direction, nullable });
  }
  if (!scope.all && scope.names.size === 1) terms.delete('customer_name');
  terms.set('row_id', { column: 'row_id', direction: 'ASC', nullable: false });
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
  const list = terms.flatMap(({ column, direction, nullable }) =>
    dialect.orderBy(expressionOf(column), {
      direction: (direction === 'ASC') !== backwards ? 'ASC' : 'DESC',
      nullable,
      nullsFirst: backwards,
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
