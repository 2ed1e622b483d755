import { expect } from 'vitest';
import type { DemoStockOptions } from './demo-stock-columns.js';
import type { Conjunction, Predicate } from './predicates.js';
import type { Statement } from './sql-types.js';

/** From the weakest: of two types that meet, the server converts the one before to the one behind. */
const PRECEDENCE = ['char', 'varchar', 'nchar', 'nvarchar', 'tinyint', 'smallint', 'int', 'bigint', 'date'];
const SEEKING = new Set(['=', '<', '>', '<=', '>=', 'in', 'like']);

export type StockForm = Pick<DemoStockOptions, 'padded' | 'narrow'>;

/** What the stock's columns are: those of the demo ERP, or the same with a fixed length or in a code page. */
function typeOf(column: string, { padded, narrow }: StockForm): string {
  if (column === 'row_id') return 'int';
  if (column.endsWith('_on')) return 'date';
  const isUnicode = (column === 'customer_name' && !narrow) || column === 'description';
  return `${isUnicode ? 'n' : ''}${padded ? 'char' : 'varchar'}`;
}

/** The types of the values that a column is compared with: of parameters, or of what they are cast to. */
function valueTypes({ value }: Predicate, { parameters }: Statement): string[] {
  const types: string[] = [];
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === 'cast') {
      const end = endOf(value, at + 1);
      // The outermost cast counts, and what is within it doesn't.
      const as = value.lastIndexOf('as', end);
      types.push(value[as + 1] ?? '');
      at = end;
    } else if (value[at]?.startsWith('@')) {
      types.push(parameters.find(({ name }) => `@${name}` === value[at])?.type.name ?? '');
    }
  }
  return types;
}

function endOf(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** A CASE that picks a value has the type of what it picks. */
const picked = ({ value, ...rest }: Predicate): Predicate => ({
  ...rest,
  value: value[0] === 'case' ? value.slice(value.indexOf('then') + 1) : value,
});

/** Nothing hinders the server to seek: where a column is computed with, it also stands there as it is. */
export function expectSeekable(
  statement: Statement,
  { predicates, choices }: Conjunction,
  form: StockForm,
  above: readonly string[] = [],
): void {
  const sought = [
    ...above,
    ...predicates.flatMap(({ bare, operator, column }) => (bare && SEEKING.has(operator) ? [column] : [])),
  ];
  for (const predicate of predicates) {
    if (!predicate.bare) {
      expect(sought, `${predicate.column} is computed with in ${statement.sql}`).toContain(predicate.column);
      continue;
    }
    const own = PRECEDENCE.indexOf(typeOf(predicate.column, form));
    for (const type of valueTypes(picked(predicate), statement)) {
      // A pattern is never padded.
      const given = predicate.operator === 'like' ? type.replace('var', form.padded ? '' : 'var') : type;
      expect(PRECEDENCE, statement.sql).toContain(given);
      expect(
        PRECEDENCE.indexOf(given),
        `${predicate.column} meets ${type} in ${statement.sql}`,
      ).toBeLessThanOrEqual(own);
    }
  }
  for (const choice of choices) {
    for (const one of choice) expectSeekable(statement, one, form, sought);
  }
}
