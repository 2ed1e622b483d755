import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { emailKey, usernameKey } from '../../shared/folded-keys.js';
import { PortalUserErpCustomerRecord, PortalUserRecord } from '../users/portal-user.entity.js';
import type { GeneratedColumn } from '../users/portal-user.store.js';

/** The columns that an edit of a login may set. */
export type PortalUserColumns = Partial<Omit<PortalUserRecord, GeneratedColumn>>;

/** Changes logins. The caller locks a login's row before changing it, and several rows in the order of their ids. */
export class UserAdminStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads a login and locks its row until the transaction ends; null if there is none. */
  async lock(tx: Tx, id: string): Promise<PortalUserRecord | null> {
    const [user] = await lockedWhere(tx, 'u.id = :id', { id });
    return user ?? null;
  }

  /** The same together with all active admins, so that no two of them are deactivated or demoted at the same time. */
  lockWithAdmins(tx: Tx, id: string): Promise<PortalUserRecord[]> {
    return lockedWhere(tx, 'u.id = :id or (u.active and u.role_id = :admin)', { id, admin: ROLE_IDS.ADMIN });
  }

  /** Edits a login. This increments its version. */
  async edit(tx: Tx, id: string, columns: PortalUserColumns): Promise<PortalUserRecord> {
    const { username, email } = columns;
    await tx.update(
      PortalUserRecord,
      { id },
      {
        ...columns,
        ...(username !== undefined && { usernameKey: usernameKey(username) }),
        ...(email !== undefined && { emailKey: emailKey(email) }),
      },
    );
    return tx.findOneByOrFail(PortalUserRecord, { id });
  }

  /** The first of name, name-2, name-3, … that no login has. Another transaction may take it at the same time. */
  async freeUsername(tx: Tx, name: string): Promise<string> {
    const [row] = await tx.query<{ name: string }[]>(
      `select $1 || suffix as name from (
         select case when n = 1 then '' else '-' || n end as suffix
         from (select generate_series(1, 1000000) as n) as numbers
       ) as suffixes
       where not exists (select from portal_user u where u.username_key = $2 || suffix) limit 1`,
      // The key of a name with a number is the name's key with the number.
      [name, usernameKey(name)],
    );
    if (!row) throw new Error('every number of a user name is taken');
    return row.name;
  }

  /** The names of the ERP customers assigned to a login. */
  async erpCustomerNames(tx: Tx, userId: string): Promise<string[]> {
    const rows = await tx.findBy(PortalUserErpCustomerRecord, { userId });
    return rows.map((row) => row.erpCustomerName).sort();
  }

  /** Replaces the names assigned to a login by these. */
  async assign(tx: Tx, userId: string, names: readonly string[]): Promise<void> {
    await tx.query(
      'delete from portal_user_erp_customer where user_id = $1 and erp_customer_name <> all($2::text[])',
      [userId, names],
    );
    await tx.query(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select $1::uuid, unnest($2::text[]) on conflict do nothing`,
      [userId, names],
    );
  }

  /** The names among these that are assigned to any login. */
  async namesInUse(names: readonly string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      'select distinct erp_customer_name as name from portal_user_erp_customer where erp_customer_name = any($1)',
      [names],
    );
    return new Set(rows.map((row) => row.name));
  }

  /**
   * Deactivates all active logins, except admins, that have not signed in since a time. For a login that has never
   * signed in, its creation counts.
   *
   * @param except the id of a login that stays active
   */
  async deactivateDormant(
    tx: Tx,
    since: Date,
    except: string | null,
  ): Promise<{ id: string; email: string }[]> {
    const [dormant] = await tx.query(
      `with dormant as (
         select id from portal_user
         where active and role_id <> $2 and id is distinct from $3
           and coalesce(last_login_at, created_at) < $1
         order by id
         for no key update
       )
       update portal_user u set active = false, version = version + 1, updated_at = now()
       from dormant where dormant.id = u.id
       returning u.id, u.email`,
      [since, ROLE_IDS.ADMIN, except],
    );
    return dormant;
  }
}

function lockedWhere(tx: Tx, condition: string, parameters: object): Promise<PortalUserRecord[]> {
  return (
    tx
      .createQueryBuilder(PortalUserRecord, 'u')
      .where(condition, parameters)
      .orderBy('u.id')
      // Doesn't block writes of rows that refer to this one, such as login counters: blocking them could deadlock.
      .setLock('for_no_key_update')
      .getMany()
  );
}
