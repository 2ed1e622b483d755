import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { erpScopeOf, roleOfId, type Viewer } from '../../../shared/auth.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';
import { type PortalUser, toPortalUser } from '../../users/portal-user.type.js';
import { SessionRecord } from './session.entity.js';

/** A signed-in request: its viewer and their login. */
export interface SignedIn {
  viewer: Viewer;
  user: PortalUser;
}

/** What a session's login may see, beside the columns of the login itself. */
export interface Access {
  erp_customer_names: string[];
  customer_id: string | null;
}

/** A query of sessions `s` with their logins `u` and what those may see. The caller says which, and whether they are open. */
export function signedIn(dataSource: DataSource): SelectQueryBuilder<PortalUserRecord> {
  return dataSource
    .getRepository(PortalUserRecord)
    .createQueryBuilder('u')
    .innerJoin(SessionRecord, 's', 's.user_id = u.id')
    .addSelect(
      'array(select a.erp_customer_name from portal_user_erp_customer a where a.user_id = u.id)',
      'erp_customer_names',
    )
    .addSelect(
      '(select c.id from customer c where c.id = u.customer_id and c.deleted_at is null)',
      'customer_id',
    );
}

/** A row of that query. */
export function toSignedIn(sessionId: string, record: PortalUserRecord, access: Access): SignedIn {
  const role = roleOfId(record.roleId);
  const viewer: Viewer = {
    userId: record.id,
    sessionId,
    role,
    mustChangePassword: record.mustChangePassword,
    erpScope: erpScopeOf(role, record.allErpCustomers, access.erp_customer_names),
    customerId: access.customer_id,
  };
  return { viewer, user: toPortalUser(record) };
}
