import type { Tx } from '../../../db/in-transaction.js';
import { emailKey } from '../../../shared/folded-keys.js';

/**
 * Marks a login's address as confirmed. This is not an edit of the login: its version stays the same.
 *
 * @returns false if it was confirmed already
 */
export async function markEmailConfirmed(tx: Tx, userId: string): Promise<boolean> {
  const [, affected] = await tx.query(
    'update portal_user set email_confirmed = true where id = $1 and not email_confirmed',
    [userId],
  );
  return affected === 1;
}

/** Replaces the e-mail of a login by one that its owner has confirmed. */
export async function changeEmail(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.query(
    `update portal_user
     set email = $2, email_key = $3, email_confirmed = true, version = version + 1, updated_at = now()
     where id = $1`,
    [userId, email, emailKey(email)],
  );
}
