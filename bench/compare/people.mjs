import { hash } from '@node-rs/argon2';
import pg from 'pg';

/** The logins of `login`: their hashes are made as Portico makes them by default. */
export const SIGNING_IN = Array.from({ length: 16 }, (_, n) => `signs-in-${n}`);
/** Whom pages are read as. */
export const ADMIN = 'bench-admin';
export const PASSWORD = 'quiet heron 58 wades';
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The number of groups of logins for `nested`, and of the logins of each. Group n is assigned to customer n. */
export const GROUPS = 24;
const GROUP_SIZE = 100;

const CUSTOMER_ROLE = 2;
const ADMIN_ROLE = 3;

/** Logins with assignments. Nobody knows their passwords but of the first kind. */
const PEOPLE = `
  insert into portal_user (username, username_key, email, email_key, display_name, role_id, password_hash)
  select name, name, name || '@bench.example', name || '@bench.example', 'Person ' || number, 2, 'none'
  from generate_series(0, ${GROUPS * GROUP_SIZE - 1}) number,
    lateral (select 'person-' || lpad(number::text, 4, '0') as name) named`;

/** Each has its group's customer, and two of six others. */
const ASSIGNMENTS = `
  insert into portal_user_erp_customer (user_id, erp_customer_name)
  select distinct id, 'Customer ' || lpad(customer::text, 2, '0')
  from portal_user, lateral (select right(username, 4)::int as number) numbered,
    unnest(array[number / ${GROUP_SIZE}, ${GROUPS} + number % 3, ${GROUPS} + 8 + number / 3 % 3]) customer
  where username like 'person-%'`;

const SIGNING = `
  insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
  select name, name, name || '@bench.example', name || '@bench.example', $2, $3 from unnest($1::text[]) name`;

/** Their password is in the manual, and production refuses to start with them. */
const WITHOUT_DEMO_LOGINS = 'update portal_user set active = false';

/** Adds the logins of the scenarios to the portal's database. */
export async function addPeople(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(WITHOUT_DEMO_LOGINS);
    await client.query(PEOPLE);
    await client.query(ASSIGNMENTS);
    const passwordHash = await hash(PASSWORD, ARGON2);
    await client.query(SIGNING, [SIGNING_IN, CUSTOMER_ROLE, passwordHash]);
    await client.query(SIGNING, [[ADMIN], ADMIN_ROLE, passwordHash]);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
