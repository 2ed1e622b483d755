import { roleOfId } from '../../shared/auth.js';
import type { AuditTarget } from '../audit/audit-event.js';
import type { PortalUserRecord } from './portal-user.entity.js';

/** What the audit log says of a login itself. */
export const auditedProfile = (user: PortalUserRecord) => ({
  username: user.username,
  email: user.email,
  displayName: user.displayName,
  role: roleOfId(user.roleId),
  emailConfirmed: user.emailConfirmed,
});

/** What it says of whose stock a login may see. */
export const auditedErpAccess = (user: PortalUserRecord, erpCustomerNames: readonly string[]) => ({
  allErpCustomers: user.allErpCustomers,
  erpCustomerNames: [...erpCustomerNames].sort(),
});

/** A login as what was acted on. */
export const portalUserTarget = ({ id, email }: { id: string; email: string }): AuditTarget => ({
  type: 'PORTAL_USER',
  id,
  label: email,
});
