import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  CustomersDocument,
  DeleteCustomerDocument,
  ProvisionPortalAccountsDocument,
  type ProvisionPortalAccountsInput,
} from '../../../../schema/operations.generated.js';
import { Crm } from '../../../support/crm.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

/** From which the time of a call follows: so long that no machine is too slow for it. */
const IDLE_MS = 600_000;

let app: TestApp;
let crm: Crm;
/** A connection that holds rows. */
let gate: pg.Client;
beforeAll(async () => {
  // No more than one hash at a time, and nobody waits in a queue: what others would take up.
  const hashes = { ARGON2_MEMORY_KIB: '', PASSWORD_HASH_CONCURRENCY: '1', PASSWORD_HASH_QUEUE: '0' };
  app = await startTestApp({ ...hashes, LIMIT_LIST_ITEMS: '2000', HTTP_IDLE_TIMEOUT_MS: String(IDLE_MS) });
  crm = new Crm(app);
  gate = new pg.Client(app.databaseUrl);
  await gate.connect();
});
afterAll(async () => {
  await gate.end();
  await app.stop();
});

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

/** Holds the rows of customers, so that whoever makes them accounts waits. @returns what lets them go */
async function hold(customerIds: string[]): Promise<() => Promise<unknown>> {
  await gate.query('begin');
  await gate.query('select from customer where id = any($1) for update', [customerIds]);
  return () => gate.query('commit');
}
async function waitingForRows(): Promise<number | null> {
  const { rowCount } = await gate.query(
    "select from pg_stat_activity where datname = current_database() and wait_event = 'transactionid'",
  );
  return rowCount;
}

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
  const ids = await customersOf('progress', 12);
  const some = await provision({ customerIds: ids.slice(0, 5), sendWelcomeEmail: false });
  expect(some.data?.provisionPortalAccounts.provisioned).toHaveLength(5);
  const letGo = await hold(ids.slice(-1));
  const all = provision({ customerIds: ids, sendWelcomeEmail: false });
  await until(async () => (await withAccounts('progress')) === 11);
  await letGo();
  const { provisioned = [], failures } = (await all).data?.provisionPortalAccounts ?? {};
  expect(failures).toEqual([]);
  expect(provisioned.map(({ accountExists }) => accountExists)).toEqual(ids.map((_id, place) => place < 5));
  expect(provisioned.slice(0, 5).every(({ temporaryPassword }) => temporaryPassword === null)).toBe(true);
  expect(await withAccounts('progress')).toBe(12);
});

test('each account costs the same few statements, however many there are', async () => {
  const cost = async (company: string, count: number) => {
    const customerIds = await customersOf(company, count);
    app.clear();
    await provision({ customerIds, sendWelcomeEmail: false });
    // What it asks for itself; the audit log is chained behind it, and jobs are looked for, as time goes by.
    return app.databaseQueries.filter((sql) => /customer|portal_user/i.test(sql)).length;
  };
  const [few, many] = [await cost('few', 4), await cost('lots', 16)];
  // Two that get the same user name at once try again, so not exactly as many.
  expect(many / 16).toBeLessThan(few / 4 + 1);
  expect(few / 4).toBeLessThan(20);
});

test('what is not reached in time is said, and the next call makes it', async () => {
  const customerIds = await customersOf('hasty', 6);
  const reached = customerIds.slice(0, 2);
  const ask = async () => {
    const { data } = await provision({ customerIds });
    return data?.provisionPortalAccounts ?? { provisioned: [], failures: [] };
  };
  const letGo = await hold(reached);
  const first = ask();
  await until(async () => (await waitingForRows()) === reached.length);
  const { now } = performance;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 0.9 * IDLE_MS);
  await letGo();
  const { provisioned, failures } = await first.finally(() => clock.mockRestore());
  expect(provisioned.map(({ customer }) => customer.id)).toEqual(reached);
  expect(failures.map(({ customerId, code, reason }) => [customerId, code, reason])).toEqual(
    customerIds.slice(2).map((id) => [id, 'RATE_LIMITED', null]),
  );
  const second = await ask();
  expect(second.failures).toEqual([]);
  expect(second.provisioned.map(({ accountExists }) => accountExists)).toEqual(
    customerIds.map((id) => reached.includes(id)),
  );
});

test('more than 1,000 are refused, and a text that is no id is', async () => {
  const customerIds = Array.from({ length: 1001 }, () => randomUUID());
  const answers = [await provision({ customerIds }), await provision({ customerIds: ['x'] })];
  for (const { errors } of answers) expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(answers[0]?.errors[0]?.message).toContain('1001');
});
