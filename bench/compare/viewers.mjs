import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { CUSTOMERS } from './stock.mjs';

const SESSION_MS = 86_400_000;

const VIEWERS = `
  insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
  select name, name, name || '@bench.example', name || '@bench.example', 2, 'none'
  from generate_series(0, $2::int - 1) number, lateral (select $1 || number as name) named`;

/** Each sees a customer and the next. */
const ASSIGNMENTS = `
  insert into portal_user_erp_customer (user_id, erp_customer_name)
  select id, ($2::text[])[1 + ($3 * substring(username from '\\d+$')::int + step) % ${CUSTOMERS.length}]
  from portal_user, generate_series(0, 1) step where starts_with(username, $1)`;

const SESSIONS = `
  insert into session (user_id, expires_at)
  select id, now() + interval '1 day' from portal_user where starts_with(username, $1)
  returning id, user_id, (select substring(username from '\\d+$')::int from portal_user u where u.id = user_id) as number`;

/**
 * So many customers' logins with a session each, without the time that signing in takes.
 *
 * @param sameScope whether all see the same customers; otherwise, number n sees customer n, counted around, and the next
 * @returns the headers of the requests of each, by the name of the peer
 */
export async function openViewers({ portal, secret }, { count, sameScope }) {
  const { AccessTokens } = await import('../../dist/src/features/identity/sessions/access-token.js');
  const tokens = new AccessTokens([secret], () => new Date());
  const client = new pg.Client({ connectionString: portal.url });
  await client.connect();
  const prefix = sameScope ? 'colleague-' : 'viewer-';
  await client.query(VIEWERS, [prefix, count]);
  await client.query(ASSIGNMENTS, [prefix, CUSTOMERS, sameScope ? 0 : 1]);
  const { rows } = await client.query(SESSIONS, [prefix]);
  await client.end();
  const until = new Date(Date.now() + SESSION_MS);
  const sessions = rows.toSorted((a, b) => a.number - b.number);
  const porticoToken = ({ id, user_id: userId }) => {
    // As one that was issued with a refresh token, whose arrival is looked up.
    const refreshTokenHash = createHash('sha256').update(id).digest();
    return tokens.issue({ userId, sessionId: id, refreshTokenHash }, until).accessToken;
  };
  const usualToken = ({ id, user_id: subject }) =>
    jwt.sign({ sid: id }, secret, { subject, expiresIn: '1d' });
  const headersBy = (toToken) => sessions.map((row) => ({ authorization: `Bearer ${toToken(row)}` }));
  return { portico: headersBy(porticoToken), usual: headersBy(usualToken) };
}
