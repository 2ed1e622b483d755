/** One column of an order. */
export interface SortTerm<Column extends string = string> {
  column: Column;
  direction: 'ASC' | 'DESC';
  nullable: boolean;
  /** Whether nulls come before all values, in the direction of the order. Otherwise they come after them. */
  nullsFirst: boolean;
}

/** A comparison that a store turns into SQL. */
export type KeysetCondition<Column extends string = string> =
  | { column: Column; operator: '=' | '<' | '>' | '<=' | '>='; value: string }
  | { column: Column; operator: 'is null' | 'is not null' };

/** All conditions of `all` must hold, and one of the alternatives in `oneOf` unless that is empty. */
export interface KeysetBranch<Column extends string = string> {
  all: KeysetCondition<Column>[];
  oneOf: KeysetCondition<Column>[][];
}

/**
 * The condition for the rows after a position in an order: alternatives (joined by OR) of conditions (joined by AND).
 * The last term must be unique, otherwise rows that tie with the position are lost.
 *
 * @param terms the order
 * @param values the position's value in each term's column, null where the column is null
 * @param backwards true for the rows before the position instead
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
    equalSoFar.push(equalTo(term.column, value));
  }
  return alternatives;
}

/**
 * The same rows as disjoint branches: the rows that tie with the position in the first column, and the rows beyond it.
 * For each branch the database can start reading an index at the right place. With a single condition that uses OR, it
 * would read and discard all rows before the position.
 */
export function keysetBranches<Column extends string>(
  terms: readonly SortTerm<Column>[],
  values: readonly (string | null)[],
  backwards: boolean,
): KeysetBranch<Column>[] {
  const [first, ...rest] = terms;
  if (!first) return [];
  const [value = null, ...restValues] = values;
  const beyond = conditionsBeyond(first, value, backwards).map((condition) => ({
    all: [condition],
    oneOf: [],
  }));
  const alternatives = keysetAlternatives(rest, restValues, backwards);
  if (alternatives.length === 0) return beyond;
  const ties = {
    all: [equalTo(first.column, value), ...keysetBound(rest, restValues, backwards)],
    oneOf: alternatives,
  };
  return [ties, ...beyond];
}

function equalTo<Column extends string>(column: Column, value: string | null): KeysetCondition<Column> {
  return value === null ? { column, operator: 'is null' } : { column, operator: '=', value };
}

function conditionsBeyond<Column extends string>(
  { column, direction, nullable, nullsFirst }: SortTerm<Column>,
  value: string | null,
  backwards: boolean,
): KeysetCondition<Column>[] {
  const nullsFollow = nullsFirst === backwards;
  // Either nothing but other nulls follows a null, or all values do.
  if (value === null) return nullsFollow ? [] : [{ column, operator: 'is not null' }];
  const ascending = (direction === 'ASC') !== backwards;
  const beyond: KeysetCondition<Column>[] = [{ column, operator: ascending ? '>' : '<', value }];
  if (nullable && nullsFollow) beyond.push({ column, operator: 'is null' });
  return beyond;
}

/**
 * The range of the first column that all rows after a position lie in: with alternatives alone, the database can't use an
 * index. No condition if nulls are among them.
 */
export function keysetBound<Column extends string>(
  [term]: readonly SortTerm<Column>[],
  [value = null]: readonly (string | null)[],
  backwards: boolean,
): KeysetCondition<Column>[] {
  if (!term || value === null || (term.nullable && term.nullsFirst === backwards)) return [];
  const ascending = (term.direction === 'ASC') !== backwards;
  return [{ column: term.column, operator: ascending ? '>=' : '<=', value }];
}

/** The position of a row in an order, with all digits that the server printed. */
export function positionOf(
  row: Readonly<Record<string, string | null>>,
  terms: readonly { column: string }[],
): (string | null)[] {
  return terms.map((term) => row[term.column] ?? null);
}
