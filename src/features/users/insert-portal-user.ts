import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS, type Role } from '../../shared/auth.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import { auditedErpAccess, auditedProfile, portalUserTarget } from './portal-user.audit.js';
import type { PortalUserRecord } from './portal-user.entity.js';
import type { PortalUserStore } from './portal-user.store.js';
import { fieldProblems, tidy } from './portal-user-fields.js';
import { asUniqueConflict } from './unique-conflict.js';

/** A login to be added. */
export interface NewPortalUser {
  username: string;
  email: string;
  displayName: string | null;
  role: Role;
  passwordHash: string;
  /** Default: true. */
  active?: boolean;
  mustChangePassword: boolean;
  /** When a temporary password expires. Left out if the password is not a temporary one. */
  temporaryPasswordExpiresAt?: Date;
  allErpCustomers: boolean;
  erpCustomerNames: readonly string[];
  /** The CRM customer that the login belongs to. */
  customerId?: string | null;
  /** Default: false. */
  emailConfirmed?: boolean;
}

/** What adding a login needs, with the origin that the audit log records. */
export interface InsertDependencies {
  users: PortalUserStore;
  audit: AuditLog;
  origin: Origin;
  /** Translates a field's name into its path in the caller's input. Default: the name stays as it is. */
  mapProblem?: (problem: FieldProblem) => FieldProblem;
}

/**
 * Adds a login and its entry in the audit log. Every login is added by this function.
 *
 * @throws BAD_USER_INPUT for an invalid user name or e-mail; CONFLICT, naming the field, if the user name or e-mail is
 * taken or the customer already has a login
 */
export async function insertPortalUser(
  tx: Tx,
  { users, audit, origin, mapProblem = (problem) => problem }: InsertDependencies,
  given: NewPortalUser,
): Promise<PortalUserRecord> {
  const user = { ...given, username: tidy(given.username), email: tidy(given.email) };
  const { role, erpCustomerNames, active = true, ...rest } = user;
  const [first, ...others] = fieldProblems(user).map(mapProblem);
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
    throw asUniqueConflict(error, user, mapProblem);
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
