import { erpScopeOf, ROLE_IDS, type Role, roleOfId } from '../../shared/auth.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { changesBetween } from '../audit/audit-event.js';
import { auditedErpAccess, auditedProfile, portalUserTarget } from '../users/portal-user.audit.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import type { PortalUserColumns } from './user-admin.store.js';

/** What is to become of a login; what is left out stays. */
export interface PortalUserChange {
  username?: string;
  email?: string;
  displayName?: string | null;
  role?: Role;
  active?: boolean;
  allErpCustomers?: boolean;
  erpCustomerNames?: readonly string[];
}

/** A login with the names assigned to it. */
export interface UserWithErpCustomers {
  user: PortalUserRecord;
  erpCustomerNames: readonly string[];
}

/** A login as a change would leave it. */
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
      emailConfirmed: user.emailConfirmed && isSameEmail(email, user.email),
      allErpCustomers: givenAll(user, role, change.allErpCustomers),
    },
    erpCustomerNames: [...new Set(names)].sort(),
  };
}

/** Whether both are one address to us: unique ignoring case. */
export const isSameEmail = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What of it is stored with the login itself. */
export function editedColumns({ user }: UserWithErpCustomers): PortalUserColumns {
  const { username, email, displayName, roleId, active, emailConfirmed, allErpCustomers } = user;
  return { username, email, displayName, roleId, active, emailConfirmed, allErpCustomers };
}

/** What is written down of a change, but for that of `active`; nothing where there is none. */
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

/** Where the role sees every customer, true is what a client was shown, and sends back: it gives the login nothing. */
function givenAll(user: PortalUserRecord, role: Role, given: boolean | undefined): boolean {
  const shownAnyway = erpScopeOf(role, false, []).all;
  return given === undefined || (given && shownAnyway) ? user.allErpCustomers : given;
}
