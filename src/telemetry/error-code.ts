import { GraphQLError } from 'graphql';
import { PorticoError } from '../shared/errors.js';

const CODE = /^[A-Z_]{1,40}$/;

/** The code that an error has in a response: its own, or INTERNAL_SERVER_ERROR for an unexpected error. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof PorticoError) return error.code;
  // Errors that a library throws before Portico's code runs, such as arguments that don't validate.
  return error instanceof GraphQLError ? validCode(error.extensions['code']) : 'INTERNAL_SERVER_ERROR';
}

/** A code from a response, restricted so that it can be a metric label. */
export function validCode(code: unknown): string {
  return typeof code === 'string' && CODE.test(code) ? code : 'INTERNAL_SERVER_ERROR';
}
