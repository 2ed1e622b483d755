import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CustomersDocument,
  DeleteCustomerDocument,
  ProvisionPortalAccountsDocument,
  type ProvisionPortalAccountsInput,
} from '../../../../schema/operations.generated.js';
import { Crm } from '../../../support/crm.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

let app: TestApp;
let crm: Crm;
beforeAll(async () => {
  // No more than one hash at a time, and nobody waits in a queue: what others would take up.
  const hashes = { ARGON2_MEMORY_KIB: '', PASSWORD_HASH_CONCURRENCY: '1', PASSWORD_HASH_QUEUE: '0' };
  app = await startTestApp({ ...hashes, LIMIT_LIST_ITEMS: '2000' });
  crm = new Crm(app);
});
afterAll(() => app.stop());

const provision = (input: ProvisionPortalAccountsInput) =>
  app.ask(ProvisionPortalAccountsDocument, { input }, 'operations1');

/** So many customers of one company, whose accounts nobody has asked for. */
async function customersOf(company: string, count: number): Promise<string[]> {
  const rows = await app.database(
    `insert into customer (first_name, last_name, company, email, email_key, source)
     select 'Many', 'No ' || n, $1, email, lower(email), 'API'
     from generate_series(1, $2) n, concat('info@', replace($1, ' ', ''), n, '.example') email returning id`,
    [company, count],
  );
  return rows.map(({ id }) => String(id));
}
const withAccounts = async (company: string) => {
  const filter = { search: company, hasPortalAccount: true };
  const { data } = await app.ask(CustomersDocument, { filter, first: 1 }, 'admin1');
  return data?.customers.totalCount ?? 0;
};

test('each of many succeeds or fails on its own, and one that is named twice counts once', async () => {
  const good = await customersOf('mixed', 3);
  const [noEmail, taken, deleted] = [
    await crm.without({ email: null }),
    await crm.without({ email: 'driver1@demo.example' }),
    await crm.without(),
  ];
  await app.ask(DeleteCustomerDocument, { id: deleted }, 'admin1');
  const unknown = randomUUID();
  const bad = [noEmail, taken, deleted, unknown];
  const customerIds = bad.flatMap((id, place) => [id, good[place] ?? id]);
  const { data, errors } = await provision({ customerIds: [...customerIds, ...customerIds] });
  expect(errors).toEqual([]);
  const { provisioned = [], failures = [] } = data?.provisionPortalAccounts ?? {};
  expect(provisioned.map(({ customer }) => customer.id)).toEqual(good);
  expect(new Set(provisioned.map(({ temporaryPassword }) => temporaryPassword)).size).toBe(3);
  expect(failures.map(({ customerId, code, reason }) => [customerId, code, reason])).toEqual([
    [noEmail, 'BAD_USER_INPUT', 'LACKS'],
    [taken, 'CONFLICT', 'TAKEN'],
    [deleted, 'NOT_FOUND', 'DELETED'],
    [unknown, 'NOT_FOUND', 'UNKNOWN'],
  ]);
  expect(failures[0]?.params).toEqual({ what: 'EMAIL' });
  expect(failures[0]?.message).toMatch(/without an e-mail/);
  expect(await crm.mails('info@mixed1.example')).toEqual(['WELCOME']);
});

test('others see how far it has come, and asked for again it carries on', async () => {
  const ids = await customersOf('progress', 30);
  const some = await provision({ customerIds: ids.slice(0, 5), sendWelcomeEmail: false });
  expect(some.data?.provisionPortalAccounts.provisioned).toHaveLength(5);
  let ended = false;
  const all = provision({ customerIds: ids, sendWelcomeEmail: false }).finally(() => {
    ended = true;
  });
  await until(async () => (await withAccounts('progress')) > 5);
  expect(ended).toBe(false);
  const { provisioned = [], failures } = (await all).data?.provisionPortalAccounts ?? {};
  expect(failures).toEqual([]);
  expect(provisioned.map(({ accountExists }) => accountExists)).toEqual(ids.map((_id, place) => place < 5));
  expect(provisioned.slice(0, 5).every(({ temporaryPassword }) => temporaryPassword === null)).toBe(true);
  expect(await withAccounts('progress')).toBe(30);
});

test('each account costs the same few statements, however many there are', async () => {
  const cost = async (company: string, count: number) => {
    const customerIds = await customersOf(company, count);
    app.clear();
    await provision({ customerIds, sendWelcomeEmail: false });
    // What it asks for itself; the audit log is chained behind it, and jobs are looked for, as time goes by.
    return app.databaseQueries.filter((sql) => /customer|portal_user/i.test(sql)).length;
  };
  const [few, many] = [await cost('few', 4), await cost('lots', 24)];
  // Two that get the same user name at once try again, so not exactly as many.
  expect(many / 24).toBeLessThan(few / 4 + 1);
  expect(few / 4).toBeLessThan(20);
});

test('what is not reached in time is said, and the next call makes it', async () => {
  // The time of a call follows from how long a connection may be silent.
  // Many customers and cheap hashes: an account begun at the last moment is finished in time, also on a busy machine.
  const hasty = await app.sibling({
    HTTP_IDLE_TIMEOUT_MS: '4000',
    ERP_QUERY_TIMEOUT_MS: '500',
    ARGON2_PASSES: '2',
  });
  const count = 900;
  const customerIds = await customersOf('hasty', count);
  const ask = async () => {
    const { data } = await hasty.ask(ProvisionPortalAccountsDocument, { input: { customerIds } }, 'admin1');
    return data?.provisionPortalAccounts ?? { provisioned: [], failures: [] };
  };
  const first = await ask();
  expect(new Set(first.failures.map(({ code, reason }) => `${code} ${reason}`))).toEqual(
    new Set(['RATE_LIMITED null']),
  );
  expect(first.provisioned.length + first.failures.length).toBe(count);
  const second = await ask();
  expect(second.failures.length).toBeLessThan(first.failures.length);
});

test('more than 1,000 are refused, and a text that is no id is', async () => {
  const customerIds = Array.from({ length: 1001 }, () => randomUUID());
  const answers = [await provision({ customerIds }), await provision({ customerIds: ['x'] })];
  for (const { errors } of answers) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(answers[0]?.errors[0]?.message).toContain('1001');
});
