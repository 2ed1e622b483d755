import type { DataSource } from 'typeorm';
import type { PortalAccount } from './portal-account.type.js';

/**
 * The status of a customer's account, in SQL over a customer `c` and their login `u`; `u` is all null without a login.
 */
export const ACCOUNT_STATUS = `
  case
    when u.id is null and c.provisioning in ('PENDING', 'FAILED') then c.provisioning
    when u.id is null then 'NONE'
    when not u.active then 'REVOKED'
    when exists (select from login_counter l where l.user_id = u.id and l.waiting_until > now()) then 'LOCKED'
    when u.must_change_password then 'PASSWORD_CHANGE_REQUIRED'
    else 'ACTIVE'
  end`;

/** Reads the state of customers' portal accounts. */
export class PortalAccountStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The accounts of these customers, in one query. */
  async byCustomer(customerIds: readonly string[]): Promise<Map<string, PortalAccount>> {
    const rows = await this.dataSource.query<(PortalAccount & { customerId: string })[]>(
      `select c.id as "customerId", u.id is not null as "accountExists", ${ACCOUNT_STATUS} as status, u.email,
         u.id as "userId", u.created_at as "createdAt", u.last_login_at as "lastLoginAt",
         case when u.id is null then c.provisioning_error end as "lastError"
       from customer c left join portal_user u on u.customer_id = c.id
       where c.id = any($1)`,
      [customerIds],
    );
    return new Map(rows.map(({ customerId, ...account }) => [customerId, account]));
  }

  /** The customer that each of these logins belongs to, in one query. */
  async customerIdsOf(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ id: string; customerId: string }[]>(
      'select id, customer_id as "customerId" from portal_user where id = any($1) and customer_id is not null',
      [userIds],
    );
    return new Map(rows.map(({ id, customerId }) => [id, customerId]));
  }
}
