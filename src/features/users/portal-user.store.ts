import { type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { emailKey, loginKey, usernameKey } from '../../shared/folded-keys.js';
import { groupBy } from '../../shared/group-by.js';
import { PortalUserErpCustomerRecord, PortalUserRecord } from './portal-user.entity.js';

/** The columns that the database, TypeORM or a store fills in. */
export type GeneratedColumn =
  | 'id'
  | 'usernameKey'
  | 'emailKey'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'lastLoginAt';

/** Logins and the ERP customers assigned to them. */
export class PortalUserStore {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<PortalUserRecord | null> {
    return this.#users().where('u.id = :id', { id }).getOne();
  }

  findByIds(ids: readonly string[]): Promise<PortalUserRecord[]> {
    return this.#users().where('u.id = any(:ids)', { ids }).getMany();
  }

  /** Finds a login by user name or e-mail; see shared/folded-keys.ts for what is the same. */
  async findByLogin(login: string): Promise<PortalUserRecord | null> {
    const { kind, key } = loginKey(login);
    // PostgreSQL's text type can't hold NUL, so no login contains it. Nobody means a login of invisible characters alone.
    if (key === '' || key.includes('\0')) return null;
    return this.#users().where(`u.${kind}_key = :key`, { key }).getOne();
  }

  /** Whether one login has both this user name and this e-mail. */
  async hasLogin(tx: Tx, { username, email }: { username: string; email: string }): Promise<boolean> {
    const usernameAndEmail = { usernameKey: usernameKey(username), emailKey: emailKey(email) };
    return tx.getRepository(PortalUserRecord).existsBy(usernameAndEmail);
  }

  /** The hash of the login with this id or the next higher one, or of the first login. Null if there are no logins. */
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

  /** The names of the ERP customers assigned to each of these logins, in one query. */
  async erpCustomerNames(userIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource
      .getRepository(PortalUserErpCustomerRecord)
      .find({ where: { userId: In(userIds) }, order: { erpCustomerName: 'ASC' } });
    const byUser = groupBy(rows, (row) => row.userId);
    return new Map([...byUser].map(([id, assigned]) => [id, assigned.map((row) => row.erpCustomerName)]));
  }

  /** The logins that each of these ERP customers is assigned to, in one query. */
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
    user: Omit<PortalUserRecord, GeneratedColumn>,
    erpCustomerNames: readonly string[],
  ): Promise<PortalUserRecord> {
    const record = { ...user, usernameKey: usernameKey(user.username), emailKey: emailKey(user.email) };
    const saved = await tx.save(PortalUserRecord, tx.create(PortalUserRecord, record));
    const names = [...new Set(erpCustomerNames)];
    await tx.insert(
      PortalUserErpCustomerRecord,
      names.map((erpCustomerName) => ({ userId: saved.id, erpCustomerName })),
    );
    return saved;
  }

  /**
   * Records a sign-in. This is not an edit of the login: its version stays the same. Locks the row until the
   * transaction ends.
   *
   * @returns false if the password that was checked has been replaced or has expired, or the login was deactivated
   */
  async recordLogin(tx: Tx, login: { id: string; passwordHash: string }, at: Date): Promise<boolean> {
    const [, affected] = await tx.query(
      `update portal_user set last_login_at = $3
       where id = $1 and password_hash = $2 and active
         and (temporary_password_expires_at is null or temporary_password_expires_at > now())`,
      [login.id, login.passwordHash, at],
    );
    return affected === 1;
  }

  /**
   * Stores the hash of a password that the owner chose, provided that the stored hash is still `change.from`.
   *
   * @returns false if the hash was replaced in the meantime
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
}
