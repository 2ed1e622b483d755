import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config.js';
import { DirectDatabase } from '../../support/direct-database.js';
import { mailExpiringKeysAt } from '../../support/mail-expiring-keys.js';
import { newDatabase, TEMPLATES } from '../../support/postgres-server.mjs';

const DAY = 86_400_000;
/** When the keys of these tests expire. */
const END = new Date('2050-06-30T12:00:00Z');
const before = (days: number, seconds = 0) => new Date(END.getTime() - days * DAY - seconds * 1_000);

const SECRET_KEY = randomBytes(48).toString('base64');

// Without the service, which would send the mails meanwhile.
let local: { url: string; drop(): Promise<void> };
let database: DirectDatabase;
let creator: { id: string; email: string };
/** When the test began. */
let since: Date;
beforeAll(async () => {
  local = await newDatabase(TEMPLATES.database);
  database = new DirectDatabase(local.url);
  [creator] = (await database.run("select id, email from portal_user where username = 'admin1'")) as [
    typeof creator,
  ];
});
afterAll(async () => {
  await database.close();
  await local.drop();
});
beforeEach(async () => {
  await database.run('delete from api_key');
  [{ now: since }] = (await database.run('select now()')) as [{ now: Date }];
});
const mailAt = (at: Date) =>
  mailExpiringKeysAt(parseConfig({ DATABASE_URL: local.url, DB_POOL_MAX: '3', SECRET_KEY }), at);

/** Stores keys with this name that live for so many days. */
const store = (name: string, days: number, { count = 1, expiresAt = END as Date | null } = {}) =>
  database.run(
    `insert into api_key (name, prefix, secret_hash, all_erp_customers, created_by, created_at, expires_at)
     select $1, 'ptk_prefix00', sha256(convert_to($1 || n, 'UTF8')), true, $2, $3, $4 from generate_series(1, $5::int) n`,
    [name, creator.id, before(days), expiresAt, count],
  );
const mails = async () => {
  const rows = await database.run(
    "select recipient from mail where template = 'API_KEY_EXPIRING' and created_at >= $1",
    [since],
  );
  return rows.map((row) => row['recipient']);
};

test('the creator of a key is told a fortnight before, or in the last quarter of a shorter life, and once', async () => {
  await store('a year', 365);
  await store('eight days', 8);
  const told: number[] = [];
  for (const at of [before(14, 1), before(14), before(2, 1), before(2), before(1)]) {
    await mailAt(at);
    told.push((await mails()).length);
  }
  expect(told).toEqual([0, 1, 1, 2, 2]);
  expect(new Set(await mails())).toEqual(new Set([creator.email]));
});

test('nobody is told of a key that can not be used any more, or does not expire', async () => {
  await store('without end', 365, { expiresAt: null });
  await store('expired', 365, { expiresAt: before(1) });
  await store('revoked', 365);
  await database.run("update api_key set revoked_at = now() where name = 'revoked'");
  await store('demoted', 365);
  await database.run(
    "update api_key set created_by = (select id from portal_user where username = 'operations1') where name = 'demoted'",
  );
  await mailAt(before(1));
  await store('deactivated', 365);
  await database.run('update portal_user set active = false where id = $1', [creator.id]);
  await mailAt(before(1));
  await database.run('update portal_user set active = true where id = $1', [creator.id]);
  expect(await mails()).toEqual([]);
  await mailAt(before(1));
  expect(await mails()).toHaveLength(1);
});

test('two instances at once send one mail for each key', async () => {
  await store('many', 365, { count: 101 });
  await Promise.all([mailAt(before(1)), mailAt(before(1))]);
  expect(await mails()).toHaveLength(101);
});

test('a mail that could not be posted is posted the next time', async () => {
  await store('Stock report', 365);
  await database.run(
    "alter table mail add constraint broken check (template <> 'API_KEY_EXPIRING') not valid",
  );
  await expect(mailAt(before(1))).rejects.toThrow(/broken/);
  await database.run('alter table mail drop constraint broken');
  await mailAt(before(1));
  expect(await mails()).toHaveLength(1);
});
