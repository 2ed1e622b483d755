import { sql } from 'kysely';
import type { ErpScope } from '../../shared/auth.js';
import type { DateFilter, DecimalFilter, StringFilter } from '../../shared/filters.type.js';
import { searchWords } from '../../shared/search-words.js';
import type { ErpDialect } from '../erp-dialect.js';
import type { Condition } from './condition.js';
import { FIRST_DATE, LAST_DATE } from './shown-values.js';

/** The condition that a row's customer is exactly one of the scope's; none for a scope of all customers. */
export function withinScope(dialect: ErpDialect<'customer_name'>, scope: ErpScope): Condition[] {
  if (scope.all) return [];
  return [dialect.exactlyIn('customer_name', [...scope.names])];
}

/** The conditions of a text filter on a column. */
export function matchesText<Column extends string>(
  dialect: ErpDialect<Column>,
  column: Column,
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

/** The conditions of a decimal filter on a column. */
export function matchesDecimal<Column extends string>(
  dialect: ErpDialect<Column>,
  column: Column,
  filter: DecimalFilter | null | undefined,
): Condition[] {
  const conditions: Condition[] = [];
  if (filter?.equals) conditions.push(dialect.compareQuantity(column, '=', filter.equals));
  if (filter?.greaterThan) conditions.push(dialect.compareQuantity(column, '>', filter.greaterThan));
  if (filter?.lessThan) conditions.push(dialect.compareQuantity(column, '<', filter.lessThan));
  return conditions;
}

/** The conditions of a date filter on a column. A date that can't be shown, such as infinity, matches no range. */
export function matchesDate<Column extends string>(
  dialect: ErpDialect<Column>,
  column: Column,
  filter: DateFilter | null | undefined,
): Condition[] {
  if (!filter?.from && !filter?.to) return [];
  const [from, to] = [filter.from ?? FIRST_DATE, filter.to ?? LAST_DATE].map((date) =>
    dialect.value(column, date),
  );
  return [sql`${dialect.column(column)} >= ${from}`, sql`${dialect.column(column)} <= ${to}`];
}

/** The conditions of a search: every word must occur in one of these columns. */
export function matchesSearch<Column extends string>(
  dialect: ErpDialect<Column>,
  columns: readonly Column[],
  search: string | null | undefined,
): Condition[] {
  return searchWords(search).map((word) => {
    const alternatives = columns.map((column) => dialect.like(column, word, 'anywhere'));
    return sql`(${sql.join(alternatives, sql` or `)})`;
  });
}
