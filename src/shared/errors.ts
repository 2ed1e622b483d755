/** The stable codes of the public contract. */
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
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one field of the input: where, and what was found and wanted. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** An error whose message is meant for the caller. Everything else is masked at the boundary. */
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

export const unauthenticated = () =>
  new PorticoError('UNAUTHENTICATED', 'Sign in first: no session, or one that has ended.');

export const invalidCredentials = () => new PorticoError('INVALID_CREDENTIALS', 'Wrong login or password.');

export const accountInactive = () => new PorticoError('ACCOUNT_INACTIVE', 'This account is not active.');

export const passwordChangeRequired = () =>
  new PorticoError('PASSWORD_CHANGE_REQUIRED', 'Choose a new password first, with changePassword.');

export const forbidden = () => new PorticoError('FORBIDDEN', 'Your role does not allow this.');

/** Says which fields are wrong, what was found and what is wanted. */
export function badUserInput(...fields: [FieldProblem, ...FieldProblem[]]): PorticoError {
  const message = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
  return new PorticoError('BAD_USER_INPUT', message, { fields });
}

/** What a field asks for is somebody else's, or no longer as the caller knew it. */
export const conflict = (field: FieldProblem) =>
  new PorticoError('CONFLICT', `${field.path}: ${field.message}`, { fields: [field] });

/** Too much at once, or within a time; whole seconds until another try makes sense. */
export const rateLimited = (retryAfterSeconds: number) =>
  new PorticoError('RATE_LIMITED', `Too many requests; try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });

/** The ERP did not answer. The cause goes to the log and never to the caller. */
export function erpUnavailable(cause: unknown): PorticoError {
  return new PorticoError(
    'ERP_UNAVAILABLE',
    'The ERP does not answer at the moment.',
    { retryable: true },
    { cause },
  );
}
