import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditTarget, Json } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { UserAdminDependencies } from '../user-admin/user-admin-dependencies.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';
import type { ProvisioningStore } from './provisioning/provisioning.store.js';

/** What working on customers and their portal accounts needs. */
export interface CustomerDependencies {
  dataSource: DataSource;
  customers: CustomerStore;
  provisioning: ProvisioningStore;
  userAdmin: UserAdminDependencies;
  audit: AuditLog;
  jobs: Jobs;
  /** Is told of an unexpected error whose caller only learns that the account was not made. */
  onUnexpectedError: (error: unknown) => void;
  now: () => Date;
}

/** A customer as the audit log points to them. */
export const customerTarget = ({ id, email, firstName, lastName }: CustomerRecord): AuditTarget => ({
  type: 'CUSTOMER',
  id,
  label: email ?? `${firstName} ${lastName}`,
});

/** What the audit log keeps of a customer's fields. */
export const auditedFields = (customer: CustomerRecord): Record<string, Json> => {
  const { firstName, lastName, company, email, phone, source } = customer;
  return { firstName, lastName, company, email, phone, source };
};
