import { unwrapResolverError } from '@apollo/server/errors';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { type FieldProblem, PorticoError } from '../shared/errors.js';
import { invalidFormat, type Reason, type WantedFormat } from '../shared/refusal-reasons.js';
import { requestScope } from '../shared/request-scope.js';
import { reasonOfConstraint } from './reason-of-constraint.js';

/** Codes that Apollo gives to errors before any resolver runs. Their messages are only about the request. */
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
 * Turns any error into a form that the API contract allows: a stable code, a message meant for the caller and, for
 * wrong input, the fields. Every unexpected error becomes INTERNAL_SERVER_ERROR with the request id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // unwrapResolverError unwraps only errors thrown by resolvers, not those thrown before a resolver ran.
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

/** Flattens class-validator's tree of errors into a list with dotted paths. */
function problemsOf(found: ValidationError, parent: string): FieldProblem[] {
  const path = parent === '' ? found.property : `${parent}.${found.property}`;
  const own = Object.entries(found.constraints ?? {}).map(([name, message]) => ({
    ...{ path, message },
    ...reasonOfConstraint(name, message, found.contexts?.[name]),
  }));
  return [...own, ...(found.children ?? []).flatMap((child) => problemsOf(child, path))];
}

/**
 * The problem in graphql-js's message about a wrong variable, without the quoted value, which may be a password.
 * The message is: Variable "$a" got invalid value … at "a.b"; reason / Variable "$a" of required type "T!" was not
 * provided.
 */
function variableProblem({ message, originalError }: GraphQLError): FieldProblem | null {
  const [, variable = '', rest = ''] = /^Variable "\$(\w+)" ([\s\S]*)$/.exec(message) ?? [];
  if (variable === '') return null;
  if (!rest.startsWith('got invalid value')) return { path: variable, message: rest, reason: 'REQUIRED' };
  // A very deeply nested value overflows the stack of graphql-js, so there is no reason to report.
  const reason = originalError instanceof RangeError ? '' : (originalError?.message ?? '');
  const [, path = variable] = / at "([\w.[\]]+)"$/.exec(message.slice(0, -`; ${reason}`.length)) ?? [];
  const missing = /^Expected non-nullable type|of required type .* was not provided/.test(reason);
  return {
    ...{ path, message: withoutQuotedValues(reason) || 'a value of another type is wanted' },
    ...(missing ? { reason: 'REQUIRED' } : invalidFormatOf(originalError)),
  };
}

/** What a scalar wanted, where it says so in its error's extensions. */
function invalidFormatOf(error: unknown): Reason {
  const format = error instanceof GraphQLError ? error.extensions['format'] : undefined;
  return format === undefined ? { reason: 'INVALID_FORMAT' } : invalidFormat(format as WantedFormat);
}

/**
 * The problem in graphql-js's message about a wrong argument. Such a message comes only when the field resolves, if the
 * argument gets null from a variable that has a default.
 * The message is: Argument "a" of non-null type "T!" must not be null. / Argument "a" has invalid value ….
 */
function argumentProblem(message: string): FieldProblem | null {
  const [, path, rest = ''] =
    /^Argument "(\w+)" ((?:of (?:non-null|required) type|has invalid value) [\s\S]*)$/.exec(message) ?? [];
  if (path === undefined) return null;
  if (rest.startsWith('of ')) return { path, message: rest, reason: 'REQUIRED' };
  return { path, message: 'has invalid value', reason: 'INVALID_FORMAT' };
}

/** Removes the values and document text that a graphql-js message quotes, because any of them may be a password. */
function withoutQuotedValues(message: string): string {
  return message
    .replace(/(cannot represent (?:an invalid [\w-]+|non string or Date type)) [\s\S]*$/, '$1')
    .replace(/(cannot represent[^:]*|Value is not [\w ]+): [\s\S]*$/, '$1')
    .replace(/(Expected value of type "[^"]*"), found [\s\S]*$/, '$1')
    .replace(/\b(Name|String|BlockString|Int|Float) "[\s\S]*"/, '$1');
}
