import type { Tx } from '../../../db/in-transaction.js';

/**
 * Stores a better hash of the same password. This is not an edit of the login: its version and `mustChangePassword`
 * stay the same.
 *
 * @returns false if the hash was replaced in the meantime
 */
export async function storeRenewedHash(
  tx: Tx,
  id: string,
  renewed: { from: string; to: string },
): Promise<boolean> {
  const [, affected] = await tx.query(
    'update portal_user set password_hash = $3 where id = $1 and password_hash = $2',
    [id, renewed.from, renewed.to],
  );
  return affected === 1;
}
