import { sql } from 'kysely';
import { columnOf, type ErpDialect, type InventoryColumn } from '../../erp/erp-sql.js';
import type { Position } from '../../shared/cursor.js';
import { type KeysetCondition, keysetAlternatives, type SortTerm } from '../../shared/keyset.js';
import { type InventoryOrder, InventoryOrderField } from './inventory.args.js';

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

const DECIMALS: ReadonlySet<InventoryColumn> = new Set([
  'quantity_on_hand',
  'quantity_allocated',
  'quantity_available',
]);

/** An order as asked for, made total by the row's id. The first mention of a field counts. */
export function toTerms(orderBy: readonly InventoryOrder[] | null | undefined): InventoryTerm[] {
  const terms = new Map<InventoryColumn, InventoryTerm>();
  for (const { field, direction } of orderBy?.length ? orderBy : DEFAULT_ORDER) {
    const { column, nullable } = COLUMNS[field];
    if (!terms.has(column)) terms.set(column, { column, direction, nullable });
  }
  terms.set('row_id', { column: 'row_id', direction: 'ASC', nullable: false });
  return [...terms.values()];
}

/** The ORDER BY list for reading a list forwards, or the other way round. */
export function orderByTerms(dialect: ErpDialect, terms: readonly InventoryTerm[], backwards: boolean) {
  return terms.flatMap(({ column, direction, nullable }) =>
    dialect.orderBy(columnOf(column), {
      direction: (direction === 'ASC') !== backwards ? 'ASC' : 'DESC',
      nullable,
      nullsFirst: backwards,
    }),
  );
}

/** The condition that a row lies beyond a position. */
export function beyond(
  dialect: ErpDialect,
  terms: readonly InventoryTerm[],
  position: Position,
  backwards: boolean,
) {
  const render = (condition: KeysetCondition<InventoryColumn>) => {
    const column = columnOf(condition.column);
    if (!('value' in condition)) return sql<boolean>`${column} ${sql.raw(condition.operator)}`;
    const value = DECIMALS.has(condition.column) ? dialect.decimal(condition.value) : sql`${condition.value}`;
    return sql<boolean>`${column} ${sql.raw(condition.operator)} ${value}`;
  };
  const alternatives = keysetAlternatives(terms, position, backwards).map(
    (conditions) => sql<boolean>`(${sql.join(conditions.map(render), sql` and `)})`,
  );
  // Going backwards from a row whose every sort value is null may leave nothing to compare.
  if (alternatives.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`(${sql.join(alternatives, sql` or `)})`;
}
