import { createHash, randomBytes } from 'node:crypto';
import type { TestApp } from './start-app.js';

/** Puts the token of a mailed link into the database, as the portal would have. @returns the token */
export async function plantToken(
  app: TestApp,
  username: string,
  purpose: 'PASSWORD_RESET' | 'EMAIL_CONFIRMATION' = 'PASSWORD_RESET',
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await app.database(
    `insert into account_token (token_hash, user_id, email, purpose, expires_at)
     select $1, id, email, $2, now() + interval '30 minutes' from portal_user where username = $3`,
    [createHash('sha256').update(token).digest(), purpose, username],
  );
  return token;
}

/** The tables of the database that have a text somewhere, whatever their columns. */
export async function tablesWith(app: TestApp, text: string): Promise<string[]> {
  const tables = await app.database(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `select 1 from ${name} as row where position(lower($1) in lower(row::text)) > 0 limit 1`;
    if ((await app.database(sql, [text])).length > 0) found.push(String(name));
  }
  return found;
}
