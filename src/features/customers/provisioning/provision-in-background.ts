import { randomUUID } from 'node:crypto';
import { inTransaction, type Tx } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import { PorticoError } from '../../../shared/errors.js';
import { fact } from '../../audit/audit-event.js';
import {
  issueTemporaryPassword,
  type TemporaryPassword,
} from '../../identity/passwords/temporary-password.js';
import { secondsToNextAttempt } from '../../mail/delivery/retry-times.js';
import type { CustomerRecord } from '../customer.entity.js';
import { type CustomerDependencies, customerTarget } from '../customer-dependencies.js';
import { addAccount } from './add-account.js';
import { retryOnConflict } from './retry-on-conflict.js';
import type { ProvisioningJob } from './start-provisioning.js';

/**
 * Makes the account of a customer, if that is still wanted: in one transaction with the end of the job. However often the job
 * is given out, and whoever is killed over it, one account results, for the customer is locked and the job's ticket is used up.
 * What fails is written down, for staff to read, and tried again later.
 *
 * @throws what kept even the failure from being written down; the queue gives the job out again
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
      if (customer) await tryAgainLater(tx, dependencies, { customer, job: job.data, error });
    });
  }
}

/** The customer, locked; null where the job is void. */
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
  matter: { customer: CustomerRecord; temporary: TemporaryPassword; job: ProvisioningJob },
): Promise<void> {
  const { provisioning } = dependencies;
  const { customer, temporary, job } = matter;
  const { email } = customer;
  const { hasLogin, emailTaken } = await provisioning.presenceOf(tx, customer);
  if (hasLogin) {
    await provisioning.markAccountCreated(tx, customer.id);
    return;
  }
  // Whoever takes the e-mail away takes the ticket as well.
  if (email === null) return;
  if (emailTaken) {
    const error =
      `The e-mail ${email} belongs to another login already. ` +
      "Change the customer's e-mail or the login's, then provision the account by hand.";
    await fail(tx, dependencies, { customer, job, error, ticket: null });
    return;
  }
  await addAccount(tx, dependencies, {
    customer: Object.assign(customer, { email }),
    ...{ temporary, origin: job.origin },
    ...{ sendWelcomeEmail: true, autoConfirmEmail: false },
  });
}

/** Writes down that it failed, and has it tried again, unless that has been done often enough. */
async function tryAgainLater(
  tx: Tx,
  dependencies: CustomerDependencies,
  { customer, job, error }: { customer: CustomerRecord; job: ProvisioningJob; error: unknown },
): Promise<void> {
  const seconds = secondsToNextAttempt(job.attempt);
  const ticket = seconds === null ? null : randomUUID();
  const next = ticket === null ? 'Provision it by hand.' : 'It is tried again by itself.';
  await fail(tx, dependencies, { customer, job, error: `${reasonOf(error)} ${next}`, ticket });
  if (ticket === null || seconds === null) return;
  const again: ProvisioningJob = { ...job, ticket, attempt: job.attempt + 1 };
  await dependencies.jobs.send(tx, 'provisioning', again, seconds);
}

interface Failure {
  customer: CustomerRecord;
  job: ProvisioningJob;
  /** For staff. */
  error: string;
  /** Of the next try. */
  ticket: string | null;
}

async function fail(
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

/** Never what went wrong inside. */
function reasonOf(error: unknown): string {
  const busy = error instanceof PorticoError && error.code === 'RATE_LIMITED';
  return busy
    ? 'The account could not be made, for too many passwords were being worked on.'
    : 'The account could not be made.';
}
