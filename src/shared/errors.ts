import type { Reason } from './refusal-reasons.js';

/** The error codes of the public API. They are stable. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'INVALID_CREDENTIALS',
  'ACCOUNT_INACTIVE',
  'PASSWORD_CHANGE_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'ERP_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;
/** An error code of the public API. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one input field: its path, what was found and what is wanted in words, and the reason for programs. */
export type FieldProblem = { path: string; message: string } & Reason;

/** An error whose message is meant for the caller. Any other error is masked before it reaches the caller. */
export class PorticoError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extensions: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The request needs a session, and has none that is open. */
export const unauthenticated = () =>
  new PorticoError('UNAUTHENTICATED', 'Sign in first: there is no session, or it has ended.');

/** A sign-in failed. The message doesn't say whether the login or the password is wrong. */
export const invalidCredentials = () => new PorticoError('INVALID_CREDENTIALS', 'Wrong login or password.');

/** The password is right, but the login is not active. */
export const accountInactive = () => new PorticoError('ACCOUNT_INACTIVE', 'This account is not active.');

/** The user must choose a new password before any other request. */
export const passwordChangeRequired = () =>
  new PorticoError('PASSWORD_CHANGE_REQUIRED', 'Choose a new password first, with changePassword.');

/** The caller is signed in, but their role does not allow the request. */
export const forbidden = () => new PorticoError('FORBIDDEN', 'Your role does not allow this.');

/** The caller was an admin when the request began, and is not one any more. */
export const noLongerAdmin = () => new PorticoError('FORBIDDEN', 'You are no longer an active admin.');

/** An API key reads inventory and nothing else. */
export const forbiddenToApiKey = () =>
  new PorticoError('FORBIDDEN', 'An API key only reads inventory. Sign in for anything else.');

/** Names the wrong fields, with what was found and what is wanted. */
export function badUserInput(...fields: [FieldProblem, ...FieldProblem[]]): PorticoError {
  const message = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
  return new PorticoError('BAD_USER_INPUT', message, { fields });
}

/** An id names nothing, or nothing that the caller may see. The answer must be the same for both. */
export const notFound = (field: FieldProblem) =>
  new PorticoError('NOT_FOUND', `${field.path}: ${field.message}`, { fields: [field] });

/** The value of a field is already taken, or the data has changed since the caller read it. */
export const conflict = (field: FieldProblem) =>
  new PorticoError('CONFLICT', `${field.path}: ${field.message}`, { fields: [field] });

/** The version that a change is based on, and the one that there is. */
interface Versions {
  found: number;
  current: number;
  /** Where the version stands in the input. */
  path?: string;
}

/** The data has changed since the caller read the version that they send. @param more what else the caller should know */
export const staleVersion = (what: string, { found, current, path = 'input.version' }: Versions, more = '') =>
  conflict({
    path,
    message: `found version ${found}; the ${what} has changed and is now at version ${current}${more}`,
    reason: 'OUTDATED',
    params: { current },
  });

/** The operator of this portal allows no exports. */
export const exportsOff = () => new PorticoError('FORBIDDEN', 'Exports are switched off in this portal.');

/** The operator of this portal shows none of these, such as Invoices. */
export const switchedOff = (what: string) =>
  new PorticoError('FORBIDDEN', `${what} are switched off in this portal.`);

/** Drivers remove only photos that they have added themselves. */
export const notYourPhoto = () =>
  new PorticoError(
    'FORBIDDEN',
    'Somebody else has added this photo. You may remove those that you have added.',
  );

/** Too many requests at once or within a time. @param retryAfterSeconds whole seconds until a retry makes sense */
export const rateLimited = (retryAfterSeconds: number) =>
  new PorticoError('RATE_LIMITED', `Too many requests; try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });

/** When a retry makes sense while something doesn't answer. */
export const UNAVAILABLE_RETRY_SECONDS = 30;

/**
 * Something other than the ERP that the service depends on does not answer at the moment. Over REST the status is 503.
 * The cause is never sent to the caller.
 */
export const unavailable = (message: string, cause: unknown) =>
  new PorticoError(
    'INTERNAL_SERVER_ERROR',
    message,
    { retryable: true, retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS },
    { cause },
  );

/**
 * The ERP can't be queried at the moment. The cause is logged and never sent to the caller.
 *
 * @param retryable false if a later attempt fails as well until somebody has changed something
 */
export function erpUnavailable(cause: unknown, { retryable = true } = {}): PorticoError {
  const message = retryable
    ? 'The ERP does not answer at the moment.'
    : 'The ERP does not give the inventory as it should. This needs the operator of this portal.';
  return new PorticoError('ERP_UNAVAILABLE', message, { retryable }, { cause });
}
