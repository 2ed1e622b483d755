import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { PorticoError } from '../shared/errors.js';
import { HTTP_STATUS } from '../shared/http-status.js';

/**
 * An error that refuses a whole request before any of it is resolved, with the HTTP status that its code asks for; Apollo
 * would answer it with 500. `retryAfterSeconds` among its extensions becomes the header. What a resolver throws needs
 * none of this: the answer it belongs to has status 200.
 */
export function requestError(error: PorticoError): GraphQLError {
  const headers = new HeaderMap();
  const { retryAfterSeconds } = error.extensions;
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  if (HTTP_STATUS[error.code] === 401) headers.set('www-authenticate', 'Bearer');
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: HTTP_STATUS[error.code], headers } },
  });
}

/** The same for whatever was thrown; what isn't meant for the caller stays as it is, to be masked. */
export function asRequestError(error: unknown): unknown {
  return error instanceof PorticoError ? requestError(error) : error;
}
