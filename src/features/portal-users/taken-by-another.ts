import { QueryFailedError } from 'typeorm';
import { type FieldProblem, PorticoError } from '../../shared/errors.js';

const UNIQUE_VIOLATION = '23505';
const FIELDS = { portal_user_email: 'email', portal_user_username: 'username' } as const;

/**
 * What the database said where another login has the user name or e-mail, as a CONFLICT naming the field; any other
 * error as it is.
 *
 * @param at where the input has the field
 */
export function asTaken(
  error: unknown,
  login: { username: string; email: string },
  at = (problem: FieldProblem) => problem,
): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, constraint = '' } = error.driverError as { code?: string; constraint?: string };
  const field = FIELDS[constraint as keyof typeof FIELDS];
  if (code !== UNIQUE_VIOLATION || field === undefined) return error;
  const { path, message } = at({ path: field, message: `"${login[field]}" is taken by another login` });
  return new PorticoError('CONFLICT', `${path}: ${message}`, { fields: [{ path, message }] });
}
