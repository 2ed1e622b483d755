import type { ListOrder, SortExpressions } from '../../db/list-page.js';
import type { CustomerOrder } from './customer.args.js';

/** What customers can be sorted by. */
export type CustomerColumn = 'name' | 'company' | 'created_at' | 'last_login_at' | 'id';

/**
 * The SQL expression of each sort column, for a query in which the alias of the customers is c. Names are compared byte by
 * byte and A as a, so that the order is the same in every database. Each has an index but the last sign-in: all customers
 * are read and sorted by it.
 */
export const SORT_EXPRESSIONS: SortExpressions<CustomerColumn> = {
  name: `lower((c.last_name || ' ' || c.first_name) collate "C")`,
  company: 'lower(c.company collate "C")',
  created_at: '(c.created_at)',
  last_login_at: '(select u.last_login_at from portal_user u where u.customer_id = c.id)',
  id: '(c.id)',
};

const COLUMNS: Record<CustomerOrder['field'], CustomerColumn> = {
  NAME: 'name',
  COMPANY: 'company',
  CREATED_AT: 'created_at',
  LAST_LOGIN_AT: 'last_login_at',
};
const NULLABLE: readonly string[] = ['COMPANY', 'LAST_LOGIN_AT'];

/** The requested order, or newest first if there is none. The id comes last and makes the order total. */
export function toListOrder(order: CustomerOrder | null | undefined): ListOrder<CustomerColumn> {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  return { direction, columns: [COLUMNS[field], 'id'], nullable: NULLABLE.includes(field) };
}
