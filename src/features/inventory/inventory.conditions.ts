import { type RawBuilder, sql } from 'kysely';
import type { ErpDialect } from '../../erp/erp-dialect.js';
import { columnOf, type InventoryColumn } from '../../erp/inventory-column.js';
import type { ErpScope } from '../../shared/auth.js';
import type { DateFilter, DecimalFilter, StringFilter } from '../../shared/filters.type.js';
import { searchWords } from '../../shared/search-words.js';
import { matchesExpression } from './expression/expression.conditions.js';
import { type Expression, SEARCH_COLUMNS } from './expression/inventory.expression.js';
import type { InventoryFilter } from './inventory.args.js';
import { FIRST_DATE, LAST_DATE } from './shown-values.js';

type Condition = RawBuilder<boolean>;

/** The conditions on the rows of a query: a filter, and optionally an expression that must hold too. */
export type RowConditions = InventoryFilter & { where?: Expression };

/** The condition that a row's customer is exactly one of the scope's; none for a scope of all customers. */
export function withinScope(dialect: ErpDialect, scope: ErpScope): Condition[] {
  if (scope.all) return [];
  return [dialect.exactlyIn('customer_name', [...scope.names])];
}

/** The conditions on the rows, except the filter's customers, which narrow the scope instead. */
export function matchesConditions(dialect: ErpDialect, filter: RowConditions): Condition[] {
  return [
    ...(filter.where ? [matchesExpression(dialect, filter.where)] : []),
    ...matchesText(dialect, 'part_number', filter.partNumber),
    ...matchesText(dialect, 'bin', filter.bin),
    ...matchesText(dialect, 'warehouse', filter.warehouse),
    ...matchesText(dialect, 'lot', filter.lot),
    ...matchesText(dialect, 'status', filter.status),
    ...matchesDecimal(dialect, 'quantity_on_hand', filter.quantityOnHand),
    ...matchesDecimal(dialect, 'quantity_available', filter.quantityAvailable),
    ...matchesDate(dialect, 'expires_on', filter.expiresOn),
    ...matchesDate(dialect, 'received_on', filter.receivedOn),
    ...matchesSearch(dialect, filter.search),
  ];
}

function matchesText(
  dialect: ErpDialect,
  column: InventoryColumn,
  filter: StringFilter | null | undefined,
): Condition[] {
  const conditions: Condition[] = [];
  const isOneOf = (values: readonly string[]): Condition => dialect.foldedIn(column, values);
  if (typeof filter?.equals === 'string') conditions.push(isOneOf([filter.equals]));
  if (filter?.in) conditions.push(filter.in.length > 0 ? isOneOf(filter.in) : sql`1 = 0`);
  const isLike = (text: string, where: 'start' | 'anywhere') => dialect.like(column, text, where);
  if (filter?.startsWith) conditions.push(isLike(filter.startsWith, 'start'));
  if (filter?.contains) conditions.push(isLike(filter.contains, 'anywhere'));
  return conditions;
}

function matchesDecimal(
  dialect: ErpDialect,
  column: InventoryColumn,
  filter: DecimalFilter | null | undefined,
): Condition[] {
  const conditions: Condition[] = [];
  if (filter?.equals) conditions.push(dialect.compareQuantity(column, '=', filter.equals));
  if (filter?.greaterThan) conditions.push(dialect.compareQuantity(column, '>', filter.greaterThan));
  if (filter?.lessThan) conditions.push(dialect.compareQuantity(column, '<', filter.lessThan));
  return conditions;
}

/** A date that can't be shown, such as infinity, matches no range. */
export function matchesDate(
  dialect: ErpDialect,
  column: InventoryColumn,
  filter: DateFilter | null | undefined,
): Condition[] {
  if (!filter?.from && !filter?.to) return [];
  const [from, to] = [filter.from ?? FIRST_DATE, filter.to ?? LAST_DATE].map((date) =>
    dialect.value(column, date),
  );
  return [sql`${columnOf(column)} >= ${from}`, sql`${columnOf(column)} <= ${to}`];
}

function matchesSearch(dialect: ErpDialect, search: string | null | undefined): Condition[] {
  return searchWords(search).map((word) => {
    const alternatives = SEARCH_COLUMNS.map((column) => dialect.like(column, word, 'anywhere'));
    return sql`(${sql.join(alternatives, sql` or `)})`;
  });
}
