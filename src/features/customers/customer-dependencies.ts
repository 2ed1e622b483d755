import type { DataSource } from 'typeorm';
import type { Jobs } from '../../db/jobs.js';
import type { AuditTarget, Json } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { UserAdminDependencies } from '../user-admin/user-admin-dependencies.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';
import type { ProvisioningStore } from './provisioning/provisioning.store.js';

/** What the functions for customers and their portal accounts depend on. */
export interface CustomerDependencies {
  dataSource: DataSource;
  customers: CustomerStore;
  provisioning: ProvisioningStore;
  userAdmin: UserAdminDependencies;
  audit: AuditLog;
  jobs: Jobs;
  /** Called with an unexpected error. The caller only learns that the account was not created. */
  onUnexpectedError: (error: unknown) => void;
  now: () => Date;
}

/** A customer as the target of an audit entry. */
export const customerTarget = ({ id, email, firstName, lastName }: CustomerRecord): AuditTarget => ({
  type: 'CUSTOMER',
  id,
  label: email ?? `${firstName} ${lastName}`,
});

/** The fields of a customer that the audit log records. */
export const auditedFields = (customer: CustomerRecord): Record<string, Json> => {
  const { firstName, lastName, company, email, phone, source } = customer;
  return { firstName, lastName, company, email, phone, source };
};
