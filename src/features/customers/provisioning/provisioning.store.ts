import type { Tx } from '../../../db/in-transaction.js';
import { emailKey } from '../../../shared/folded-keys.js';
import type { Provisioning } from '../customer.entity.js';

/** The provisioning state of a customer's account. */
export interface ProvisioningState {
  provisioning: Provisioning;
  /** Why there is no account; shown to staff. */
  error: string | null;
  /** The ticket of the only job that may still create it. */
  ticket: string | null;
}

/** Which logins already exist before an account is created. */
export interface ExistingLogins {
  hasLogin: boolean;
  emailTaken: boolean;
}

/**
 * Counts the customers whose account is being created, and those for whom that failed. Leaves out deleted customers.
 */
export const COUNT_UNPROVISIONED = `
  select provisioning as status, count(*)::integer as count from customer
  where provisioning in ('PENDING', 'FAILED') and deleted_at is null group by provisioning`;

/**
 * Stores the provisioning state in the customer's row. It is not an edit of the customer: their version stays the same.
 */
export class ProvisioningStore {
  /** Stores the state. The caller has locked the customer. */
  async saveState(
    tx: Tx,
    customerId: string,
    { provisioning, error, ticket }: ProvisioningState,
  ): Promise<void> {
    await tx.query(
      'update customer set provisioning = $2, provisioning_error = $3, provisioning_ticket = $4 where id = $1',
      [customerId, provisioning, error, ticket],
    );
  }

  /** Records that a customer has an account; false if there is no such customer, or they are deleted. */
  async markAccountCreated(tx: Tx, customerId: string): Promise<boolean> {
    const [, affected] = await tx.query(
      `update customer set provisioning = 'DONE', provisioning_error = null, provisioning_ticket = null
       where id = $1 and deleted_at is null`,
      [customerId],
    );
    return affected === 1;
  }

  /** The id of the customer's login; null if they have none. */
  async loginOf(tx: Tx, customerId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select id from portal_user where customer_id = $1', [
      customerId,
    ]);
    return row?.id ?? null;
  }

  /** Whether the customer has a login, and whether any login has this e-mail; see shared/folded-keys.ts. */
  async findExistingLogins(
    tx: Tx,
    { id, email }: { id: string; email: string | null },
  ): Promise<ExistingLogins> {
    const [row] = await tx.query<[ExistingLogins]>(
      `select exists (select from portal_user where customer_id = $1) as "hasLogin",
         exists (select from portal_user where email_key = $2) as "emailTaken"`,
      [id, email === null ? null : emailKey(email)],
    );
    return row;
  }
}
