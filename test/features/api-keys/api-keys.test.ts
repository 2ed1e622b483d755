import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeactivatePortalUserDocument } from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailOf } from '../../support/audit-trail.js';
import { insertApiKey } from '../../support/insert-api-key.js';
import { codesOf, pathsOf, reasonsOf } from '../../support/quotes.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const COUNT = '{ inventory { totalCount } }';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let keys: ApiKeys;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'trace' });
  keys = new ApiKeys(app);
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

const stored = (creator = 'admin1') => insertApiKey(app, { erpCustomers: ['Acme Beverages'], creator });
const countKeys = async () => (await app.database('select count(*)::int as n from api_key'))[0]?.['n'];

test('an admin creates a key, finds it in the list and revokes it; each step is audited', async () => {
  const expiresAt = '2027-06-30T12:00:00.000Z';
  const names = ['Zenith Pharma', 'Acme Beverages', 'Zenith Pharma'];
  const created = await keys.create({ name: ' Power BI ', erpCustomerNames: names, expiresAt });
  const { apiKey, secret } = created.data?.createApiKey ?? {};
  expect(secret).toMatch(/^ptk_[\w-]{43}$/);
  expect(apiKey).toEqual({
    ...{ id: expect.any(String), name: 'Power BI', prefix: secret?.slice(0, 12), allErpCustomers: false },
    erpCustomers: [{ name: 'Acme Beverages' }, { name: 'Zenith Pharma' }],
    createdBy: { id: await accounts.idOf('admin1'), username: 'admin1' },
    ...{ createdAt: expect.any(String), lastUsedAt: null, expiresAt, revokedAt: null },
  });
  expect(created.headers.get('cache-control')).toBe('no-store');
  expect((await keys.list())[0]).toEqual(apiKey);
  const target = `Power BI (${apiKey?.prefix}…)`;
  expect(await trailOf(app, created)).toMatchObject([
    {
      ...{ action: 'API_KEY_CREATED', actor: 'admin1', target },
      facts: {
        ...{ name: 'Power BI', prefix: apiKey?.prefix, allErpCustomers: false, expiresAt },
        erpCustomerNames: ['Acme Beverages', 'Zenith Pharma'],
      },
    },
  ]);
  const mails = await app.mailsTo('admin1@demo.example');
  expect(mails).toHaveLength(1);
  for (const fact of [
    ...['Hello admin1', 'Power BI', apiKey?.prefix, '2 ERP customers: Zenith Pharma; Acme Beverages'],
    ...['30 June 2027, 12:00 UTC', 'network address: 127.0.0.1', 'If it was not you, revoke the key'],
  ]) {
    expect(mails[0]?.text).toContain(fact);
  }
  expect(mails[0]?.text).not.toContain(secret);

  const id = String(apiKey?.id);
  const revoked = await keys.revoke(id.toUpperCase());
  const revokedAt = revoked.data?.revokeApiKey.revokedAt;
  expect(revoked.data?.revokeApiKey).toEqual({ id, name: 'Power BI', revokedAt: expect.any(String) });
  expect(await trailOf(app, revoked)).toMatchObject([{ action: 'API_KEY_REVOKED', actor: 'admin1', target }]);
  const again = await keys.revoke(id);
  expect(again.data?.revokeApiKey.revokedAt).toBe(revokedAt);
  expect(await trailOf(app, again)).toEqual([]);
  expect((await keys.list())[0]).toEqual({ ...apiKey, revokedAt });
  await app.database("update api_key set revoked_at = now() - interval '91 days' where id = $1", [id]);
  expect((await keys.list()).map((key) => key.id)).not.toContain(id);
});

test('the mail of a key that expires soon says which it is and until when it can be used', async () => {
  const { email, username } = await accounts.made({ role: 'ADMIN' });
  const { id, prefix } = await stored(username);
  await app.database(
    "update api_key set name = E'Old\\nreport', expires_at = '2050-06-30T12:00Z' where id = $1",
    [id],
  );
  await app.mailExpiringKeys(new Date('2050-06-23T12:00:00Z'));
  const mails = await app.mailsTo(email, 2);
  const mail = mails.find(({ subject }) => /API key/.test(subject));
  for (const fact of [`Hello ${username}`, 'Old report', prefix, '30 June 2050, 12:00 UTC']) {
    expect(mail?.text).toContain(fact);
    expect(mail?.html).toContain(fact);
  }
});

test('a key that replaces another one may have its name while both are used', async () => {
  const both = [await keys.made({ name: 'Same' }), await keys.made({ name: 'Same' })];
  for (const { secret } of both) {
    expect(codesOf(await app.ask(COUNT, {}, { token: secret }))).toEqual([]);
  }
  for (const { id } of both) await keys.revoke(id);
});

test('nobody but an admin creates, lists or revokes keys', async () => {
  const { id, secret } = await stored();
  const before = await countKeys();
  // The other roles are refused as in every field of admins.
  for (const as of ['operations1', null, { token: secret }] as const) {
    const codes = [
      await keys.create({ allErpCustomers: true, erpCustomerNames: [] }, as),
      await keys.revoke(id, as),
      await app.ask('{ apiKeys { secret: id } }', {}, as),
    ].flatMap(codesOf);
    expect(codes).toEqual(Array(3).fill(as === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'));
  }
  expect(await countKeys()).toBe(before);
  expect(codesOf(await app.ask(COUNT, {}, { token: secret }))).toEqual([]);
});

describe('a key that makes no sense is refused, and the field is named', () => {
  const year = new Date().getUTCFullYear();
  test.each([
    ['no name', { name: ' ' }, 'input.name', 'REQUIRED'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'input.name', 'TOO_LONG'],
    ['a name with a line break', { name: 'a\nb' }, 'input.name', 'UNPRINTABLE'],
    ['no scope', { erpCustomerNames: [] }, 'input.erpCustomerNames', 'REQUIRED'],
    ['two scopes', { allErpCustomers: true }, 'input.erpCustomerNames', 'NOT_ALLOWED'],
    [
      'a name that the ERP does not have',
      { erpCustomerNames: ['Acme Beverage'] },
      'input.erpCustomerNames.0',
      'UNKNOWN',
    ],
    [
      'another case',
      { erpCustomerNames: ['Acme Beverages', 'ACME BEVERAGES'] },
      'input.erpCustomerNames.1',
      'UNKNOWN',
    ],
    ['a blank name', { erpCustomerNames: ['Acme Beverages', ' '] }, 'input.erpCustomerNames.1', 'REQUIRED'],
    ['a NUL', { erpCustomerNames: ['Acme\0'] }, 'input.erpCustomerNames.0', 'UNPRINTABLE'],
    ['a time in the past', { expiresAt: '2026-01-01T00:00:00Z' }, 'input.expiresAt', 'TOO_EARLY'],
    ['a time too far away', { expiresAt: `${year + 11}-01-01T00:00:00Z` }, 'input.expiresAt', 'TOO_LATE'],
  ])('%s', async (_what, input, path, reason) => {
    const before = await countKeys();
    const answer = await keys.create(input);
    expect([codesOf(answer), pathsOf(answer)]).toEqual([['BAD_USER_INPUT'], [path]]);
    expect(reasonsOf(answer)).toMatchObject([{ reason }]);
    expect(answer.errors[0]?.message).toMatch(/found .*(wanted|near|does not have)/);
    expect(await countKeys()).toBe(before);
  });

  test('all wrong fields at once', async () => {
    const answer = await keys.create({ name: '', erpCustomerNames: [''], expiresAt: '2020-01-01T00:00:00Z' });
    expect(pathsOf(answer)).toEqual(['input.name', 'input.erpCustomerNames.0', 'input.expiresAt']);
  });
});

test('an unknown key can not be revoked', async () => {
  const unknown = await keys.revoke(NOBODY);
  expect([codesOf(unknown), pathsOf(unknown)]).toEqual([['NOT_FOUND'], ['id']]);
  expect(codesOf(await keys.revoke("' or true"))).toEqual(['BAD_USER_INPUT']);
});

test('what can not be audited does not happen', async () => {
  const { id } = await stored();
  const before = await countKeys();
  const mails = () => accounts.mails('admin1@demo.example');
  const mailed = await mails();
  const answers = await accounts.withoutAudit(async () => [await keys.create(), await keys.revoke(id)]);
  expect(await mails()).toEqual(mailed);
  expect(answers.flatMap(codesOf)).toEqual(['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);
  expect(await countKeys()).toBe(before);
  expect((await keys.list()).find((key) => key.id === id)?.revokedAt).toBeNull();
});

test('a secret is in one answer, and neither in the database nor in any log, even if writing it failed', async () => {
  const { secret } = await keys.made({ name: 'Secretive' });
  const basic = Buffer.from(`user:${secret}`).toString('base64');
  for (const authorization of [`Bearer ${secret}`, `Basic ${basic}`, `Bearer ${secret}x`, secret]) {
    await fetch(`${app.url}/graphql?query=${encodeURIComponent(COUNT)}&key=${secret}`, {
      headers: { authorization, 'apollo-require-preflight': 'yes', cookie: `key=${secret}` },
    });
  }
  await app.database('alter table api_key add constraint broken check (length(prefix) < 0) not valid');
  const failed = await keys
    .create()
    .finally(() => app.database('alter table api_key drop constraint broken'));
  expect([failed.status, codesOf(failed)]).toEqual([200, ['INTERNAL_SERVER_ERROR']]);
  const [{ dump } = { dump: '' }] = await app.database(
    "select schema_to_xml(current_schema()::name, true, false, '')::text as dump",
  );
  expect(dump).toContain('Secretive');
  expect(app.log.join()).toContain('"broken"');
  const hash = createHash('sha256').update(secret).digest('hex');
  const seen = [String(dump), app.log.join(), failed.text];
  for (const text of [...seen, JSON.stringify(await keys.list())]) {
    expect(text).not.toMatch(/ptk_[\w-]{20}/);
    expect(text).not.toContain(basic);
  }
  expect(app.log.join()).not.toContain(hash);
  const rows = await app.database(
    "select encode(secret_hash, 'hex') as hash from api_key where name = 'Secretive'",
  );
  expect(rows).toEqual([{ hash }]);
});

test('many keys in the list cost as many queries as few', async () => {
  const costOf = async () => {
    app.clear();
    const { length } = await keys.list();
    return { length, queries: app.databaseQueries.length };
  };
  const few = await costOf();
  for (let n = 0; n < 4; n += 1) await stored(n % 2 ? 'operations1' : 'admin1');
  expect(await costOf()).toEqual({ length: few.length + 4, queries: few.queries });
});

test('there are at most 1,000 keys that are not revoked', async () => {
  await app.database(
    `insert into api_key (name, prefix, secret_hash, all_erp_customers, created_by)
     select 'bulk', 'ptk_bulk', sha256(convert_to(n::text, 'UTF8')), true, id
     from generate_series((select count(*) from api_key where revoked_at is null) + 1, 999) n, portal_user
     where username = 'admin1'`,
  );
  const last = await keys.made();
  const refused = await keys.create();
  expect([codesOf(refused), pathsOf(refused)]).toEqual([['CONFLICT'], ['input']]);
  expect(reasonsOf(refused)).toEqual([{ reason: 'LIMIT_REACHED', params: { max: 1_000 } }]);
  await keys.revoke(last.id);
  expect(codesOf(await keys.create())).toEqual([]);
  await app.database("delete from api_key where name = 'bulk'");
});

describe('a creator whose access ends at the same time leaves no key behind', () => {
  let gate: pg.Client;
  let id: string;
  let token: string;
  beforeAll(async () => {
    const made = await accounts.made({ role: 'ADMIN' });
    id = made.id;
    token = await app.tokenOf(made.username, made.password);
    gate = new pg.Client(app.databaseUrl);
    await gate.connect();
  });
  afterAll(() => gate.end());
  const waiting = (locks: string) =>
    until(async () => {
      const { rowCount } = await gate.query(
        `select from pg_locks where not granted and locktype in (${locks})
           and pid in (select pid from pg_stat_activity where datname = current_database())`,
      );
      return (rowCount ?? 0) > 0;
    });
  const keysOf = async (id: string) =>
    (await app.database('select revoked_at is null as usable from api_key where created_by = $1', [id])).map(
      (row) => row['usable'],
    );

  test.each([
    ['deactivation', 'update portal_user set active = $2 where id = $1', [false, true], 'FORBIDDEN'],
    [
      'end of the session, such as by a new password,',
      `with locked as (update portal_user set active = true where id = $1)
       update session set revoked_at = $2 where user_id = $1`,
      [new Date(), null],
      'UNAUTHENTICATED',
    ],
  ])('if the %s comes first', async (_what, sql, [end, undo], code) => {
    await gate.query('begin');
    await gate.query(sql, [id, end]);
    const creating = keys.create({}, { token });
    await waiting("'transactionid', 'tuple'");
    await gate.query('commit');
    expect(codesOf(await creating)).toEqual([code]);
    expect(await keysOf(id)).toEqual([]);
    await gate.query(sql, [id, undo]);
  });

  test('if the key comes first', async () => {
    await gate.query(`create function wait_at_gate() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(14); return new; end $$`);
    await gate.query(
      'create trigger gate before insert on api_key for each row execute function wait_at_gate()',
    );
    await gate.query('select pg_advisory_lock(14)');
    const creating = keys.create({}, { token });
    await waiting("'advisory'");
    const deactivating = app.ask(DeactivatePortalUserDocument, { id }, 'admin1');
    await waiting("'transactionid', 'tuple'");
    await gate.query('select pg_advisory_unlock(14)');
    expect([await creating, await deactivating].flatMap(codesOf)).toEqual([]);
    expect(await keysOf(id)).toEqual([false]);
    await gate.query('drop function wait_at_gate cascade');
  });
});
