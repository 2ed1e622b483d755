import type { SortExpressions } from '../../db/list-page.js';
import type { SortTerm } from '../../shared/keyset.js';
import type { PortalUserOrder } from './portal-user.args.js';

/** What logins can be sorted by. */
export type PortalUserColumn = 'username' | 'email' | 'created_at' | 'last_login_at' | 'id';
type PortalUserTerm = SortTerm<PortalUserColumn>;

/** The SQL expression of each sort column, for a query in which the alias of the logins is u. */
export const SORT_EXPRESSIONS: SortExpressions<PortalUserColumn> = {
  username: 'u.username_key',
  email: 'u.email_key',
  created_at: 'u.created_at',
  last_login_at: 'u.last_login_at',
  id: '(u.id)',
};

const TERMS: Record<PortalUserOrder['field'], PortalUserTerm> = {
  USERNAME: { column: 'username', direction: 'ASC', nullable: false },
  EMAIL: { column: 'email', direction: 'ASC', nullable: false },
  CREATED_AT: { column: 'created_at', direction: 'ASC', nullable: false },
  LAST_LOGIN_AT: { column: 'last_login_at', direction: 'ASC', nullable: true },
};

/** The requested order, or by user name if there is none. The id comes last and makes the order total. */
export function toTerms(order: PortalUserOrder | null | undefined): PortalUserTerm[] {
  const term = { ...TERMS[order?.field ?? 'USERNAME'], direction: order?.direction ?? 'ASC' } as const;
  return [term, { column: 'id', direction: 'ASC', nullable: false }];
}
