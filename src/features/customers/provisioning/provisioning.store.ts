import type { Tx } from '../../../db/in-transaction.js';
import type { Provisioning } from '../customer.entity.js';

/** How far the making of an account has come. */
export interface ProvisioningState {
  provisioning: Provisioning;
  /** For staff: why there is no account. */
  error: string | null;
  /** Of the one job that may still make it. */
  ticket: string | null;
}

/** What there is of a customer's account. */
export interface AccountPresence {
  hasLogin: boolean;
  emailTaken: boolean;
}

/** Of how many customers the account is being made, and of how many that failed; deleted ones wait for none. */
export const COUNT_UNPROVISIONED = `
  select provisioning as status, count(*)::integer as count from customer
  where provisioning in ('PENDING', 'FAILED') and deleted_at is null group by provisioning`;

/** How the making of customers' accounts stands. No edit of the customer: none of it is a new version of them. */
export class ProvisioningStore {
  /** The customer has been locked before. */
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

  /** Notes that a customer has an account; false for an id that no customer has, or one that is deleted. */
  async markAccountCreated(tx: Tx, customerId: string): Promise<boolean> {
    const [, affected] = await tx.query(
      `update customer set provisioning = 'DONE', provisioning_error = null, provisioning_ticket = null
       where id = $1 and deleted_at is null`,
      [customerId],
    );
    return affected === 1;
  }

  /** The id of the customer's login. */
  async loginOf(tx: Tx, customerId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select id from portal_user where customer_id = $1', [
      customerId,
    ]);
    return row?.id ?? null;
  }

  /** Whether the customer has a login, and whether any login has this e-mail, ignoring case. */
  async presenceOf(tx: Tx, { id, email }: { id: string; email: string | null }): Promise<AccountPresence> {
    const [row] = await tx.query<[AccountPresence]>(
      `select exists (select from portal_user where customer_id = $1) as "hasLogin",
         exists (select from portal_user where lower(email) = lower($2)) as "emailTaken"`,
      [id, email],
    );
    return row;
  }
}
