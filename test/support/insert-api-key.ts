import { createHash, randomBytes } from 'node:crypto';
import type { TestApp } from './start-app.js';

/** Stores an API key of the demo's admin. @returns its secret */
export async function insertApiKey(
  app: Pick<TestApp, 'database'>,
  { erpCustomers }: { erpCustomers: readonly string[] | 'all' },
): Promise<string> {
  const secret = `ptk_${randomBytes(32).toString('base64url')}`;
  await app.database(
    `with added as (
       insert into api_key (name, prefix, secret_hash, all_erp_customers, created_by)
       select 'Stock report', $1, $2, $3, id from portal_user where username = 'admin1'
       returning id)
     insert into api_key_erp_customer (api_key_id, erp_customer_name)
     select id, name from added, unnest($4::text[]) name`,
    [
      secret.slice(0, 12),
      createHash('sha256').update(secret).digest(),
      erpCustomers === 'all',
      erpCustomers === 'all' ? [] : erpCustomers,
    ],
  );
  return secret;
}
