import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type KeysetCondition,
  keysetAlternatives,
  keysetBound,
  keysetBranches,
  type SortTerm,
} from '../../src/shared/keyset.js';

type Column = 'a' | 'b' | 'id';
type Row = Record<Column, string | null>;

const value = fc.option(fc.constantFrom('1', '2', '3'));
const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.record({ a: value, b: value }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((row, index) => ({ ...row, id: String.fromCharCode(65 + index) })));
const termOf = <Name extends Column>(column: Name, nullable: boolean): fc.Arbitrary<SortTerm<Column>> =>
  fc.record({
    column: fc.constant(column),
    direction: fc.constantFrom('ASC', 'DESC'),
    nullable: fc.constant(nullable),
    nullsFirst: fc.boolean(),
  });
const order = fc.tuple(termOf('a', true), termOf('b', true), termOf('id', false));

function compare(terms: readonly SortTerm<Column>[], left: Row, right: Row): number {
  for (const { column, direction, nullsFirst } of terms) {
    const [a, b] = [left[column], right[column]];
    if (a === b) continue;
    if (a === null || b === null) return (a === null) === nullsFirst ? -1 : 1;
    return a < b === (direction === 'ASC') ? -1 : 1;
  }
  return 0;
}

/** Whether a condition holds, as in SQL: a comparison with null does not. */
function holds(row: Row, condition: KeysetCondition<Column>): boolean {
  const found = row[condition.column];
  if (!('value' in condition)) return (found === null) === (condition.operator === 'is null');
  if (found === null) return false;
  const { operator, value } = condition;
  if (operator === '=') return found === value;
  if (found === value) return operator.endsWith('=');
  return found < value === operator.startsWith('<');
}

test('what follows a row in an order is found once, wherever the nulls of each column go', () => {
  fc.assert(
    fc.property(rows, order, fc.nat(), fc.boolean(), (list, terms, at, backwards) => {
      const sorted = [...list].sort((left, right) => compare(terms, left, right));
      const place = at % sorted.length;
      const position = terms.map(({ column }) => sorted[place]?.[column] ?? null);
      const all = (row: Row, conditions: readonly KeysetCondition<Column>[]) =>
        conditions.every((condition) => holds(row, condition));
      const any = (row: Row, alternatives: readonly KeysetCondition<Column>[][]) =>
        alternatives.some((conditions) => all(row, conditions));

      const beyond = backwards ? sorted.slice(0, place) : sorted.slice(place + 1);
      const alternatives = keysetAlternatives(terms, position, backwards);
      expect(sorted.filter((row) => any(row, alternatives))).toEqual(beyond);
      const bound = keysetBound(terms, position, backwards);
      expect(beyond.filter((row) => all(row, bound))).toEqual(beyond);
      const found = keysetBranches(terms, position, backwards).flatMap((branch) =>
        sorted.filter((row) => all(row, branch.all) && (branch.oneOf.length === 0 || any(row, branch.oneOf))),
      );
      // Each row is in one branch only.
      expect(found.sort((left, right) => compare(terms, left, right))).toEqual(beyond);
    }),
    { numRuns: 500 },
  );
});
