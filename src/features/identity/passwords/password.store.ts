import type { Tx } from '../../../db/in-transaction.js';

/**
 * Stores a better hash of the same password, which is no edit of the login: neither its version nor what it must do
 * changes. False where the hash has been replaced meanwhile.
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
