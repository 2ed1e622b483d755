import { erpScopeOf, ROLE_IDS, type Role, roleOfId } from '../../shared/auth.js';
import { isSameMailbox } from '../../shared/folded-keys.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { changesBetween } from '../audit/audit-event.js';
import { auditedErpAccess, auditedProfile, portalUserTarget } from '../users/portal-user.audit.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import type { PortalUserColumns } from './user-admin.store.js';

/** A change of a login. A field that is left out stays as it is. */
export interface PortalUserChange {
  username?: string;
  email?: string;
  displayName?: string | null;
  role?: Role;
  active?: boolean;
  allErpCustomers?: boolean;
  erpCustomerNames?: readonly string[];
}

/** A login with the names of the ERP customers assigned to it. */
export interface UserWithErpCustomers {
  user: PortalUserRecord;
  erpCustomerNames: readonly string[];
}

/** The login after a change. */
export function applyChange(
  { user, erpCustomerNames }: UserWithErpCustomers,
  change: PortalUserChange,
): UserWithErpCustomers {
  const { role = roleOfId(user.roleId), erpCustomerNames: names = erpCustomerNames, ...given } = change;
  const { email = user.email } = given;
  return {
    user: {
      ...user,
      ...given,
      roleId: ROLE_IDS[role],
      emailConfirmed: user.emailConfirmed && isSameMailbox(email, user.email),
      allErpCustomers: allErpCustomersAfter(user, role, change.allErpCustomers),
    },
    erpCustomerNames: [...new Set(names)].sort(),
  };
}

/** The columns of the login's own row that an edit writes. */
export function editedColumns({ user }: UserWithErpCustomers): PortalUserColumns {
  const { username, email, displayName, roleId, active, emailConfirmed, allErpCustomers } = user;
  return { username, email, displayName, roleId, active, emailConfirmed, allErpCustomers };
}

/** The audit events of a change, except of a change of `active`. Empty if nothing else changes. */
export function changeEvents(before: UserWithErpCustomers, after: UserWithErpCustomers): AuditEvent[] {
  const target = portalUserTarget(after.user);
  const events: AuditEvent[] = [
    {
      action: 'PORTAL_USER_UPDATED',
      target,
      changes: changesBetween(auditedProfile(before.user), auditedProfile(after.user)),
    },
    {
      action: 'ERP_ACCESS_CHANGED',
      target,
      changes: changesBetween(
        auditedErpAccess(before.user, before.erpCustomerNames),
        auditedErpAccess(after.user, after.erpCustomerNames),
      ),
    },
  ];
  return events.filter(({ changes = [] }) => changes.length > 0);
}

/** If the role sees every customer anyway, clients are shown true. Sending true back must not change the login. */
function allErpCustomersAfter(user: PortalUserRecord, role: Role, given: boolean | undefined): boolean {
  const shownAnyway = erpScopeOf(role, false, []).all;
  return given === undefined || (given && shownAnyway) ? user.allErpCustomers : given;
}
