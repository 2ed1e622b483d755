import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS, type Role } from '../../shared/auth.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import { auditedErpAccess, auditedProfile, portalUserTarget } from './portal-user.audit.js';
import type { PortalUserRecord } from './portal-user.entity.js';
import type { PortalUserStore } from './portal-user.store.js';
import { fieldProblems } from './portal-user-fields.js';
import { asUniqueConflict } from './unique-conflict.js';

export interface NewPortalUser {
  username: string;
  email: string;
  displayName: string | null;
  role: Role;
  passwordHash: string;
  /** True where left out. */
  active?: boolean;
  mustChangePassword: boolean;
  /** Where the password is a temporary one: its end. */
  temporaryPasswordExpiresAt?: Date;
  allErpCustomers: boolean;
  erpCustomerNames: readonly string[];
  /** The customer of the CRM that it belongs to. */
  customerId?: string | null;
  /** False where left out. */
  emailConfirmed?: boolean;
}

/** Where logins are added, and on whose behalf. */
export interface InsertDependencies {
  users: PortalUserStore;
  audit: AuditLog;
  origin: Origin;
  /** Where the input has a field that is wrong; by its own name where left out. */
  at?: (problem: FieldProblem) => FieldProblem;
}

/**
 * Adds a login and writes it down: the one way to do so.
 *
 * @throws BAD_USER_INPUT for a user name or e-mail that can't be one, CONFLICT naming the field for one that is taken, or
 * where the customer has a login
 */
export async function insertPortalUser(
  tx: Tx,
  { users, audit, origin, at = (problem) => problem }: InsertDependencies,
  user: NewPortalUser,
): Promise<PortalUserRecord> {
  const { role, erpCustomerNames, active = true, ...rest } = user;
  const [first, ...others] = fieldProblems(user).map(at);
  if (first) throw badUserInput(first, ...others);
  const record = {
    temporaryPasswordExpiresAt: null,
    customerId: null,
    emailConfirmed: false,
    ...rest,
    roleId: ROLE_IDS[role],
    active,
  };
  const added = await users.insert(tx, record, erpCustomerNames).catch((error: unknown) => {
    throw asUniqueConflict(error, user, at);
  });
  await audit.append(tx, origin, {
    action: 'PORTAL_USER_CREATED',
    target: portalUserTarget(added),
    changes: changesBetween({}, initialStateOf(added, [...new Set(erpCustomerNames)])),
  });
  return added;
}

function initialStateOf(user: PortalUserRecord, erpCustomerNames: readonly string[]) {
  return {
    ...auditedProfile(user),
    active: user.active,
    mustChangePassword: user.mustChangePassword,
    temporaryPasswordExpiresAt: user.temporaryPasswordExpiresAt?.toISOString() ?? null,
    ...auditedErpAccess(user, erpCustomerNames),
    customerId: user.customerId,
  };
}
