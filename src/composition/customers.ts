import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Jobs } from '../db/jobs.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { CustomerStore } from '../features/customers/customer.store.js';
import type { CustomerDependencies } from '../features/customers/customer-dependencies.js';
import { PortalAccountStore } from '../features/customers/provisioning/portal-account.store.js';
import { provisionInBackground } from '../features/customers/provisioning/provision-in-background.js';
import { ProvisioningStore } from '../features/customers/provisioning/provisioning.store.js';
import type { ProvisioningJob } from '../features/customers/provisioning/start-provisioning.js';
import type { UserAdminDependencies } from '../features/user-admin/user-admin-dependencies.js';

/** What composing customers and their accounts needs. */
export interface CustomersInput {
  dataSource: DataSource;
  userAdmin: UserAdminDependencies;
  audit: AuditLog;
  jobs: Jobs;
  logger: Logger;
  now: () => Date;
}

/**
 * The part of the idle timeout in which a batch may start accounts. The rest is for finishing those in progress and for
 * the answer, because a connection that is silent for longer is closed.
 */
const SHARE_OF_IDLE_TIME = 0.8;

/** Composes the CRM's customers and their portal accounts. */
export function composeCustomers(config: Config, { logger, ...input }: CustomersInput) {
  const { dataSource, jobs } = input;
  const dependencies: CustomerDependencies = {
    ...input,
    customers: new CustomerStore(dataSource),
    provisioning: new ProvisioningStore(),
    onUnexpectedError: (err) => logger.error({ err }, 'a portal account was not made'),
  };
  jobs.define<ProvisioningJob>({
    name: 'provisioning',
    concurrency: 1,
    expireInSeconds: 60,
    work: (job) => provisionInBackground(dependencies, job),
    onFailed: (err) =>
      logger.error(
        { err },
        'a portal account was not made, and the failure was not recorded; the job is retried',
      ),
  });
  const batchMs = config.timeouts.idleMs * SHARE_OF_IDLE_TIME;
  return { dependencies, accounts: new PortalAccountStore(dataSource), batchMs };
}
