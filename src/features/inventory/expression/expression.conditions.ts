import { sql } from 'kysely';
import type { ErpDialect, TextPlace } from '../../../erp/erp-dialect.js';
import { columnOf, type InventoryColumn } from '../../../erp/mapped-column.js';
import { all, any, type Condition, FALSE, not, TRUE } from '../../../erp/rows/condition.js';
import { compares, isShownAsNull } from './comparison.conditions.js';
import {
  type ColumnComparison,
  type ColumnIn,
  type ColumnText,
  type Expression,
  kindOf,
  type LetterCase,
  type TextTest,
} from './inventory.expression.js';

const PLACES: Record<TextTest, TextPlace> = { contains: 'anywhere', startsWith: 'start', endsWith: 'end' };

/**
 * The condition that an expression is true. A `not` is moved inwards to the tests: there, what it makes of null is
 * known, while SQL's own NOT of a comparison with null finds no row.
 *
 * @param wanted false: the condition that the expression is false, which is not the same as that it isn't true
 */
export function matchesExpression(dialect: ErpDialect, expression: Expression, wanted = true): Condition {
  const each = (parts: readonly Expression[]) =>
    parts.map((part) => matchesExpression(dialect, part, wanted));
  if ('not' in expression) return matchesExpression(dialect, expression.not, !wanted);
  if ('all' in expression) return wanted ? all(each(expression.all)) : any(each(expression.all));
  if ('any' in expression) return wanted ? any(each(expression.any)) : all(each(expression.any));
  if ('test' in expression) return matchesText(dialect, expression, wanted);
  if ('in' in expression) return matchesList(dialect, expression, wanted);
  return matchesComparison(dialect, expression, wanted);
}

function matchesText(dialect: ErpDialect, test: ColumnText, wanted: boolean): Condition {
  const found = hasText(dialect, test);
  return wanted ? found : all([sql`${columnOf(test.column)} is not null`, not(found)]);
}

function matchesComparison(dialect: ErpDialect, test: ColumnComparison, wanted: boolean): Condition {
  const { column, operator, value } = test;
  if (operator === 'ne') return matchesComparison(dialect, { ...test, operator: 'eq' }, !wanted);
  if (operator === 'eq') return matchesList(dialect, { ...test, in: [value] }, wanted);
  if (value === null) return wanted ? FALSE : TRUE;
  const found = compares(dialect, column, { operator, value });
  return wanted ? found : any([isShownAsNull(dialect, column), not(found)]);
}

function matchesList(dialect: ErpDialect, test: ColumnIn, wanted: boolean): Condition {
  const { column } = test;
  const values = test.in.filter((value) => value !== null);
  const found = isOneOf(dialect, test, values);
  const hasNull = values.length < test.in.length;
  if (wanted && !hasNull) return found;
  const isNull = isShownAsNull(dialect, column);
  if (wanted) return any([isNull, found]);
  return hasNull ? all([not(isNull), not(found)]) : any([isNull, not(found)]);
}

/** Whether a column is one of these values; never true for a column that is null. */
function isOneOf(
  dialect: ErpDialect,
  { column, letters }: Pick<ColumnIn, 'column' | 'letters'>,
  values: readonly string[],
): Condition {
  if (letters) return isFoldedIn(dialect, column, inCase(values, letters));
  const kind = kindOf(column);
  if (kind === 'text' || kind === 'id') return values.length > 0 ? dialect.exactlyIn(column, values) : FALSE;
  return any(values.map((value) => compares(dialect, column, { operator: 'eq', value })));
}

/** LIKE makes it exact, because SQL Server's `=` ignores blanks at the end. */
function isFoldedIn(dialect: ErpDialect, column: InventoryColumn, texts: readonly string[]): Condition {
  if (texts.length === 0) return FALSE;
  const exactly = any(texts.map((text) => dialect.like(column, text, 'whole')));
  return all([dialect.foldedIn(column, texts), exactly]);
}

function hasText(dialect: ErpDialect, { column, test, text, letters }: ColumnText): Condition {
  if (!letters) return dialect.exactlyLike(column, text, PLACES[test]);
  return inCase([text], letters).length > 0 ? dialect.like(column, text, PLACES[test]) : FALSE;
}

/** The texts without a letter of the other case. A text in this case contains none. */
function inCase(texts: readonly string[], letters: LetterCase): string[] {
  return texts.filter((text) => text === (letters === 'lower' ? text.toLowerCase() : text.toUpperCase()));
}
