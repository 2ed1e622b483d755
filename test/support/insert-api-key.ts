import { createHash, randomBytes } from 'node:crypto';
import type { TestApp } from './start-app.js';

/** Stores an API key of a login, which costs less than creating it. */
export async function insertApiKey(
  app: Pick<TestApp, 'database'>,
  { erpCustomers, creator = 'admin1' }: { erpCustomers: readonly string[] | 'all'; creator?: string },
): Promise<{ id: string; prefix: string; secret: string }> {
  const secret = `ptk_${randomBytes(32).toString('base64url')}`;
  const prefix = secret.slice(0, 12);
  const [row] = await app.database(
    `with added as (
       insert into api_key (name, prefix, secret_hash, all_erp_customers, created_by)
       select 'Stock report', $1, $2, $3, id from portal_user where username = $5
       returning id),
     assigned as (
       insert into api_key_erp_customer (api_key_id, erp_customer_name)
       select id, name from added, unnest($4::text[]) name)
     select id from added`,
    [
      ...[prefix, createHash('sha256').update(secret).digest(), erpCustomers === 'all'],
      ...[erpCustomers === 'all' ? [] : erpCustomers, creator],
    ],
  );
  return { id: String(row?.['id']), prefix, secret };
}
