import { roleOfId } from '../../shared/auth.js';
import type { AuditTarget } from '../audit/audit-event.js';
import type { PortalUserRecord } from './portal-user.entity.js';

/** The fields of a login that the audit log records. */
export const auditedProfile = (user: PortalUserRecord) => ({
  username: user.username,
  email: user.email,
  displayName: user.displayName,
  role: roleOfId(user.roleId),
  emailConfirmed: user.emailConfirmed,
});

/** What the audit log records about the stock that a login may see. */
export const auditedErpAccess = (user: PortalUserRecord, erpCustomerNames: readonly string[]) => ({
  allErpCustomers: user.allErpCustomers,
  erpCustomerNames: [...erpCustomerNames].sort(),
});

/** A login as the target of an audit entry. */
export const portalUserTarget = ({ id, email }: { id: string; email: string }): AuditTarget => ({
  type: 'PORTAL_USER',
  id,
  label: email,
});
