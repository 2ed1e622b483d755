import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import { PorticoError } from '../../shared/errors.js';
import { SYSTEM } from '../../shared/origin.js';
import type { AuditLog } from '../audit/audit-log.js';
import { insertPortalUser } from '../users/insert-portal-user.js';
import type { PortalUserStore } from '../users/portal-user.store.js';

/** The first administrator, as the settings name them. */
export interface BootstrapAdmin {
  username: string;
  email: string;
  passwordHash: string;
}

/**
 * Makes the administrator of the settings where there is no login of that name. One that is there is left alone, whatever
 * has become of it.
 *
 * @returns 'there', 'made', or 'e-mail taken' where another login has the address
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
    // An instance that started at the same moment may have been faster.
    return (await users.findByLogin(admin.username)) ? 'there' : 'e-mail taken';
  }
}
