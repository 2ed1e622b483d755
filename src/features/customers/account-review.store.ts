import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { type Role, roleOfId } from '../../shared/auth.js';

/** A login that an admin should review. */
export interface ReviewedAccount {
  id: string;
  username: string;
  email: string;
  role: Role;
  active: boolean;
  createdAt: Date;
  lastLoginAt: Date | null;
}

/** The logins to review, grouped by reason. */
export interface AccountReview {
  /** The database's time. */
  at: Date;
  /**
   * Active logins without a sign-in for the given number of days; if there never was one, the days since creation
   * count.
   */
  dormant: ReviewedAccount[];
  /** Active logins of deleted customers. */
  ofDeletedCustomers: (ReviewedAccount & { customerId: string; deletedAt: Date })[];
  /** Logins, active or not, with many failed sign-ins recently. */
  failedSignIns: (ReviewedAccount & { failures: number; lastFailureAt: Date })[];
  /** Active logins whose temporary password expired before the user chose a new password. */
  expiredPasswords: (ReviewedAccount & { expiredAt: Date })[];
}

/** A login is listed after this many failed sign-ins within FAILURES_WITHIN. */
export const MANY_FAILURES = 5;
/** The period in which failed sign-ins are counted, as an SQL interval. */
export const FAILURES_WITHIN = '7 days';

const ACCOUNT = `u.id, u.username, u.email, u.role_id as "roleId", u.active, u.created_at as "createdAt",
  u.last_login_at as "lastLoginAt"`;

const DORMANT = `
  select ${ACCOUNT} from portal_user u
  where u.active and coalesce(u.last_login_at, u.created_at) < now() - $1 * interval '1 day'
  order by coalesce(u.last_login_at, u.created_at), u.id`;

const OF_DELETED_CUSTOMERS = `
  select ${ACCOUNT}, c.id as "customerId", c.deleted_at as "deletedAt"
  from portal_user u join customer c on c.id = u.customer_id
  where u.active and c.deleted_at is not null
  order by c.deleted_at, u.id`;

/** Reads both tables: an entry moves from the intake to the log in one transaction, so it is in exactly one of them. */
const FAILED_SIGN_INS = `
  select ${ACCOUNT}, f.failures, f."lastFailureAt"
  from (
    select e.target_id, count(*)::integer as failures, max(e.at) as "lastFailureAt"
    from (
      select action, target_type, target_id, at from audit_entry
      union all select action, target_type, target_id, at from audit_intake
    ) e
    where e.action = 'LOGIN_FAILED' and e.target_type = 'PORTAL_USER'
      and e.at > now() - interval '${FAILURES_WITHIN}'
    group by e.target_id having count(*) >= ${MANY_FAILURES}
  ) f join portal_user u on u.id::text = f.target_id
  order by f.failures desc, u.id`;

const EXPIRED_PASSWORDS = `
  select ${ACCOUNT}, u.temporary_password_expires_at as "expiredAt" from portal_user u
  where u.active and u.temporary_password_expires_at < now()
  order by u.temporary_password_expires_at, u.id`;

/**
 * Finds the logins to review. Runs four queries on one snapshot, in a read-only transaction.
 *
 * @param days how many days a login may go unused
 */
export function reviewAccounts(dataSource: DataSource, days: number): Promise<AccountReview> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    const [clock] = await tx.query<[{ at: Date }]>('select now() as at');
    return {
      at: clock.at,
      dormant: await readAccounts(tx, DORMANT, [days]),
      ofDeletedCustomers: await readAccounts(tx, OF_DELETED_CUSTOMERS),
      failedSignIns: await readAccounts(tx, FAILED_SIGN_INS),
      expiredPasswords: await readAccounts(tx, EXPIRED_PASSWORDS),
    };
  });
}

async function readAccounts<Found extends ReviewedAccount>(
  tx: Tx,
  sql: string,
  values: unknown[] = [],
): Promise<Found[]> {
  const rows = await tx.query<(Omit<Found, 'role'> & { roleId: number })[]>(sql, values);
  return rows.map(({ roleId, ...row }) => ({ ...row, role: roleOfId(roleId) }) as unknown as Found);
}
