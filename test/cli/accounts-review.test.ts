import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsReview } from '../../src/cli/accounts-review.js';
import { withDatabase } from '../../src/cli/with-database.js';
import { openLocalDatabase } from '../../src/composition/local-database.js';
import { parseConfig } from '../../src/config.js';
import { reviewAccounts } from '../../src/features/customers/account-review.store.js';
import { DirectDatabase } from '../support/direct-database.js';
import { newDatabase } from '../support/postgres-server.mjs';
import { runCommand } from '../support/run-command.js';

let url: string;
let drop: () => Promise<void>;
let direct: DirectDatabase;
const sql = (text: string, values?: unknown[]) => direct.run(text, values);

beforeAll(async () => {
  ({ url, drop } = await newDatabase());
  direct = new DirectDatabase(url);
});
afterAll(async () => {
  await direct.close();
  await drop();
});

const config = () => parseConfig({ DATABASE_URL: url });
const run = (...args: string[]) =>
  runCommand(['accounts', 'review', ...args], { settings: { DATABASE_URL: url } });

/** What the command prints as JSON, without a process of its own: the user names of each list. */
async function reviewed(days = '90') {
  const said: string[] = [];
  const found = await accountsReview(config(), { days, json: true }, (text) => said.push(text));
  const { at: _at, days: _days, ...lists } = JSON.parse(said.join(''));
  const names = Object.entries(lists).map(([list, accounts]) => [
    list,
    (accounts as { username: string }[]).map(({ username }) => username),
  ]);
  return { found, ...Object.fromEntries(names) };
}

/** Adds a login as it was so many days ago. */
async function account(
  username: string,
  { made = 0, seen = null as number | null, active = true, more = '', value = 'null' } = {},
): Promise<string> {
  const [row] = await sql(
    `insert into portal_user (username, username_key, email, email_key, role_id, password_hash, active, created_at, last_login_at${more && `, ${more}`})
     values ($1, $1, $1 || '@customer.example', $1 || '@customer.example', 2, 'none', $2, now() - $3 * interval '1 day',
       now() - $4::float * interval '1 day'${more && `, ${value}`}) returning id`,
    [username, active, made, seen],
  );
  return String(row?.['id']);
}

async function failures(userId: string, count: number, table: 'audit_intake' | 'audit_entry', days = 0) {
  const chained = table === 'audit_entry';
  await sql(
    `insert into ${table} (at, action, actor_name, target_type, target_id, changes${chained ? ', sequence, previous_hash, hash' : ''})
     select now() - $3 * interval '1 day', 'LOGIN_FAILED', 'nobody', 'PORTAL_USER', $1, '[]'
       ${chained ? `, n + (select coalesce(max(sequence), 0) from audit_entry), sha256(''), sha256('')` : ''}
     from generate_series(1, $2::int) n`,
    [userId, count, days],
  );
}

test('a database that is not up to date is left as it is, and the command says what to do', async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The database is not up to date: run `portico migrate` first.\n',
  });
  expect(await sql(`select 1 from pg_tables where tablename = 'migrations'`)).toEqual([]);
});

test('nothing to look at is said so, and no failure', async () => {
  await withDatabase(config(), async () => {});
  const { code, stdout } = await run('--fail');
  expect({ code, lines: stdout.trim().split('\n').filter(Boolean) }).toEqual({
    code: 0,
    lines: [
      'Active, and not used for 90 days: none',
      'Active, of deleted customers: none',
      '5 or more failed sign-ins within 7 days: none',
      'Active, with a temporary password that ran out unused: none',
    ],
  });
});

test('lists who is dormant: by the last sign-in, or since it was made where there was none', async () => {
  await account('long-gone', { made: 400, seen: 91 });
  await account('never-came', { made: 100 });
  await account('here-today', { made: 400, seen: 89 });
  await account('made-today');
  await account('out-already', { made: 400, active: false });
  expect(await reviewed()).toMatchObject({ found: 2, dormant: ['never-came', 'long-gone'] });
  expect((await reviewed('3650')).dormant).toEqual([]);
});

test('lists active logins of deleted customers', async () => {
  const customers = await sql(
    `insert into customer (first_name, last_name, source, deleted_at)
     values ('A', 'B', 'CRM', now()), ('C', 'D', 'CRM', now()), ('E', 'F', 'CRM', null) returning id`,
  );
  const [first, second, third] = customers.map((row) => `'${row['id']}'`);
  await account('orphan', { more: 'customer_id', value: String(first) });
  await account('revoked-orphan', { more: 'customer_id', value: String(second), active: false });
  await account('well-kept', { more: 'customer_id', value: String(third) });
  expect((await reviewed()).ofDeletedCustomers).toEqual(['orphan']);
});

test('lists who had many failed sign-ins of late, whether those are chained in the log yet or not', async () => {
  const target = await account('target');
  await failures(target, 3, 'audit_entry');
  await failures(target, 2, 'audit_intake');
  await failures(await account('clumsy'), 4, 'audit_intake');
  await failures(await account('once-target'), 50, 'audit_intake', 8);
  await failures('00000000-0000-4000-8000-000000000000', 9, 'audit_intake');
  expect((await reviewed()).failedSignIns).toEqual(['target']);
});

test('lists whose temporary password ran out before it was used', async () => {
  const expiry = (when: string) => ({ more: 'temporary_password_expires_at', value: when });
  await account('too-late', expiry(`now() - interval '1 hour'`));
  await account('in-time', expiry(`now() + interval '1 hour'`));
  await account('too-late-and-out', { ...expiry(`now() - interval '1 hour'`), active: false });
  expect((await reviewed()).expiredPasswords).toEqual(['too-late']);
});

test('one can read it, pipe it, and have a job fail on it', async () => {
  await account('\u001b[31mred');
  await sql(`update portal_user set last_login_at = now() - interval '200 days' where username like '%red'`);
  const [table, json] = await Promise.all([run('--fail'), run('--json')]);
  expect(table.code).toBe(1);
  expect(table.stdout).toMatch(/^Active, and not used for 90 days: 3\n {2}USER NAME +ROLE +E-MAIL/);
  expect(table.stdout).toMatch(/^ {2}never-came +CUSTOMER +never-came@customer\.example +\S+ \S+Z +never$/m);
  expect(table.stdout).not.toContain('\u001b');
  expect(json.code).toBe(0);
  const { days, failedSignIns } = JSON.parse(json.stdout);
  expect({ days, failedSignIns }).toMatchObject({
    days: 90,
    failedSignIns: [{ username: 'target', role: 'CUSTOMER', failures: 5 }],
  });
  expect(json.stdout).not.toMatch(/passwordHash|password_hash/);
});

test('asks as many questions for many logins as for one, and writes nothing', async () => {
  const asked: string[] = [];
  const database = await openLocalDatabase(config(), { onQuery: (text) => asked.push(text.trim()) });
  asked.length = 0;
  await reviewAccounts(database.dataSource, 90).finally(() => database.close());
  expect(asked.map((text) => text.split(/\s/)[0]?.toLowerCase())).toEqual([
    ...['start', 'set', 'set'],
    ...Array.from({ length: 5 }, () => 'select'),
    'commit',
  ]);
  expect(asked).toContain('set transaction read only');
});

test.each(['0', '-1', '1.5', 'ninety', '99999', ''])('%j days are none', async (days) => {
  await expect(accountsReview(config(), { days, json: false }, () => {})).rejects.toThrow(
    `--days: found "${days}"; wanted a number of days, 1 to 3650`,
  );
});
