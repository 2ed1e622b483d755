import { randomUUID } from 'node:crypto';
import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import { secondsToNextAttempt } from '../../../db/retry-times.js';
import { PorticoError } from '../../../shared/errors.js';
import { fact } from '../../audit/audit-event.js';
import {
  issueTemporaryPassword,
  type TemporaryPassword,
} from '../../identity/passwords/temporary-password.js';
import type { CustomerRecord } from '../customer.entity.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { addAccount } from './add-account.js';
import { retryOnConflict } from './retry-on-conflict.js';
import type { ProvisioningJob } from './start-provisioning.js';

/**
 * Creates a customer's account, if it is still wanted, and ends the job in the same transaction. Exactly one account
 * results, even if the job is delivered several times or a process is killed: the customer is locked, and creating the
 * account uses up the job's ticket. A failure is recorded for staff and retried later.
 *
 * @throws the error that prevented recording the failure; the queue then delivers the job again
 */
export async function provisionInBackground(
  dependencies: CustomerDependencies,
  job: Job<ProvisioningJob>,
): Promise<void> {
  const { dataSource, userAdmin, onUnexpectedError } = dependencies;
  try {
    const temporary = await issueTemporaryPassword(userAdmin.identity);
    await retryOnConflict(() =>
      inTransaction(dataSource, async (tx) => {
        await job.done(tx);
        const customer = await lockForJob(tx, dependencies, job.data);
        if (customer) await provision(tx, dependencies, { customer, temporary, job: job.data });
      }),
    );
  } catch (error) {
    onUnexpectedError(error);
    await inTransaction(dataSource, async (tx) => {
      await job.done(tx);
      const customer = await lockForJob(tx, dependencies, job.data);
      if (customer) await scheduleRetry(tx, dependencies, { customer, job: job.data, error });
    });
  }
}

/** Reads and locks the customer; null if the customer was deleted or the job's ticket is no longer valid. */
async function lockForJob(
  tx: Tx,
  { customers }: CustomerDependencies,
  { customerId, ticket }: ProvisioningJob,
): Promise<CustomerRecord | null> {
  const customer = await customers.lock(tx, customerId);
  return customer?.provisioningTicket === ticket && customer.deletedAt === null ? customer : null;
}

async function provision(
  tx: Tx,
  dependencies: CustomerDependencies,
  details: { customer: CustomerRecord; temporary: TemporaryPassword; job: ProvisioningJob },
): Promise<void> {
  const { provisioning } = dependencies;
  const { customer, temporary, job } = details;
  const { email } = customer;
  const { hasLogin, emailTaken } = await provisioning.findExistingLogins(tx, customer);
  if (hasLogin) {
    await provisioning.markAccountCreated(tx, customer.id);
    return;
  }
  // Not expected, because removing the e-mail also removes the ticket.
  if (email === null) return;
  if (emailTaken) {
    const error =
      `The e-mail ${email} belongs to another login already. ` +
      "Change the customer's e-mail or the login's, then provision the account by hand.";
    await recordFailure(tx, dependencies, { customer, job, error, ticket: null });
    return;
  }
  await addAccount(tx, dependencies, {
    customer: Object.assign(customer, { email }),
    ...{ temporary, origin: job.origin },
    ...{ sendWelcomeEmail: true, autoConfirmEmail: false },
  });
}

/** Records the failure and schedules the next attempt, unless this was the last one. */
async function scheduleRetry(
  tx: Tx,
  dependencies: CustomerDependencies,
  { customer, job, error }: { customer: CustomerRecord; job: ProvisioningJob; error: unknown },
): Promise<void> {
  const seconds = secondsToNextAttempt(job.attempt);
  const ticket = seconds === null ? null : randomUUID();
  const next = ticket === null ? 'Provision it by hand.' : 'It is tried again by itself.';
  await recordFailure(tx, dependencies, { customer, job, error: `${reasonOf(error)} ${next}`, ticket });
  if (ticket === null || seconds === null) return;
  const retry: ProvisioningJob = { ...job, ticket, attempt: job.attempt + 1 };
  await dependencies.jobs.send(tx, 'provisioning', retry, seconds);
}

interface Failure {
  customer: CustomerRecord;
  job: ProvisioningJob;
  /** The reason, shown to staff. */
  error: string;
  /** The ticket of the next attempt; null if there is none. */
  ticket: string | null;
}

async function recordFailure(
  tx: Tx,
  { provisioning, audit }: CustomerDependencies,
  { customer, job, error, ticket }: Failure,
): Promise<void> {
  await provisioning.saveState(tx, customer.id, { provisioning: 'FAILED', error, ticket });
  await audit.append(tx, job.origin, {
    action: 'PORTAL_ACCOUNT_PROVISIONING_FAILED',
    target: customerTarget(customer),
    changes: [fact('reason', error), fact('attempt', job.attempt)],
  });
}

/** The reason as staff see it. Internal details only go to the service log. */
function reasonOf(error: unknown): string {
  const busy = error instanceof PorticoError && error.code === 'RATE_LIMITED';
  return busy
    ? 'The account could not be made, because too many passwords were being hashed.'
    : 'The account could not be made.';
}
