import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FieldProblem } from '../shared/errors.js';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** What graphql-js says before anything runs; the messages of these codes name types and fields of the schema. */
const CODES_THAT_NAME_SCHEMA = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
/** Every schema has these. */
const COMMON_NAMES = ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Float', 'Boolean', 'ID'];
const QUOTED_NAME = /"([\w.!$@[\]]+)"(?! is not defined| does not exist)/g;

/**
 * For a service that doesn't show its schema: names that the caller didn't write are left out of messages about what is
 * wrong with a document or a variable, suggestions above all. Messages of resolvers stay as they are.
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
