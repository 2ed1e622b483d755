import { GraphQLError } from 'graphql';
import { PorticoError } from '../shared/errors.js';

const CODE = /^[A-Z_]{1,40}$/;

/** The code that an error gets in an answer: its own where it has one, else that of an unexpected error. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof PorticoError) return error.code;
  // What a library refuses before our code runs, arguments that don't validate say.
  return error instanceof GraphQLError ? validCode(error.extensions['code']) : 'INTERNAL_SERVER_ERROR';
}

/** A code out of an answer, for a label. */
export function validCode(code: unknown): string {
  return typeof code === 'string' && CODE.test(code) ? code : 'INTERNAL_SERVER_ERROR';
}
