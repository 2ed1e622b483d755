import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/in-transaction.js';
import type { Origin } from '../../../shared/origin.js';
import type { CustomerRecord } from '../customer.entity.js';
import type { CustomerDependencies } from '../customer-dependencies.js';

/** A job of the provisioning queue. */
export interface ProvisioningJob {
  customerId: string;
  /** The job does nothing if the customer has another ticket by now. */
  ticket: string;
  /** On whose behalf the account is created. */
  origin: Origin;
  /** The number of this attempt, from 1. */
  attempt: number;
}

const NO_EMAIL = 'The customer has no e-mail address.';

/** Queues a job that creates a customer's account. The job exists once the transaction commits. */
export async function startProvisioning(
  tx: Tx,
  { provisioning, jobs }: Pick<CustomerDependencies, 'provisioning' | 'jobs'>,
  { id: customerId, email }: CustomerRecord,
  origin: Origin,
): Promise<void> {
  if (email === null) {
    await provisioning.saveState(tx, customerId, { provisioning: 'NONE', error: NO_EMAIL, ticket: null });
    return;
  }
  const ticket = randomUUID();
  await provisioning.saveState(tx, customerId, { provisioning: 'PENDING', error: null, ticket });
  const job: ProvisioningJob = { customerId, ticket, origin, attempt: 1 };
  await jobs.send(tx, 'provisioning', job);
}

/** Whether an account was requested and does not exist yet. */
export const isProvisioningWanted = ({ provisioning, provisioningError }: CustomerRecord): boolean =>
  provisioning === 'PENDING' ||
  provisioning === 'FAILED' ||
  (provisioning === 'NONE' && provisioningError !== null);
