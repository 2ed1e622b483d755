import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emailKey, usernameKey } from '../src/shared/folded-keys.js';

const BATCH = 1_000;
const MAX_LISTED = 50;

/** A column with a key, the column that it is the key of, and how it is computed. */
interface Key {
  table: 'portal_user' | 'customer' | 'mail';
  column: 'username' | 'email' | 'recipient';
  keyOf: (text: string) => string;
}

const KEYS: readonly Key[] = [
  { table: 'portal_user', column: 'username', keyOf: usernameKey },
  { table: 'portal_user', column: 'email', keyOf: emailKey },
  { table: 'customer', column: 'email', keyOf: emailKey },
  { table: 'mail', column: 'recipient', keyOf: emailKey },
];

/**
 * What SQL knows of a key: that of visible ASCII is its small letters. A domain in numbers is none of it, because an IPv4
 * address is written in many ways; nor is a text so long that it is its own key.
 */
function ruleOf({ column }: Key): string {
  const numeric = column === 'username' ? '' : `or ${column} ~ '[@.][0-9][^@.]*[.]?$' `;
  return `${column} ~ '[^!-~]' or char_length(${column}) > 1000 ${numeric}
    or ${column}_key = lower(${column} collate "C")`;
}

/** The rows that must differ in a key, and how each is listed if they don't. */
const UNIQUE = [
  { what: 'user name', rows: 'portal_user', key: 'username_key', kind: 'login', name: 'username' },
  { what: 'e-mail', rows: 'portal_user', key: 'email_key', kind: 'login', name: 'username' },
  {
    what: 'e-mail',
    rows: '(select * from customer where deleted_at is null)',
    key: 'email_key',
    kind: 'customer',
    name: "first_name || ' ' || last_name",
  },
];

/**
 * Stored keys of user names and e-mails, by which they are unique and are looked up. Before, lower() did that, which
 * depends on the database's locale. If rows that used to differ have the same key, the migration stops and lists them.
 */
export class FoldedKeys0008 implements MigrationInterface {
  name = 'FoldedKeys0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const key of KEYS) {
      // Compared byte by byte, in every database.
      await runner.query(`alter table ${key.table} add column ${key.column}_key text collate "C"`);
      await fill(runner, key);
    }
    await assertUnique(runner);
    await constrain(runner);
    await runner.query('drop index portal_user_username, portal_user_email, customer_email, mail_to');
    await runner.query('create unique index portal_user_username on portal_user (username_key)');
    await runner.query('create unique index portal_user_email on portal_user (email_key)');
    await runner.query('create unique index customer_email on customer (email_key) where deleted_at is null');
    await runner.query('create index mail_to on mail (recipient_key, created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Dropping the columns drops their indexes.
    for (const { table, column } of KEYS) {
      await runner.query(`alter table ${table} drop column ${column}_key`);
    }
    await runner.query('create unique index portal_user_username on portal_user (lower(username))');
    await runner.query('create unique index portal_user_email on portal_user (lower(email))');
    await runner.query(
      'create unique index customer_email on customer (lower(email)) where deleted_at is null',
    );
    await runner.query('create index mail_to on mail (lower(recipient), created_at)');
  }
}

/**
 * Lets the database refuse the statements of a Portico that knows no keys and still runs: they would leave a row with the
 * key of its former text, or without one, and so out of the unique indexes.
 */
async function constrain(runner: QueryRunner): Promise<void> {
  for (const key of KEYS) {
    const { table, column } = key;
    await runner.query(`alter table ${table} add constraint ${table}_${column}_key check (${ruleOf(key)})`);
    await runner.query(
      table === 'customer'
        ? `alter table customer add constraint customer_has_email_key check ((email is null) = (email_key is null))`
        : `alter table ${table} alter column ${column}_key set not null`,
    );
  }
}

/** Computes the keys of all rows, a batch at a time. */
async function fill(runner: QueryRunner, { table, column, keyOf }: Key): Promise<void> {
  let last: string | null = null;
  for (;;) {
    const rows: { id: string; text: string }[] = await runner.query(
      `select id, ${column} as text from ${table}
       where ${column} is not null and ($1::uuid is null or id > $1) order by id limit ${BATCH}`,
      [last],
    );
    if (rows.length === 0) return;
    await runner.query(
      `update ${table} t set ${column}_key = k.key
       from unnest($1::uuid[], $2::text[]) as k (id, key) where t.id = k.id`,
      [rows.map(({ id }) => id), rows.map(({ text }) => keyOf(text))],
    );
    last = rows.at(-1)?.id ?? null;
  }
}

/** @throws Error listing the rows that have the same key */
async function assertUnique(runner: QueryRunner): Promise<void> {
  const clashes: string[] = [];
  for (const { what, rows, key, kind, name } of UNIQUE) {
    const found: { key: string; id: string; name: string; email: string }[] = await runner.query(
      `select * from (
         select ${key} as key, id, ${name} as name, email, count(*) over (partition by ${key}) as same
         from ${rows} r where ${key} is not null
       ) as keyed where same > 1 order by key, id`,
    );
    clashes.push(
      ...found.map(
        (row) => `  ${what} ${quoted(row.key)}: ${kind} ${row.id}, ${quoted(row.name)}, ${quoted(row.email)}`,
      ),
    );
  }
  if (clashes.length === 0) return;
  const more = clashes.length - MAX_LISTED;
  throw new Error(
    [
      "The database can't be migrated, and nothing was changed. User names, and e-mails, that differ only in case,",
      'in the way that their characters are encoded, or in how their domain is written, now count as the same:',
      ...clashes.slice(0, MAX_LISTED),
      ...(more > 0 ? [`  and ${more} more`] : []),
      'Start the Portico that ran before, give all but one of each another user name or e-mail, or delete the customer,',
      'and then start this one again.',
    ].join('\n'),
  );
}

const quoted = (text: string) => JSON.stringify(text);
