import type { DataSource } from 'typeorm';
import type { AuditTarget, Json } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { CustomerRecord } from './customer.entity.js';
import type { CustomerStore } from './customer.store.js';

/** What working on customers takes. */
export interface CustomerDependencies {
  dataSource: DataSource;
  customers: CustomerStore;
  audit: AuditLog;
  now: () => Date;
}

/** A customer as the audit log points to them. */
export const targetOf = ({ id, email, firstName, lastName }: CustomerRecord): AuditTarget => ({
  type: 'CUSTOMER',
  id,
  label: email ?? `${firstName} ${lastName}`,
});

/** What the audit log keeps of a customer's fields. */
export const auditedFields = (customer: CustomerRecord): Record<string, Json> => {
  const { firstName, lastName, company, email, phone, source } = customer;
  return { firstName, lastName, company, email, phone, source };
};
