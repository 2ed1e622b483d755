import type { ListOrder, SortExpressions } from '../../db/list-page.js';
import type { PortalUserOrder } from './portal-user.args.js';

/** What logins can be sorted by. */
export type PortalUserColumn = 'username' | 'email' | 'created_at' | 'last_login_at' | 'id';

/** The SQL expression of each sort column, for a query in which the alias of the logins is u. */
export const SORT_EXPRESSIONS: SortExpressions<PortalUserColumn> = {
  username: 'u.username_key',
  email: 'u.email_key',
  created_at: 'u.created_at',
  last_login_at: 'u.last_login_at',
  id: '(u.id)',
};

const COLUMNS: Record<PortalUserOrder['field'], PortalUserColumn> = {
  USERNAME: 'username',
  EMAIL: 'email',
  CREATED_AT: 'created_at',
  LAST_LOGIN_AT: 'last_login_at',
};

/** The requested order, or by user name if there is none. The id comes last and makes the order total. */
export function toListOrder(order: PortalUserOrder | null | undefined): ListOrder<PortalUserColumn> {
  const { field, direction } = order ?? { field: 'USERNAME', direction: 'ASC' };
  return { direction, columns: [COLUMNS[field], 'id'], nullable: field === 'LAST_LOGIN_AT' };
}
