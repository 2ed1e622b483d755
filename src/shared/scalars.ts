import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';
import { DAY_WANTED, isDay, readTime, TIME_WANTED } from './read-time.js';
import type { WantedFormat } from './refusal-reasons.js';

const DECIMAL = /^[+-]?\d{1,28}(\.\d{1,10})?$/;
const DECIMAL_WANTED =
  'wanted a decimal such as "12.5" with at most 28 digits before the point and 10 after it';

/** Says in an error as what a value must be written, for the reason that the caller gets. */
const wantedAs = (format: WantedFormat) => ({ extensions: { format } });

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && DECIMAL.test(text)) return text.replace(/^\+/, '');
  const found = typeof value === 'number' ? `the number ${value}, which may have been rounded` : typeof value;
  throw new GraphQLError(
    `found ${typeof value === 'string' ? `"${value.slice(0, 60)}"` : found}; ${DECIMAL_WANTED}`,
    wantedAs('decimal'),
  );
}

/** An exact decimal: a string in answers, a string or whole number in input, never a float. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal, serialised as a string so that no float rounds it.',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) {
      return parseDecimal(node.value);
    }
    throw new GraphQLError(DECIMAL_WANTED, wantedAs('decimal'));
  },
});

/**
 * The two parsers of a scalar that is text in JSON. Their errors don't quote the value: a value in the wrong place may be
 * a password.
 *
 * @param read returns null for a text that isn't one
 */
function textParsers<T>(read: (text: string) => T | null, wanted: string, format: WantedFormat) {
  const parse = (value: unknown, node?: ValueNode): T => {
    const parsed = typeof value === 'string' ? read(value) : null;
    if (parsed !== null) return parsed;
    throw new GraphQLError(`found something else; ${wanted}`, { ...wantedAs(format), nodes: node ?? null });
  };
  return {
    parseValue: (value: unknown) => parse(value),
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null, node),
  };
}

const WRITTEN_DAY = /^\d{4}-\d\d-\d\d$/;

/** Both databases give only days that exist. The library would look each of them up in the calendar. */
function writeDay(value: unknown): string {
  if (typeof value === 'string' && WRITTEN_DAY.test(value)) return value;
  throw new GraphQLError('a date was found that is not written as one');
}

/** A calendar date without a time zone, as a string. */
export const DateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  serialize: writeDay,
  ...textParsers((text) => (isDay(text) ? text : null), DAY_WANTED, 'day'),
  name: 'Date',
  description: 'An ISO 8601 calendar date, such as 2026-11-30.',
});

/** Any JSON value. */
export const JsonScalar = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  description: 'Any JSON value.',
});

/** A point in time, in RFC 3339 format and UTC. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  ...textParsers(readTime, TIME_WANTED, 'time'),
});
