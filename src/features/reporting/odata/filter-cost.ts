import { type Expression, kindOf } from '../../inventory/expression/inventory.expression.js';

/** The most that a filter may cost. Hundreds of text tests on each row would keep the ERP from everybody else's queries. */
export const MAX_COST = 2_000;
/** What makes up the cost, for a message. */
export const PRICES =
  'a comparison costs 10, each further value of a list 1 (10 if it is no text, or in another case), contains, startswith and endswith 50, tolower and toupper 50 more';

const COMPARISON = 10;
const LISTED_TEXT = 1;
const TEXT_TEST = 50;
const OTHER_CASE = 50;

/** Roughly how much work an expression is for the ERP on each row, where a comparison of two numbers is 10. */
export function costOf(expression: Expression): number {
  if ('not' in expression) return costOf(expression.not);
  if ('all' in expression) return costOfAll(expression.all);
  if ('any' in expression) return costOfAll(expression.any);
  const { column, letters } = expression;
  const otherCase = letters ? OTHER_CASE : 0;
  if ('test' in expression) return TEXT_TEST + otherCase;
  const further = 'in' in expression ? Math.max(0, expression.in.length - 1) : 0;
  // A server looks up texts in a list at once, and compares all else one after the other.
  const isLookedUp = !letters && ['id', 'text'].includes(kindOf(column));
  return COMPARISON + otherCase + further * (isLookedUp ? LISTED_TEXT : COMPARISON);
}

const costOfAll = (parts: readonly Expression[]): number =>
  parts.reduce((total, part) => total + costOf(part), 0);
