import { unwrapResolverError } from '@apollo/server/errors';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { type FieldProblem, PorticoError } from '../shared/errors.js';
import { requestScope } from '../shared/request-scope.js';

/** Codes that Apollo gives to what never reached a resolver; their messages speak of the request alone. */
const REQUEST_ERROR_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Turns any error into what the contract allows: a stable code, a message meant for the caller, and where the input was
 * wrong, which fields. Everything unexpected becomes INTERNAL_SERVER_ERROR with the request's id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // Apollo unwraps what a resolver threw, not what was thrown before one ran.
  const early = error instanceof GraphQLError && error.originalError instanceof PorticoError;
  const cause = early ? error.originalError : unwrapResolverError(error);
  const { locations, path } = formatted;
  const toFormatted = (code: string, message: string, extensions: object = {}): GraphQLFormattedError => ({
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...extensions },
  });

  if (cause instanceof PorticoError) return toFormatted(cause.code, cause.message, cause.extensions);
  if (cause instanceof ArgumentValidationError) {
    return badInput(
      toFormatted,
      cause.extensions.validationErrors?.flatMap((found) => problemsOf(found, '')) ?? [],
    );
  }
  const code = String(formatted.extensions?.['code']);
  if (REQUEST_ERROR_CODES.has(code) && cause instanceof GraphQLError) {
    const problem = code === 'BAD_USER_INPUT' ? variableProblem(cause) : null;
    return problem
      ? badInput(toFormatted, [problem])
      : toFormatted(code, withoutQuotedValues(formatted.message));
  }
  const argument = cause instanceof GraphQLError ? argumentProblem(cause.message) : null;
  if (argument) return badInput(toFormatted, [argument]);
  const scope = requestScope.getStore();
  scope?.onUnexpected(cause);
  const requestId = scope?.requestId ?? null;
  return toFormatted('INTERNAL_SERVER_ERROR', 'Something went wrong on our side; quote the request id.', {
    requestId,
  });
}

function badInput(
  toFormatted: (code: string, message: string, extensions: object) => GraphQLFormattedError,
  fields: readonly FieldProblem[],
): GraphQLFormattedError {
  const message = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
  return toFormatted('BAD_USER_INPUT', message, { fields });
}

/** class-validator's tree of findings as a flat list with dotted paths. */
function problemsOf(found: ValidationError, parent: string): FieldProblem[] {
  const path = parent === '' ? found.property : `${parent}.${found.property}`;
  const own = Object.values(found.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(found.children ?? []).flatMap((child) => problemsOf(child, path))];
}

/**
 * What graphql-js says of a variable that doesn't fit, without the value that it quotes: that may be a password.
 * Its forms are: Variable "$a" got invalid value … at "a.b"; reason / Variable "$a" of required type "T!" was not provided.
 */
function variableProblem({ message, originalError }: GraphQLError): FieldProblem | null {
  const [, variable = '', rest = ''] = /^Variable "\$(\w+)" ([\s\S]*)$/.exec(message) ?? [];
  if (variable === '') return null;
  if (!rest.startsWith('got invalid value')) return { path: variable, message: rest };
  // A value that nests without end takes the library down before it has said anything.
  const reason = originalError instanceof RangeError ? '' : (originalError?.message ?? '');
  const [, path = variable] = / at "([\w.[\]]+)"$/.exec(message.slice(0, -`; ${reason}`.length)) ?? [];
  return { path, message: withoutQuotedValues(reason) || 'a value of another type is wanted' };
}

/**
 * What graphql-js says of an argument that gets its null from a variable with a default, which is found only when its
 * field resolves. Its forms are: Argument "a" of non-null type "T!" must not be null. / Argument "a" has invalid value ….
 */
function argumentProblem(message: string): FieldProblem | null {
  const [, path, rest = ''] =
    /^Argument "(\w+)" ((?:of (?:non-null|required) type|has invalid value) [\s\S]*)$/.exec(message) ?? [];
  return path === undefined ? null : { path, message: rest.replace(/^(has invalid value) [\s\S]*/, '$1') };
}

/** A message of graphql-js without the values and words of the document that it quotes: any of them may be a password. */
function withoutQuotedValues(message: string): string {
  return message
    .replace(/(cannot represent (?:an invalid [\w-]+|non string or Date type)) [\s\S]*$/, '$1')
    .replace(/(cannot represent[^:]*|Value is not [\w ]+): [\s\S]*$/, '$1')
    .replace(/(Expected value of type "[^"]*"), found [\s\S]*$/, '$1')
    .replace(/\b(Name|String|BlockString|Int|Float) "[\s\S]*"/, '$1');
}
