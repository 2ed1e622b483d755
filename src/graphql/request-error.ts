import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type ErrorCode, PorticoError } from '../shared/errors.js';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  ACCOUNT_INACTIVE: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  QUERY_TOO_COMPLEX: 400,
  ERP_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * An error that refuses a whole request before any of it is resolved, with the HTTP status that its code asks for; Apollo
 * would answer it with 500. `retryAfterSeconds` among its extensions becomes the header. What a resolver throws needs
 * none of this: the answer it belongs to has status 200.
 */
export function requestError(error: PorticoError): GraphQLError {
  const headers = new HeaderMap();
  const { retryAfterSeconds } = error.extensions;
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  if (STATUS[error.code] === 401) headers.set('www-authenticate', 'Bearer');
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: STATUS[error.code], headers } },
  });
}

/** The same for whatever was thrown; what isn't meant for the caller stays as it is, to be masked. */
export function asRequestError(error: unknown): unknown {
  return error instanceof PorticoError ? requestError(error) : error;
}
