import { inTransaction, type Tx } from '../../db/in-transaction.js';
import type { Role } from '../../shared/auth.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import { isId } from '../../shared/id-format.js';
import type { Origin } from '../../shared/origin.js';
import { issueConfirmationLink } from '../identity/links/issue-confirmation-link.js';
import { assertGoodPassword } from '../identity/passwords/password-policy.js';
import { issueTemporaryPassword, type TemporaryPassword } from '../identity/passwords/temporary-password.js';
import { insertPortalUser, type NewPortalUser } from '../users/insert-portal-user.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { assertPortalUserFields, tidy, trimToNull, underInput } from '../users/portal-user-fields.js';
import { assertErpCustomersExist } from './erp-customers/assert-erp-customers-exist.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/** A new login as an admin requests it. */
export interface CreatePortalUserRequest {
  username: string;
  email: string;
  displayName?: string | null;
  role: Role;
  allErpCustomers: boolean;
  erpCustomerNames: readonly string[];
  customerId?: string | null;
  /** If left out or null, a temporary password is generated. */
  password?: string | null;
}

/** A new login. The temporary password is null if the caller chose the password. */
export interface CreatedPortalUser {
  user: PortalUserRecord;
  temporaryPassword: string | null;
}

/**
 * Adds a login and mails a welcome mail to its owner.
 *
 * @throws BAD_USER_INPUT naming each invalid field; CONFLICT if the user name or e-mail is taken or the customer has a
 * login; ERP_UNAVAILABLE if the ERP is down and a name can't be checked; RATE_LIMITED if too many passwords are waiting
 * to be hashed
 */
export async function createPortalUser(
  dependencies: UserAdminDependencies,
  origin: Origin,
  request: CreatePortalUserRequest,
): Promise<CreatedPortalUser> {
  const { dataSource, identity } = dependencies;
  const { role, allErpCustomers, customerId = null, password } = request;
  const fields = {
    ...{ username: tidy(request.username), email: tidy(request.email) },
    displayName: trimToNull(request.displayName),
    erpCustomerNames: [...new Set(request.erpCustomerNames)],
  };
  const problems = customerId === null || isId(customerId) ? [] : [noCustomer(customerId)];
  assertPortalUserFields({ ...fields, erpCustomerNames: request.erpCustomerNames }, ...problems);
  await assertErpCustomersExist(dependencies, { names: request.erpCustomerNames, assigned: new Set() });
  if (typeof password === 'string') await assertGoodPassword('input.password', password, fields);
  const temporary = typeof password === 'string' ? null : await issueTemporaryPassword(identity);
  const passwordHash = temporary?.passwordHash ?? (await identity.hasher.hash(password ?? ''));
  const login: NewPortalUser = {
    ...fields,
    ...{ role, allErpCustomers, customerId, passwordHash },
    mustChangePassword: temporary !== null,
    ...(temporary && { temporaryPasswordExpiresAt: temporary.expiresAt }),
  };
  const user = await inTransaction(dataSource, (tx) => add(tx, dependencies, { origin, login, temporary }));
  return { user, temporaryPassword: temporary?.password ?? null };
}

async function add(
  tx: Tx,
  dependencies: UserAdminDependencies,
  { origin, login, temporary }: { origin: Origin; login: NewPortalUser; temporary: TemporaryPassword | null },
): Promise<PortalUserRecord> {
  const { users, audit, outbox, customers, identity } = dependencies;
  if (login.customerId && !(await customers.markAccountCreated(tx, login.customerId))) {
    throw badUserInput(noCustomer(login.customerId));
  }
  const user = await insertPortalUser(tx, { users, audit, origin, mapProblem: underInput }, login);
  const confirmation = await issueConfirmationLink(tx, identity, user);
  await outbox.post(tx, {
    to: user.email,
    template: 'WELCOME',
    data: {
      username: user.username,
      temporaryPassword: temporary?.password ?? null,
      expiresAt: temporary?.expiresAt.toISOString() ?? null,
      confirmationToken: confirmation.token,
      role: login.role,
    },
  });
  return user;
}

const noCustomer = (id: string): FieldProblem => ({
  path: 'input.customerId',
  message: `found "${id.slice(0, 80)}"; wanted the id of a customer who isn't deleted`,
  reason: 'UNKNOWN',
});
