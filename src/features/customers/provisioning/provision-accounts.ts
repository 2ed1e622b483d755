import { badUserInput, type ErrorCode, type FieldProblem, PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import type { CustomerDependencies } from '../customer-dependencies.js';
import type { AccountOptions } from './add-account.js';
import { type ProvisionedAccount, provisionAccount } from './provision-account.js';
import { MAX_CUSTOMERS_PER_CALL } from './provisioning.type.js';

/** Whose accounts are to be there. */
export interface ProvisionManyRequest extends AccountOptions {
  customerIds: readonly string[];
  /** No account is begun later than this many milliseconds after the call, so that the answer leaves in time. */
  withinMs: number;
}

/** Why a customer has no account. */
export interface ProvisioningFailure {
  customerId: string;
  code: ErrorCode;
  message: string;
}

/** What became of each, in the order of the ids. */
export interface ProvisionedAccounts {
  provisioned: ProvisionedAccount[];
  failures: ProvisioningFailure[];
}

type Outcome = ProvisionedAccount | ProvisioningFailure;

const PATH = 'input.customerIds';
/** So many at a time: sign-ins want hashes as well, and everybody the database. */
const CONCURRENCY = 2;
const HASHES_AGAIN_AFTER_MS = 200;

/**
 * Makes the accounts of up to 1,000 customers, each in a transaction of its own: one that fails says why and keeps no other
 * from succeeding. Called again, it carries on: who has an account keeps it. It goes on where the client hangs up, and what it
 * doesn't come to in time fails as RATE_LIMITED.
 *
 * @throws BAD_USER_INPUT for more
 */
export async function provisionAccounts(
  dependencies: CustomerDependencies,
  { customerIds, withinMs, ...options }: ProvisionManyRequest,
  origin: Origin,
): Promise<ProvisionedAccounts> {
  const ids = [...new Set(customerIds)];
  if (ids.length > MAX_CUSTOMERS_PER_CALL) {
    throw badUserInput({
      path: PATH,
      message: `found ${ids.length} customers; wanted at most ${MAX_CUSTOMERS_PER_CALL}`,
    });
  }
  const deadline = performance.now() + withinMs;
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async () => {
    for (let place = next++; place < ids.length; place = next++) {
      const customerId = ids[place] ?? '';
      const one = () => provisionAccount(dependencies, { ...options, customerId }, origin);
      outcomes[place] = await retryWhileRateLimited(one, deadline).catch((error: unknown) =>
        asFailure(dependencies, customerId, error),
      );
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return {
    provisioned: outcomes.filter((outcome) => 'customer' in outcome),
    failures: outcomes.filter((outcome) => 'code' in outcome),
  };
}

/** Where others fill the queue for hashes, it waits for its turn. */
async function retryWhileRateLimited<T>(work: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    if (performance.now() > deadline) {
      throw new PorticoError('RATE_LIMITED', 'Its turn did not come in this call; call again to carry on.');
    }
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PorticoError) || error.code !== 'RATE_LIMITED') throw error;
      await new Promise((resolve) => setTimeout(resolve, HASHES_AGAIN_AFTER_MS));
    }
  }
}

function asFailure(
  { onUnexpectedError }: CustomerDependencies,
  customerId: string,
  error: unknown,
): ProvisioningFailure {
  if (!(error instanceof PorticoError)) {
    onUnexpectedError(error);
    const message = 'The account could not be made at the moment; call again to carry on.';
    return { customerId, code: 'INTERNAL_SERVER_ERROR', message };
  }
  const [field] = (error.extensions['fields'] ?? []) as FieldProblem[];
  return { customerId, code: error.code, message: field?.message ?? error.message };
}
