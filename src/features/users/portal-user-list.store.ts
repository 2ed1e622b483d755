import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ROLE_IDS } from '../../shared/auth.js';
import type { PagePositions } from '../../shared/connection.js';
import type { Position } from '../../shared/cursor.js';
import { searchWords } from '../../shared/search-words.js';
import type { PortalUserFilter } from './portal-user.args.js';
import { PortalUserRecord } from './portal-user.entity.js';
import { type PortalUserTerm, SORT_EXPRESSIONS, whereKeyset } from './portal-user.order.js';

/** Which page of logins to read, and in which order. */
export type UserPage = PagePositions & { terms: readonly PortalUserTerm[] };

/** The logins as a list: filtered, sorted and paged. */
export class PortalUserListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the direction of reading, up to one more than the limit. */
  async page(
    filter: PortalUserFilter,
    page: UserPage,
  ): Promise<{ user: PortalUserRecord; position: Position }[]> {
    const query = this.#filtered(filter);
    if (page.after) whereKeyset(query, page.terms, page.after, false);
    if (page.before) whereKeyset(query, page.terms, page.before, true);
    for (const { column, direction } of page.terms) {
      const sortDirection = (direction === 'ASC') !== page.backwards ? 'ASC' : 'DESC';
      query.addSelect(SORT_EXPRESSIONS[column], `sort_${column}`);
      query.addOrderBy(`sort_${column}`, sortDirection, page.backwards ? 'NULLS FIRST' : 'NULLS LAST');
    }
    const { entities, raw } = await query.limit(page.limit + 1).getRawAndEntities<Record<string, unknown>>();
    return entities.map((user, index) => ({
      user,
      position: page.terms.map(({ column }) => toCursorValue(raw[index]?.[`sort_${column}`])),
    }));
  }

  /** The number of logins that match. */
  count(filter: PortalUserFilter): Promise<number> {
    return this.#filtered(filter).getCount();
  }

  #filtered(filter: PortalUserFilter): SelectQueryBuilder<PortalUserRecord> {
    const query = this.dataSource.getRepository(PortalUserRecord).createQueryBuilder('u');
    for (const [index, word] of searchWords(filter.search).entries()) {
      const name = `word${index}`;
      query.andWhere(`concat_ws(' ', u.username, u.email, u.display_name) ilike :${name} escape '\\'`, {
        [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      });
    }
    if (filter.role) query.andWhere('u.role_id = :roleId', { roleId: ROLE_IDS[filter.role] });
    if (typeof filter.active === 'boolean') query.andWhere('u.active = :active', { active: filter.active });
    if (typeof filter.locked === 'boolean') {
      const waiting = 'select from login_counter c where c.user_id = u.id and c.waiting_until > now()';
      query.andWhere(`${filter.locked ? '' : 'not '}exists (${waiting})`);
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

/** A sort value as text, in the form that the next page's query accepts. */
function toCursorValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
