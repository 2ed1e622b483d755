import { inTransaction } from '../../db/in-transaction.js';
import type { Origin } from '../../shared/origin.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { accountTarget } from './account-audit.js';
import type { AccountDependencies } from './account-dependencies.js';
import { lockAccount } from './lock-account.js';
import type { PortalUserRecord } from './portal-user.entity.js';

/** Lets a login be used again, with the password that it had. One that is active stays as it is. @throws NOT_FOUND */
export function reactivatePortalUser(
  { dataSource, accounts, audit }: AccountDependencies,
  origin: Origin,
  id: string,
): Promise<PortalUserRecord> {
  return inTransaction(dataSource, async (tx) => {
    const user = await lockAccount(tx, accounts, id);
    if (user.active) return user;
    const reactivated = await accounts.edit(tx, id, { active: true });
    await audit.append(tx, origin, reactivation(user));
    return reactivated;
  });
}

/** What is written down of it. */
export const reactivation = (user: { id: string; email: string }): AuditEvent => ({
  action: 'PORTAL_USER_REACTIVATED',
  target: accountTarget(user),
  changes: [{ field: 'active', before: false, after: true }],
});
