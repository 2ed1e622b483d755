import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { type Role, roleOfId } from '../../shared/auth.js';

/** A login that somebody should look at. */
export interface ReviewedAccount {
  id: string;
  username: string;
  email: string;
  role: Role;
  active: boolean;
  createdAt: Date;
  lastLoginAt: Date | null;
}

/** What is to be looked at among the logins. */
export interface AccountReview {
  /** The database's time. */
  at: Date;
  /** Active, and neither signed in nor made for so many days. */
  dormant: ReviewedAccount[];
  /** Active, of customers who are deleted. */
  ofDeletedCustomers: (ReviewedAccount & { customerId: string; deletedAt: Date })[];
  /** With many sign-ins that failed of late, whoever tried. */
  failedSignIns: (ReviewedAccount & { failures: number; lastFailureAt: Date })[];
  /** Active, with a temporary password that ran out before it was used to choose another. */
  expiredPasswords: (ReviewedAccount & { expiredAt: Date })[];
}

/** So many sign-ins of a login within so long are many. */
export const MANY_FAILURES = 5;
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

/** An entry moves from the intake to the log in one transaction: it is in one of them. */
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
 * Looks the logins over, in four questions at one moment; nothing is written.
 *
 * @param days how long a login may go unused
 */
export function reviewAccounts(dataSource: DataSource, days: number): Promise<AccountReview> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    const [clock] = await tx.query<[{ at: Date }]>('select now() as at');
    return {
      at: clock.at,
      dormant: await read(tx, DORMANT, [days]),
      ofDeletedCustomers: await read(tx, OF_DELETED_CUSTOMERS),
      failedSignIns: await read(tx, FAILED_SIGN_INS),
      expiredPasswords: await read(tx, EXPIRED_PASSWORDS),
    };
  });
}

async function read<Found extends ReviewedAccount>(
  tx: Tx,
  sql: string,
  values: unknown[] = [],
): Promise<Found[]> {
  const rows = await tx.query<(Omit<Found, 'role'> & { roleId: number })[]>(sql, values);
  return rows.map(({ roleId, ...row }) => ({ ...row, role: roleOfId(roleId) }) as unknown as Found);
}
