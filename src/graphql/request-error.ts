import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { PorticoError } from '../shared/errors.js';
import { HTTP_STATUS } from '../shared/http-status.js';

/** Takes the place of a document that is refused. Apollo parses and validates it, but it doesn't run. */
export const PLACEHOLDER_DOCUMENT = '{ __typename }';

/**
 * An error that refuses a whole request before anything is resolved. It has the HTTP status of its code, because Apollo
 * would answer with 500, and the extension `retryAfterSeconds` becomes the header Retry-After. Errors that resolvers
 * throw don't need this: their response has status 200.
 */
export function requestError(error: PorticoError): GraphQLError {
  const headers = new HeaderMap();
  const { retryAfterSeconds } = error.extensions;
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  if (HTTP_STATUS[error.code] === 401) headers.set('www-authenticate', 'Bearer');
  const status = error.extensions['retryable'] === true ? 503 : HTTP_STATUS[error.code];
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status, headers } },
  });
}

/** The error of a document that GraphQL doesn't allow, where the library's validation doesn't find it. */
export function validationError(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

/** A request error for any thrown value. An error that isn't meant for the caller is returned unchanged and masked later. */
export function asRequestError(error: unknown): unknown {
  return error instanceof PorticoError ? requestError(error) : error;
}
