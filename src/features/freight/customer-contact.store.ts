import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';

/** The maximum number of logins of operations that a mail goes to. */
const MAX_STAFF = 20;

/** Whom mails about freight go to. */
export class CustomerContactStore {
  /**
   * Where a customer gets mail: at the address of their active login, or else at their own. Null if there is neither, or
   * the customer is deleted. A login of another role may be linked to a customer, but doesn't see their freight.
   */
  async emailOf(tx: Tx, customerId: string): Promise<string | null> {
    const [row] = await tx.query<{ email: string | null }[]>(
      `select coalesce(u.email, c.email) as email
       from customer c left join portal_user u on u.customer_id = c.id and u.active and u.role_id = $2
       where c.id = $1 and c.deleted_at is null`,
      [customerId, ROLE_IDS.CUSTOMER],
    );
    return row?.email ?? null;
  }

  /** The addresses of active logins of operations. */
  async staffEmails(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ email: string }[]>(
      `select email from portal_user where role_id = $1 and active order by created_at limit ${MAX_STAFF}`,
      [ROLE_IDS.OPERATIONS],
    );
    return rows.map(({ email }) => email);
  }
}
