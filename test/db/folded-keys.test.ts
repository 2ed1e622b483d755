import fc from 'fast-check';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { migrate } from '../../src/db/migrate.js';
import { emailKey, usernameKey } from '../../src/shared/folded-keys.js';
import { localeCDatabase } from '../support/locale-c-database.js';
import { runCommand } from '../support/run-command.js';

/** More than are migrated at a time. */
const MANY = 1_100;
const MIGRATION = 'FoldedKeys0000000000008';

let url: string;
let drop: () => Promise<void>;
let dataSource: DataSource;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await localeCDatabase());
  ({ dataSource, close } = await openLocalDatabase(parseConfig({ DATABASE_URL: url })));
  const ran = await migrate(dataSource);
  // As it was before there were keys.
  for (const name of ran.slice(ran.indexOf(MIGRATION)).reverse()) {
    await dataSource.undoLastMigration();
    expect(await dataSource.query('select 1 from migrations where name = $1', [name])).toEqual([]);
  }
  await dataSource.query(
    `insert into portal_user (username, email, role_id, password_hash)
     select 'Ärger' || n, 'Ärger' || n || '@Bücher.example', 2, 'x' from generate_series(1, $1::int) n`,
    [MANY],
  );
  await dataSource.query(
    `insert into customer (first_name, last_name, email, source, deleted_at) values
       ('No', 'Mail', null, 'CRM', null), ('Deleted', 'Twin', 'TWIN@bücher.example', 'CRM', now()),
       ('One', 'Twin', 'twin@xn--bcher-kva.example', 'CRM', null)`,
  );
  await dataSource.query(
    `insert into mail (recipient, template, subject) values ('Ärger1@Bücher.example', 'WELCOME', 'x')`,
  );
});
afterAll(async () => {
  await close();
  await drop();
});

const runMigrate = () => runCommand(['migrate'], { settings: { DATABASE_URL: url } });
const all = async () => ({
  users: await dataSource.query('select id, username, email from portal_user order by id'),
  customers: await dataSource.query('select id, last_name, email, deleted_at from customer order by id'),
  columns: await dataSource.query(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2",
  ),
  indexes: await dataSource.query("select indexdef from pg_indexes where schemaname = 'public' order by 1"),
});

test('logins and customers that would become one stop the migration, which lists them and changes nothing', async () => {
  const added: { id: string; username: string }[] = await dataSource.query(
    `insert into portal_user (username, email, role_id, password_hash) values
       ('Müller', 'one@b.example', 2, 'x'), ('MÜLLER', 'two@b.example', 2, 'x'),
       ('third', 'Post@Bücher.example', 2, 'x'), ('fourth', 'post@xn--bcher-kva.example', 2, 'x') returning id, username`,
  );
  const [customer] = await dataSource.query(
    `insert into customer (first_name, last_name, email, source)
     values ('Other', 'Twin', 'Twin@BÜCHER.example', 'CRM') returning id`,
  );
  const before = await all();
  const { code, stdout, stderr } = await runMigrate();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const idOf = (name: string) => added.find(({ username }) => username === name)?.id;
  for (const line of [
    `  user name "müller": login ${idOf('Müller')}, "Müller", "one@b.example"`,
    `  user name "müller": login ${idOf('MÜLLER')}, "MÜLLER", "two@b.example"`,
    `  e-mail "post@xn--bcher-kva.example": login ${idOf('third')}, "third", "Post@Bücher.example"`,
    `  e-mail "post@xn--bcher-kva.example": login ${idOf('fourth')}, "fourth", "post@xn--bcher-kva.example"`,
    `  e-mail "twin@xn--bcher-kva.example": customer ${customer.id}, "Other Twin", "Twin@BÜCHER.example"`,
  ]) {
    expect(stderr.split('\n')).toContain(line);
  }
  expect(stderr).toMatch(/^The database can't be migrated, and nothing was changed\./);
  expect(stderr).not.toMatch(/^ {4}at |Ärger|Deleted|select /m);
  expect(await all()).toEqual(before);
});

/**
 * What an older instance runs all the time. It locks the tables in another order than migrations that change one after the
 * other.
 */
const REFRESH = `select u.email from refresh_token t join session s on s.id = t.session_id
  join portal_user u on u.id = s.user_id where t.token_hash = $1 for update of t`;

/** Migrates while refreshes run all the time, and while a report has a table for a moment. */
async function migrateWhileInUse(): Promise<void> {
  const report = new pg.Client({ connectionString: url, application_name: 'report' });
  const refreshes = new pg.Client({ connectionString: url });
  report.on('error', () => {});
  await Promise.all([report.connect(), refreshes.connect()]);
  // So that a migration that says nothing fails the test, rather than wait for ever.
  await report.query("set idle_in_transaction_session_timeout = '10s'");
  let isMigrated = false;
  try {
    await report.query('begin');
    await report.query('select count(*) from mail');
    const said: string[] = [];
    const migrated = migrate(dataSource, (message) => {
      said.push(message);
      // Nobody waits for the report but the migration, which lets others through.
      if (said.length === 1) void refreshes.query(REFRESH, ['x']).then(() => report.query('commit'));
    }).finally(() => {
      isMigrated = true;
    });
    const refreshed = (async () => {
      while (!isMigrated) await refreshes.query(REFRESH, ['x']);
    })();
    const [ran] = await Promise.all([migrated, refreshed]);
    expect(ran[0]).toBe(MIGRATION);
    const pid = (report as pg.Client & { processID: number }).processID;
    const who = `the server process ${pid} ("report", idle in transaction since `;
    expect(said[0]).toContain(`waiting for the tables to migrate the database, which ${who}`);
  } finally {
    await Promise.all([report.end(), refreshes.end()]);
  }
}

test('once they differ it goes through beside an older instance, every row has its key, and no row is lost', async () => {
  await dataSource.query("update portal_user set username = 'Müller-2' where username = 'MÜLLER'");
  await dataSource.query("update portal_user set email = 'other@b.example' where username = 'fourth'");
  await dataSource.query("update customer set email = 'other@b.example' where first_name = 'Other'");
  const before = await all();
  await migrateWhileInUse();
  const { users, customers } = await all();
  expect({ users, customers }).toEqual({ users: before.users, customers: before.customers });
  const keyed: { username: string; username_key: string; email: string; email_key: string }[] =
    await dataSource.query('select username, username_key, email, email_key from portal_user');
  expect(keyed).toHaveLength(MANY + 4);
  for (const row of keyed) {
    expect(row.username_key).toBe(usernameKey(row.username));
    expect(row.email_key).toBe(emailKey(row.email));
  }
  expect(await dataSource.query('select email_key from customer where email is null')).toEqual([
    { email_key: null },
  ]);
  const mails = await dataSource.query('select recipient_key from mail');
  expect(mails).toEqual([{ recipient_key: 'ärger1@xn--bcher-kva.example' }]);
});

describe('an older instance that still runs can store no wrong key', () => {
  test.each([
    ["update portal_user set email = 'New@b.example', version = version + 1 where username = 'third'"],
    ["update portal_user set username = 'New' where username = 'third'"],
    [
      "insert into portal_user (username, email, role_id, password_hash) values ('new', 'n@b.example', 2, 'x')",
    ],
    ["update customer set email = 'new@b.example' where first_name = 'Other'"],
    ["update customer set email = null where first_name = 'Other'"],
    ["update customer set email = 'ö@b.example' where first_name = 'No'"],
    ["insert into customer (first_name, last_name, email, source) values ('a', 'b', 'n@b.example', 'CRM')"],
    ["insert into mail (recipient, template, subject) values ('new@b.example', 'WELCOME', 'x')"],
    ["update mail set recipient = 'new@b.example'"],
  ])('%s', async (sql) => {
    await expect(dataSource.query(sql)).rejects.toMatchObject({
      // A check, or a column that may not be null.
      driverError: { code: expect.stringMatching(/^23(502|514)$/) },
    });
  });
});

test('and no right key of ASCII text is refused', async () => {
  const checks: { column: string; rule: string }[] = await dataSource.query(
    `select column_name as column, pg_get_expr(conbin, conrelid) as rule
     from pg_constraint join information_schema.columns on conname = table_name || '_' || column_name || '_key'
     where contype = 'c'`,
  );
  expect(checks.map(({ column }) => column).sort()).toEqual(['email', 'email', 'recipient', 'username']);
  const piece = fc.oneof(
    fc.constantFrom(
      '@',
      '.',
      '-',
      '0',
      '0x',
      'F',
      '127.0.0.1',
      'xn--',
      'XN--Bcher-KVA',
      ' ',
      '\t',
      'a'.repeat(300),
    ),
    fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }).filter((some) => some !== '\0'),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const texts = fc.sample(
    fc.oneof(
      text,
      fc.tuple(text, text).map((parts) => parts.join('@')),
    ),
    3_000,
  );
  for (const { column, rule } of checks) {
    const keys = texts.map(column === 'username' ? usernameKey : emailKey);
    const refused = `select ${column}, ${column}_key from unnest($1::text[], $2::text[]) as t (${column}, ${column}_key)
      where not (${rule})`;
    expect(await dataSource.query(refused, [texts, keys])).toEqual([]);
    const wrong = keys.map((key) => `${key}x`);
    expect((await dataSource.query(refused, [texts, wrong])).length).toBeGreaterThan(texts.length / 10);
  }
});
