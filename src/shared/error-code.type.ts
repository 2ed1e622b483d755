import { registerEnumType } from 'type-graphql';
import { ERROR_CODES } from './errors.js';

/** The codes as GraphQL's enum; everywhere else a code is its name. */
export const ErrorCodeEnum = Object.fromEntries(ERROR_CODES.map((code) => [code, code]));
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'What went wrong, in extensions.code of an error.',
});
