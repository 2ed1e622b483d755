import type { SortDirection } from '../../../shared/sort-direction.js';
import type { ExpressionColumn } from '../../inventory/expression/inventory.expression.js';
import type { EntitySet, Property } from './model.js';
import { type Token, TokenReader } from './tokens.js';

/** One term of a $orderby. */
export interface OrderTerm {
  column: ExpressionColumn;
  direction: `${SortDirection}`;
  /** True if ascending: in OData, null is lower than any value (OData 4.01 Protocol, 11.2.6.2). */
  nullsFirst: boolean;
}

/** The property that a token names. @throws ODataError if there is none, or if it is part of a path */
export function propertyNamed(tokens: TokenReader, token: Token, { name, properties }: EntitySet): Property {
  if (token.kind === 'word' && /^[$@]/.test(token.text)) throw tokens.unsupported(token, token.text);
  const found = properties.find((property) => property.name === token.text);
  if (!found) {
    const names = properties.map((property) => property.name).join(', ');
    throw tokens.wrong(token, `a property of ${name}: ${names}`);
  }
  const next = tokens.peek();
  if (tokens.takes('/')) throw tokens.unsupported(next, `a path such as ${token.text}/${tokens.peek().text}`);
  return found;
}

/**
 * Reads a $orderby: properties, each with asc or desc. If one is given twice, the first counts.
 *
 * @throws ODataError 400 if it is wrong, 501 if it orders by anything but properties that are columns
 */
export function parseOrderBy(text: string, set: EntitySet): OrderTerm[] {
  const tokens = new TokenReader(text, '$orderby');
  const terms = new Map<ExpressionColumn, OrderTerm>();
  do {
    const token = tokens.take();
    if (token.kind === 'word' && tokens.takes('(')) throw tokens.unsupported(token, 'an order by a function');
    const { name, column } = propertyNamed(tokens, token, set);
    if (column === null) throw tokens.unsupported(token, `an order by ${name}`);
    const direction = tokens.takes('desc') ? 'DESC' : 'ASC';
    if (direction === 'ASC') tokens.takes('asc');
    if (!terms.has(column)) terms.set(column, { column, direction, nullsFirst: direction === 'ASC' });
  } while (tokens.takes(','));
  expectEnd(tokens, 'asc, desc, a comma, or the end');
  return [...terms.values()];
}

/**
 * Reads a $select: the names of properties, or * for all of them. The properties come in the order of the entity type.
 *
 * @throws ODataError 400 if it is wrong, 501 if it selects anything but properties
 */
export function parseSelect<Entity>(text: string, set: EntitySet<Entity>): Property<Entity>[] {
  const tokens = new TokenReader(text, '$select');
  const names = new Set<string>();
  do {
    if (tokens.takes('*')) for (const { name } of set.properties) names.add(name);
    else names.add(propertyNamed(tokens, tokens.take(), set).name);
    const open = tokens.peek();
    if (tokens.takes('(')) throw tokens.unsupported(open, 'an option of a selected property');
  } while (tokens.takes(','));
  expectEnd(tokens, 'a comma, or the end');
  return set.properties.filter(({ name }) => names.has(name));
}

function expectEnd(tokens: TokenReader, wanted: string): void {
  const rest = tokens.peek();
  if (rest.kind !== 'end') throw tokens.wrong(rest, wanted);
}
