import { type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import type { PagePositions } from '../../shared/connection.js';
import type { Position } from '../../shared/cursor.js';
import { groupBy } from '../../shared/group-by.js';
import { searchWords } from '../../shared/search-words.js';
import type { PortalUserFilter } from './portal-user.args.js';
import { PortalUserErpCustomerRecord, PortalUserRecord } from './portal-user.entity.js';
import { type PortalUserTerm, SORT_EXPRESSIONS, whereKeyset } from './portal-user.order.js';

/** A page of logins. */
export type UserPage = PagePositions & { terms: readonly PortalUserTerm[] };

/** Logins and the ERP customers assigned to them. */
export class PortalUserStore {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<PortalUserRecord | null> {
    return this.#users().where('u.id = :id', { id }).getOne();
  }

  findByIds(ids: readonly string[]): Promise<PortalUserRecord[]> {
    return this.#users().where('u.id = any(:ids)', { ids }).getMany();
  }

  /** By user name or e-mail, ignoring case. A user name has no @, so no login can be both. */
  async findByLogin(login: string): Promise<PortalUserRecord | null> {
    // PostgreSQL's text can't hold NUL, so no login does.
    if (login.includes('\0')) return null;
    const column = login.includes('@') ? 'email' : 'username';
    return this.#users().where(`lower(u.${column}) = lower(:login)`, { login }).getOne();
  }

  /** The hash of the login whose id is next to this one; null where there are no logins. */
  async passwordHashNear(id: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ hash: string | null }[]>(
      `select coalesce(
         (select password_hash from portal_user where id >= $1 order by id limit 1),
         (select password_hash from portal_user order by id limit 1)
       ) as hash`,
      [id],
    );
    return row?.hash ?? null;
  }

  /** Rows in the direction of reading, one more than asked for. */
  async page(
    filter: PortalUserFilter,
    page: UserPage,
  ): Promise<{ user: PortalUserRecord; position: Position }[]> {
    const query = this.#filtered(filter);
    if (page.after) whereKeyset(query, page.terms, page.after, false);
    if (page.before) whereKeyset(query, page.terms, page.before, true);
    for (const { column, direction } of page.terms) {
      const towards = (direction === 'ASC') !== page.backwards ? 'ASC' : 'DESC';
      query.addSelect(SORT_EXPRESSIONS[column], `sort_${column}`);
      query.addOrderBy(`sort_${column}`, towards, page.backwards ? 'NULLS FIRST' : 'NULLS LAST');
    }
    const { entities, raw } = await query.limit(page.limit + 1).getRawAndEntities<Record<string, unknown>>();
    return entities.map((user, index) => ({
      user,
      position: page.terms.map(({ column }) => printed(raw[index]?.[`sort_${column}`])),
    }));
  }

  count(filter: PortalUserFilter): Promise<number> {
    return this.#filtered(filter).getCount();
  }

  /** The names assigned to each of these logins, in one query. */
  async erpCustomerNames(userIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource
      .getRepository(PortalUserErpCustomerRecord)
      .find({ where: { userId: In(userIds) }, order: { erpCustomerName: 'ASC' } });
    const byUser = groupBy(rows, (row) => row.userId);
    return new Map([...byUser].map(([id, assigned]) => [id, assigned.map((row) => row.erpCustomerName)]));
  }

  /** The logins that each of these names is assigned to, in one query. */
  async usersOfErpCustomers(names: readonly string[]): Promise<Map<string, PortalUserRecord[]>> {
    const { entities, raw } = await this.#users()
      .innerJoin(PortalUserErpCustomerRecord, 'a', 'a.user_id = u.id')
      .addSelect('a.erp_customer_name', 'assigned')
      .where('a.erp_customer_name = any(:names)', { names })
      .orderBy('u.username')
      .getRawAndEntities<{ assigned: string; u_id: string }>();
    const byId = new Map(entities.map((user) => [user.id, user]));
    const users = raw.flatMap((row) => {
      const user = byId.get(row.u_id);
      return user ? [{ name: row.assigned, user }] : [];
    });
    return new Map(
      [...groupBy(users, (row) => row.name)].map(([name, of]) => [name, of.map((row) => row.user)]),
    );
  }

  /** Adds a login with its assignments. */
  async insert(
    tx: Tx,
    user: Omit<PortalUserRecord, 'id' | 'createdAt' | 'updatedAt' | 'version' | 'lastLoginAt'>,
    erpCustomerNames: readonly string[],
  ): Promise<PortalUserRecord> {
    const saved = await tx.save(PortalUserRecord, tx.create(PortalUserRecord, user));
    const names = [...new Set(erpCustomerNames)];
    await tx.insert(
      PortalUserErpCustomerRecord,
      names.map((erpCustomerName) => ({ userId: saved.id, erpCustomerName })),
    );
    return saved;
  }

  /**
   * Notes a sign-in, which is no edit of the login; false where the password that was right has been replaced meanwhile, or
   * has run out, or the login was deactivated. The row stays locked to the end of the transaction.
   */
  async noteLogin(tx: Tx, login: { id: string; passwordHash: string }, at: Date): Promise<boolean> {
    const [, affected] = await tx.query(
      `update portal_user set last_login_at = $3
       where id = $1 and password_hash = $2 and active
         and (temporary_password_expires_at is null or temporary_password_expires_at > now())`,
      [login.id, login.passwordHash, at],
    );
    return affected === 1;
  }

  /**
   * Replaces the hash where it still is the old one by that of a password which its owner chose; false where somebody else
   * was faster.
   */
  async replacePasswordHash(tx: Tx, id: string, change: { from: string; to: string }): Promise<boolean> {
    const result = await tx.update(
      PortalUserRecord,
      { id, passwordHash: change.from },
      { passwordHash: change.to, mustChangePassword: false, temporaryPasswordExpiresAt: null },
    );
    return result.affected === 1;
  }

  #users(): SelectQueryBuilder<PortalUserRecord> {
    return this.dataSource.getRepository(PortalUserRecord).createQueryBuilder('u');
  }

  #filtered(filter: PortalUserFilter): SelectQueryBuilder<PortalUserRecord> {
    const query = this.#users();
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

/** A sort value as the next page's query takes it back. */
function printed(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
