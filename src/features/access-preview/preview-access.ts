import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import { erpScopeOf } from '../../shared/auth.js';
import { PorticoError } from '../../shared/errors.js';
import { homePathOf } from '../../shared/home-path.js';
import type { Origin } from '../../shared/origin.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { PortalUserStore } from '../users/portal-user.store.js';
import { toPortalUser } from '../users/portal-user.type.js';
import type { AccessPreview } from './access-preview.type.js';

/** What an access preview needs. */
export interface PreviewDependencies {
  dataSource: DataSource;
  users: PortalUserStore;
  audit: AuditLog;
}

/**
 * Reads what a login would see: its role, its ERP scope and the path that opens after sign-in. Writes the preview to
 * the audit log before the caller sees anything.
 *
 * @throws NOT_FOUND if no login has the id
 */
export async function previewAccess(
  { dataSource, users, audit }: PreviewDependencies,
  id: string,
  origin: Origin,
): Promise<AccessPreview> {
  const record = await users.findById(id);
  if (!record) throw new PorticoError('NOT_FOUND', `portalUserId: found "${id}", which no login has`);
  const names = (await users.erpCustomerNames([id])).get(id) ?? [];
  const user = toPortalUser(record);
  await inTransaction(dataSource, (tx) =>
    audit.append(tx, origin, {
      action: 'ACCESS_PREVIEWED',
      target: { type: 'PORTAL_USER', id, label: record.email },
    }),
  );
  const erpScope = erpScopeOf(user.role, record.allErpCustomers, names);
  return { user, homePath: homePathOf(user.role), allErpCustomers: erpScope.all, erpScope };
}
