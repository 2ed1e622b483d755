import { violatedUniqueConstraint } from '../../db/unique-violation.js';
import { conflict, type FieldProblem } from '../../shared/errors.js';

const FIELDS = { portal_user_email: 'email', portal_user_username: 'username' } as const;
const CUSTOMER = 'portal_user_customer';

/**
 * Translates the database's error for a user name, e-mail or customer that another login has into a CONFLICT that names
 * the field. Returns any other error unchanged.
 *
 * @param mapProblem translates a field's name into its path in the caller's input
 */
export function asUniqueConflict(
  error: unknown,
  login: { username: string; email: string },
  mapProblem = (problem: FieldProblem) => problem,
): unknown {
  const constraint = violatedUniqueConstraint(error);
  if (constraint === null) return error;
  if (constraint === CUSTOMER) {
    const message = 'found a customer who has a login already';
    return conflict(mapProblem({ path: 'customerId', message, reason: 'TAKEN' }));
  }
  const field = FIELDS[constraint as keyof typeof FIELDS];
  if (field === undefined) return error;
  const message = `"${login[field]}" is taken by another login`;
  return conflict(mapProblem({ path: field, message, reason: 'TAKEN' }));
}
