import { type FieldProblem, PorticoError } from '../../../shared/errors.js';

const TRIES = 6;

/**
 * Does it again where another transaction took a user name or e-mail meanwhile: what there is is looked up anew then.
 *
 * @param work throws the CONFLICT of `insertPortalUser` for what is taken
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof PorticoError) || error.code !== 'CONFLICT') return false;
  const [field] = (error.extensions['fields'] ?? []) as FieldProblem[];
  return field?.path === 'username' || field?.path === 'email' || field?.path === 'customerId';
}
