import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import { PorticoError } from '../../shared/errors.js';
import { SYSTEM } from '../../shared/origin.js';
import type { AuditLog } from '../audit/audit-log.js';
import { insertPortalUser } from '../users/insert-portal-user.js';
import type { PortalUserStore } from '../users/portal-user.store.js';

/** The first administrator, from the settings. */
export interface BootstrapAdmin {
  username: string;
  email: string;
  passwordHash: string;
}

/**
 * Creates the administrator of the settings unless a login has that name. An existing login is never changed.
 *
 * @returns 'there' if the login exists, 'made' if it was created, 'e-mail taken' if another login has the address
 */
export async function bootstrapAdmin(
  dataSource: DataSource,
  { users, audit }: { users: PortalUserStore; audit: AuditLog },
  admin: BootstrapAdmin,
): Promise<'there' | 'made' | 'e-mail taken'> {
  if (await users.findByLogin(admin.username)) return 'there';
  try {
    await inTransaction(dataSource, (tx) =>
      insertPortalUser(
        tx,
        { users, audit, origin: SYSTEM },
        {
          ...admin,
          displayName: null,
          role: 'ADMIN',
          mustChangePassword: false,
          allErpCustomers: false,
          erpCustomerNames: [],
        },
      ),
    );
    return 'made';
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code !== 'CONFLICT') throw error;
    // Another instance that started at the same time may have got there first.
    return (await users.findByLogin(admin.username)) ? 'there' : 'e-mail taken';
  }
}
