/** One column of an order. Nulls come last in either direction. */
export interface SortTerm<Column extends string = string> {
  column: Column;
  direction: 'ASC' | 'DESC';
  nullable: boolean;
}

/** A comparison that a store turns into SQL. */
export type KeysetCondition<Column extends string = string> =
  | { column: Column; operator: '=' | '<' | '>'; value: string }
  | { column: Column; operator: 'is null' | 'is not null' };

/**
 * The rows that come after a position in an order, as alternatives (joined by OR) of conditions (joined by AND).
 * The last term must be unique, else rows that tie with the position are lost.
 *
 * @param terms the order
 * @param values the position's value in each term's column, null where the column is null
 * @param backwards true asks for the rows before the position instead
 */
export function keysetAlternatives<Column extends string>(
  terms: readonly SortTerm<Column>[],
  values: readonly (string | null)[],
  backwards: boolean,
): KeysetCondition<Column>[][] {
  const alternatives: KeysetCondition<Column>[][] = [];
  const equalSoFar: KeysetCondition<Column>[] = [];
  for (const [index, term] of terms.entries()) {
    const value = values[index] ?? null;
    for (const beyond of conditionsBeyond(term, value, backwards)) alternatives.push([...equalSoFar, beyond]);
    equalSoFar.push(
      value === null
        ? { column: term.column, operator: 'is null' }
        : { column: term.column, operator: '=', value },
    );
  }
  return alternatives;
}

function conditionsBeyond<Column extends string>(
  { column, direction, nullable }: SortTerm<Column>,
  value: string | null,
  backwards: boolean,
): KeysetCondition<Column>[] {
  // Nulls are last, so nothing lies beyond one; going backwards, everything else does.
  if (value === null) return backwards ? [{ column, operator: 'is not null' }] : [];
  const ascending = (direction === 'ASC') !== backwards;
  const beyond: KeysetCondition<Column>[] = [{ column, operator: ascending ? '>' : '<', value }];
  if (nullable && !backwards) beyond.push({ column, operator: 'is null' });
  return beyond;
}
