import type {
  Comparison,
  Expression,
  ExpressionColumn,
  LetterCase,
  TextColumn,
  TextTest,
} from '../../inventory/expression/inventory.expression.js';
import { readDay, readDecimal, readInstant, readText, TEXT_WANTED } from './literals.js';
import { KEY, type Property, type PropertyType } from './model.js';
import { describeToken, type Token, type TokenReader } from './tokens.js';

/** A property in a filter, in another case if it is within tolower or toupper. */
export interface PropertyOperand {
  kind: 'property';
  property: Property;
  letters?: LetterCase;
  token: Token;
}

/** A value in a filter: a text, number, day, instant, null or Boolean. */
export interface LiteralOperand {
  kind: 'literal';
  token: Token;
}

/** Any part of a filter. */
export type Operand =
  | PropertyOperand
  | LiteralOperand
  | { kind: 'condition'; condition: Expression; token: Token };

const MIRRORED: Record<Comparison, Comparison> = {
  ...{ eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' },
};
const READERS: Record<PropertyType, { read: (text: string) => string | null; wanted: string }> = {
  'Edm.String': { read: readText, wanted: TEXT_WANTED },
  'Edm.Decimal': { read: readDecimal, wanted: 'a number such as -12.50 with at most 38 digits' },
  'Edm.Int64': { read: readDecimal, wanted: 'a whole number' },
  'Edm.Date': { read: readDay, wanted: 'a day such as 2026-11-30 that exists' },
  'Edm.DateTimeOffset': { read: readInstant, wanted: 'a time such as 2026-11-30T10:15:00Z that exists' },
};

/** A property compared with a value. @throws ODataError for two properties, two values, or a value of another type */
export function toComparison(
  tokens: TokenReader,
  operator: Comparison,
  [left, right]: [Operand, Operand],
): Expression {
  for (const { kind, token } of [left, right]) {
    if (kind === 'condition') throw tokens.unsupported(token, 'a comparison with a condition');
  }
  if (left.kind === 'literal' && right.kind === 'property') {
    return toComparison(tokens, MIRRORED[operator], [right, left]);
  }
  if (left.kind !== 'property') throw tokens.unsupported(left.token, 'a comparison of two values');
  if (right.kind !== 'literal') throw tokens.unsupported(right.token, 'a comparison of two properties');
  const isEquality = operator === 'eq' || operator === 'ne';
  if (!isEquality && left.letters)
    throw tokens.unsupported(left.token, `${operator} with tolower or toupper`);
  if (!isEquality && left.property.name === KEY)
    throw tokens.unsupported(left.token, `${operator} with ${KEY}`);
  return { ...columnOf(tokens, left), operator, value: readValue(tokens, right.token, left.property) };
}

/** Whether a property is one of these values. @throws ODataError for a value of another type */
export function toMembership(tokens: TokenReader, operand: Operand, values: readonly Token[]): Expression {
  if (operand.kind !== 'property')
    throw tokens.unsupported(operand.token, 'in after anything but a property');
  return {
    ...columnOf(tokens, operand),
    in: values.map((value) => readValue(tokens, value, operand.property)),
  };
}

/** Whether a text stands in a property. @throws ODataError for anything but a property and a text */
export function toTextTest(
  tokens: TokenReader,
  test: TextTest,
  [where, what]: readonly [Operand, Operand],
): Expression {
  if (where.kind === 'literal') throw tokens.unsupported(where.token, 'a text function of a value');
  if (where.kind === 'condition') throw tokens.wrong(where.token, 'a property');
  if (where.property.type !== 'Edm.String') throw tokens.wrong(where.token, 'a property of type Edm.String');
  if (where.property.name === KEY) throw tokens.unsupported(where.token, `a text function of ${KEY}`);
  if (what.kind !== 'literal') throw tokens.unsupported(what.token, 'a text that is not a value');
  const text = readValue(tokens, what.token, where.property);
  if (text === null) throw tokens.unsupported(what.token, 'a text function with null');
  const { column, ...letters } = columnOf(tokens, where);
  return { column: column as TextColumn, test, text, ...letters };
}

function columnOf(
  tokens: TokenReader,
  { property, letters, token }: PropertyOperand,
): { column: ExpressionColumn; letters?: LetterCase } {
  const { column, name } = property;
  if (column === null) throw tokens.unsupported(token, `a filter by ${name}`);
  return { column, ...(letters && { letters }) };
}

/** The value of a token, in the type of a property. */
function readValue(tokens: TokenReader, token: Token, { name, type }: Property): string | null {
  if (isNull(token)) return null;
  const { read, wanted } = READERS[type];
  const isText = token.kind === 'string';
  const value = isText === (type === 'Edm.String') && token.kind !== 'word' ? read(token.text) : null;
  if (value !== null) return value;
  // A text of the right type is too long to be quoted.
  throw tokens.wrong(token, `${wanted}, or null, because ${name} is of type ${type}`);
}

const isNull = ({ kind, text }: Token) => kind === 'word' && text.toLowerCase() === 'null';

/** Whether a token is a value: a text, number, day, instant, null or Boolean. */
export function isLiteral({ kind, text }: Token): boolean {
  return (
    kind === 'string' || kind === 'value' || (kind === 'word' && /^(null|true|false|NaN|INF)$/i.test(text))
  );
}

/** A condition on its own. @throws ODataError for a property or value that isn't true or false */
export function toCondition(tokens: TokenReader, operand: Operand): Expression {
  if (operand.kind === 'condition') return operand.condition;
  const { kind, token } = operand;
  const word = kind === 'literal' && token.kind === 'word' ? token.text.toLowerCase() : '';
  if (word === 'true') return { all: [] };
  if (word === 'false') return { any: [] };
  throw tokens.wrong(token, `a condition, such as ${describeToken(token)} eq …`);
}
