import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';

const DECIMAL = /^[+-]?\d{1,28}(\.\d{1,10})?$/;
const DECIMAL_WANTED =
  'wanted a decimal such as "12.5" with at most 28 digits before the point and 10 after it';

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && DECIMAL.test(text)) return text.replace(/^\+/, '');
  const found = typeof value === 'number' ? `the number ${value}, which may have been rounded` : typeof value;
  throw new GraphQLError(
    `found ${typeof value === 'string' ? `"${value.slice(0, 60)}"` : found}; ${DECIMAL_WANTED}`,
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
    throw new GraphQLError(DECIMAL_WANTED);
  },
});

const LOCAL_DATE = GraphQLLocalDate.toConfig();

/** Refuses the year 0, which no ERP database supports. */
function refuseYearZero<T>(date: T): T {
  if (String(date).startsWith('0000'))
    throw new GraphQLError('found the year 0; wanted a date from 0001-01-01 on');
  return date;
}

/** A calendar date without a time zone, as a string. */
export const DateScalar = new GraphQLScalarType({
  ...LOCAL_DATE,
  parseValue: (value) => refuseYearZero(LOCAL_DATE.parseValue(value)),
  parseLiteral: (node, variables) => refuseYearZero(LOCAL_DATE.parseLiteral(node, variables)),
  name: 'Date',
  description: 'An ISO 8601 calendar date, such as 2026-11-30.',
});

/** Any JSON value. */
export const JsonScalar = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  description: 'Any JSON value.',
});

/** A point in time, in RFC 3339 format and UTC. */
export const DateTimeScalar = GraphQLDateTime;
