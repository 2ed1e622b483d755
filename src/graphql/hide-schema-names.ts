import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FieldProblem } from '../shared/errors.js';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Codes of errors before anything runs whose messages, written by graphql-js, name types and fields of the schema. */
const CODES_THAT_NAME_SCHEMA = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
/** Names that every schema has, so they reveal nothing. */
const COMMON_NAMES = ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Float', 'Boolean', 'ID'];
const QUOTED_NAME = /"([\w.!$@[\]]+)"(?! is not defined| does not exist)/g;

/**
 * For a service that hides its schema: removes schema names that the caller didn't write, and suggestions, from
 * messages about a wrong document or variable. Messages from resolvers stay unchanged.
 */
export function hideSchemaNames(formatError: FormatError): FormatError {
  return (formatted, error) => {
    const shown = formatError(formatted, error);
    const { code, fields } = shown.extensions ?? {};
    if (shown.path || !CODES_THAT_NAME_SCHEMA.has(String(code))) return shown;
    const hide = schemaNameHider(error);
    return {
      ...shown,
      message: hide(shown.message),
      extensions: {
        ...shown.extensions,
        ...(Array.isArray(fields) && {
          fields: fields.map((field: FieldProblem) => ({ ...field, message: hide(field.message) })),
        }),
      },
    };
  };
}

function schemaNameHider(error: unknown): (message: string) => string {
  const document = error instanceof GraphQLError ? (error.source?.body ?? '') : '';
  const known = new Set([...(document.match(/\w+/g) ?? []), ...COMMON_NAMES]);
  const isKnown = (name: string) => (name.match(/\w+/g) ?? []).every((word) => known.has(word));
  return (message) =>
    message
      .replace(/ ?Did you mean [^?]*\?/g, '')
      .replace(QUOTED_NAME, (quoted, name: string) => (isKnown(name) ? quoted : '"…"'));
}
