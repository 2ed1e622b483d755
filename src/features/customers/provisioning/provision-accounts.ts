import { badUserInput, type ErrorCode, type FieldProblem, PorticoError } from '../../../shared/errors.js';
import type { Origin } from '../../../shared/origin.js';
import { type Reason, type RefusalReason, tooMany } from '../../../shared/refusal-reasons.js';
import type { CustomerDependencies } from '../customer-dependencies.js';
import type { AccountOptions } from './add-account.js';
import { type ProvisionedAccount, provisionAccount } from './provision-account.js';
import { MAX_CUSTOMERS_PER_CALL } from './provisioning.type.js';

/** A request to create the accounts of those customers who have none. */
export interface ProvisionManyRequest extends AccountOptions {
  customerIds: readonly string[];
  /** No account is started later than this many milliseconds after the call, so that the answer is sent in time. */
  withinMs: number;
}

/** Why a customer has no account. */
export interface ProvisioningFailure {
  customerId: string;
  code: ErrorCode;
  message: string;
  reason: RefusalReason | null;
  params: Reason['params'] | null;
}

/** The result for each customer, in the order of the ids. */
export interface ProvisionedAccounts {
  provisioned: ProvisionedAccount[];
  failures: ProvisioningFailure[];
}

type Outcome = ProvisionedAccount | ProvisioningFailure;

const PATH = 'input.customerIds';
/**
 * How many accounts are created at a time. Low, because sign-ins also need hashing, and all requests need the database.
 */
const CONCURRENCY = 2;
const RETRY_DELAY_MS = 200;

/**
 * Creates the accounts of up to 1,000 customers, each in its own transaction. A failure is reported with its reason and
 * does not affect the other customers. A customer whose turn does not come in time fails with RATE_LIMITED. Calling
 * again with the same ids continues: existing accounts stay as they are. The work goes on even if the client
 * disconnects.
 *
 * @throws BAD_USER_INPUT for more than 1,000 customers
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
      ...tooMany(MAX_CUSTOMERS_PER_CALL),
    });
  }
  const deadline = performance.now() + withinMs;
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < ids.length; index = next++) {
      const customerId = ids[index] ?? '';
      const provisionOne = () => provisionAccount(dependencies, { ...options, customerId }, origin);
      outcomes[index] = await retryWhileRateLimited(provisionOne, deadline).catch((error: unknown) =>
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

/** Retries while the queue for password hashing is full. @throws RATE_LIMITED after the deadline */
async function retryWhileRateLimited<T>(work: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    if (performance.now() > deadline) {
      throw new PorticoError(
        'RATE_LIMITED',
        'This call ran out of time before this customer; call again to continue.',
      );
    }
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PorticoError) || error.code !== 'RATE_LIMITED') throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
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
    const message = 'The account could not be created at the moment; call again to continue.';
    return { customerId, code: 'INTERNAL_SERVER_ERROR', message, reason: null, params: null };
  }
  const [field] = (error.extensions['fields'] ?? []) as FieldProblem[];
  const { message, reason = null, params = null } = field ?? { message: error.message };
  return { customerId, code: error.code, message, reason, params };
}
