import type { DataSource } from 'typeorm';
import { erpScopeOf, roleOfId, type Viewer } from '../../../shared/auth.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';
import { type PortalUser, toPortalUser } from '../../users/portal-user.type.js';

/** A signed-in request: its viewer and their login. */
export interface SignedIn {
  viewer: Viewer;
  user: PortalUser;
}

/** What a session's login may see, beside the columns of the login itself. */
interface Access {
  erp_customer_names: string[];
  customer_id: string | null;
}

/** A row of the query. */
export type SignedInRow = PortalUserRecord & Access;

/**
 * A query of sessions `s` with their logins `u` and what those may see. It is written as text, because every request
 * sends it: TypeORM would build it anew each time, and turn its row into an entity.
 *
 * @param more further columns
 * @param where which sessions, and whether they are open
 */
export function signedInSql(dataSource: DataSource, more: readonly string[], where: string): string {
  const login = dataSource
    .getMetadata(PortalUserRecord)
    .columns.filter(({ isSelect }) => isSelect)
    .map(({ databaseName, propertyName }) => `u.${databaseName} as "${propertyName}"`);
  const access = [
    'array(select a.erp_customer_name from portal_user_erp_customer a where a.user_id = u.id) as erp_customer_names',
    '(select c.id from customer c where c.id = u.customer_id and c.deleted_at is null) as customer_id',
  ];
  return `select ${[...login, ...access, ...more].join(', ')}
    from portal_user u join session s on s.user_id = u.id where ${where}`;
}

/** A row of that query as a signed-in request. */
export function toSignedIn(sessionId: string, row: SignedInRow): SignedIn {
  const { erp_customer_names, customer_id, ...record } = row;
  const role = roleOfId(record.roleId);
  const viewer: Viewer = {
    userId: record.id,
    sessionId,
    role,
    mustChangePassword: record.mustChangePassword,
    erpScope: erpScopeOf(role, record.allErpCustomers, erp_customer_names),
    customerId: customer_id,
  };
  return { viewer, user: toPortalUser(record) };
}
