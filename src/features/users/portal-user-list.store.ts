import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readLimited } from '../../db/limited-read.js';
import { type ListPage, readListPage } from '../../db/list-page.js';
import { whereWords } from '../../db/where-words.js';
import { ROLE_IDS } from '../../shared/auth.js';
import type { Position } from '../../shared/cursor.js';
import type { PortalUserFilter } from './portal-user.args.js';
import { PortalUserRecord } from './portal-user.entity.js';
import { type PortalUserColumn, SORT_EXPRESSIONS } from './portal-user.order.js';

/** The condition that a login, whose alias is u, waits after failed sign-ins. */
const IS_LOCKED = 'exists (select from login_counter c where c.user_id = u.id and c.waiting_until > now())';

/** Counts the logins that wait. */
export const COUNT_LOCKED = `select count(*)::integer from portal_user u where ${IS_LOCKED}`;

/** The logins as a list: filtered, sorted and paged. */
export class PortalUserListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the direction of reading, up to one more than the limit. */
  page(
    filter: PortalUserFilter,
    page: ListPage<PortalUserColumn>,
  ): Promise<{ row: PortalUserRecord; position: Position }[]> {
    return readListPage(this.#filtered(filter), SORT_EXPRESSIONS, page);
  }

  /** The number of logins that match. */
  count(filter: PortalUserFilter): Promise<number> {
    return readLimited(this.#filtered(filter), (query) => query.getCount());
  }

  #filtered(filter: PortalUserFilter): SelectQueryBuilder<PortalUserRecord> {
    const query = this.dataSource.getRepository(PortalUserRecord).createQueryBuilder('u');
    whereWords(query, "concat_ws(' ', u.username, u.email, u.display_name)", filter.search);
    if (filter.role) query.andWhere('u.role_id = :roleId', { roleId: ROLE_IDS[filter.role] });
    for (const field of ['active', 'mustChangePassword', 'emailConfirmed'] as const) {
      const value = filter[field];
      if (typeof value === 'boolean') query.andWhere(`u.${field} = :${field}`, { [field]: value });
    }
    if (filter.customerId) query.andWhere('u.customerId = :customerId', { customerId: filter.customerId });
    if (typeof filter.locked === 'boolean') {
      query.andWhere(`${filter.locked ? '' : 'not '}${IS_LOCKED}`);
    }
    if (filter.lastLoginBefore) {
      const since = filter.lastLoginBefore;
      query.andWhere('(u.last_login_at is null or u.last_login_at < :since)', { since });
    }
    if (filter.erpCustomerName) {
      query.andWhere(
        'exists (select from portal_user_erp_customer a where a.user_id = u.id and a.erp_customer_name = :name)',
        { name: filter.erpCustomerName },
      );
    }
    return query;
  }
}
