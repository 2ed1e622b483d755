import { inTransaction, type Tx } from '../../db/in-transaction.js';
import { conflict } from '../../shared/errors.js';
import { isSameMailbox } from '../../shared/folded-keys.js';
import type { Origin } from '../../shared/origin.js';
import { keysEnded } from '../api-keys/keys-ended.js';
import type { AuditEvent } from '../audit/audit-event.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { assertPortalUserFields, tidy, underInput } from '../users/portal-user-fields.js';
import { asUniqueConflict } from '../users/unique-conflict.js';
import { assertErpCustomersExist } from './erp-customers/assert-erp-customers-exist.js';
import { lockForWithdrawal, lockPortalUser, portalUserNotFound } from './lock-portal-user.js';
import { announceNewEmail } from './new-email/announce-new-email.js';
import { reactivationEvent } from './reactivate-portal-user.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';
import {
  applyChange,
  changeEvents,
  editedColumns,
  type PortalUserChange,
  type UserWithErpCustomers,
} from './user-change.js';
import { withdrawAccess } from './withdraw-access.js';

/** An edit of a login. `version` is the version that the caller has read; null skips the check of it. */
export interface PortalUserEdit {
  id: string;
  version: number | null;
  change: PortalUserChange;
}

/**
 * Edits a login. If nothing changes, nothing is written.
 *
 * @throws NOT_FOUND; BAD_USER_INPUT naming each invalid field; CONFLICT for an outdated version, a user name or e-mail
 * that is taken, or the last active admin; FORBIDDEN if the caller deactivates or demotes themselves, or is no
 * longer an admin; ERP_UNAVAILABLE if the ERP is down and a name can't be checked
 */
export async function updatePortalUser(
  dependencies: UserAdminDependencies,
  origin: Origin,
  { id, version, change: given }: PortalUserEdit,
): Promise<PortalUserRecord> {
  const { dataSource, users } = dependencies;
  const { username, email } = given;
  const change = {
    ...given,
    ...(username !== undefined && { username: tidy(username) }),
    ...(email !== undefined && { email: tidy(email) }),
  };
  assertPortalUserFields(change);
  const found = await users.findById(id);
  if (!found) throw portalUserNotFound();
  const names = change.erpCustomerNames ?? [];
  const assigned = new Set((await users.erpCustomerNames([id])).get(id));
  await assertErpCustomersExist(dependencies, { names, assigned });
  return inTransaction(dataSource, async (tx) => {
    const { before, assertMayBeWithdrawn } = await lock(tx, dependencies, { id, origin, change });
    assertVersion(before.user, version);
    const after = applyChange(before, change);
    if (isWithdrawn(before.user, after.user)) assertMayBeWithdrawn();
    return write(tx, dependencies, { origin, before, after });
  });
}

async function lock(
  tx: Tx,
  { store }: UserAdminDependencies,
  { id, origin, change }: { id: string; origin: Origin; change: PortalUserChange },
): Promise<{ before: UserWithErpCustomers; assertMayBeWithdrawn: () => void }> {
  const mayWithdraw = change.active === false || (change.role !== undefined && change.role !== 'ADMIN');
  const { user, assertMayBeWithdrawn } = mayWithdraw
    ? await lockForWithdrawal(tx, store, id, origin)
    : { user: await lockPortalUser(tx, store, id), assertMayBeWithdrawn: () => {} };
  return {
    before: { user, erpCustomerNames: await store.erpCustomerNames(tx, id) },
    assertMayBeWithdrawn,
  };
}

/** Writes the edit and everything that follows from it. */
async function write(
  tx: Tx,
  dependencies: UserAdminDependencies,
  { origin, before, after }: { origin: Origin; before: UserWithErpCustomers; after: UserWithErpCustomers },
): Promise<PortalUserRecord> {
  const { store, audit } = dependencies;
  const { user } = after;
  const events = changeEvents(before, after);
  if (events.length === 0 && before.user.active === user.active) return before.user;
  const written = await store.edit(tx, user.id, editedColumns(after)).catch((error: unknown) => {
    throw asUniqueConflict(error, user, underInput);
  });
  if (events.some(({ action }) => action === 'ERP_ACCESS_CHANGED')) {
    await store.assign(tx, user.id, after.erpCustomerNames);
  }
  events.push(...(await accessEvents(tx, { before: before.user, after: user })));
  await audit.append(tx, origin, ...events);
  await followEmail(tx, dependencies, user, before.user.email);
  return written;
}

/** Has the mailed links follow a changed e-mail, and announces it unless only its spelling changed. */
async function followEmail(
  tx: Tx,
  dependencies: UserAdminDependencies,
  user: PortalUserRecord,
  emailBefore: string,
): Promise<void> {
  const { id, email } = user;
  if (email === emailBefore) return;
  if (!isSameMailbox(email, emailBefore)) return announceNewEmail(tx, dependencies, user, emailBefore);
  await dependencies.identity.accountTokens.readdress(tx, id, { from: emailBefore, to: email });
}

/**
 * The audit events of a changed `active` and of a changed role. A login that is deactivated loses its access, and one that
 * is no longer an admin its API keys.
 */
async function accessEvents(
  tx: Tx,
  { before, after }: { before: PortalUserRecord; after: PortalUserRecord },
): Promise<AuditEvent[]> {
  if (before.active && !after.active) return withdrawAccess(tx, [after]);
  const reactivation = before.active ? [] : after.active ? [reactivationEvent(after)] : [];
  return before.roleId === after.roleId
    ? reactivation
    : [...reactivation, ...(await keysEnded(tx, [after.id]))];
}

const isWithdrawn = (before: PortalUserRecord, after: PortalUserRecord) =>
  before.active && (!after.active || before.roleId !== after.roleId);

function assertVersion({ version }: PortalUserRecord, found: number | null): void {
  if (found === null || found === version) return;
  const message = `found ${found}, and the login is at ${version} now: it was changed in the meantime`;
  throw conflict({ path: 'input.version', message, reason: 'OUTDATED', params: { current: version } });
}
