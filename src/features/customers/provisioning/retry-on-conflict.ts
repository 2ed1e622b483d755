import { type FieldProblem, PorticoError } from '../../../shared/errors.js';

const MAX_ATTEMPTS = 6;

/**
 * Retries if another transaction took the user name or e-mail, or linked the customer, at the same time. Each attempt
 * must read the current state again.
 *
 * @param work throws the CONFLICT of `insertPortalUser` if one of these is taken
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof PorticoError) || error.code !== 'CONFLICT') return false;
  const [field] = (error.extensions['fields'] ?? []) as FieldProblem[];
  return field?.path === 'username' || field?.path === 'email' || field?.path === 'customerId';
}
