import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CreateCustomerDocument,
  CustomersDocument,
  MailsDocument,
  RetryMailDocument,
} from '../../../../schema/operations.generated.js';
import { asAdministrator } from '../../../support/postgres-server.mjs';
import { type ServedDatabase, serveDatabase } from '../../../support/served-database.js';
import { startSmtpServer, type TestSmtpServer } from '../../../support/smtp-server.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const PASSWORD = 'quiet heron 58 wades';
const EMAILS = Array.from({ length: 4 }, (_, n) => `outage${n}@customers.example`);

let database: ServedDatabase;
let smtp: TestSmtpServer;
let app: TestApp;
let mailServerIsDown = true;
beforeAll(async () => {
  database = await serveDatabase();
  smtp = await startSmtpServer(() => (mailServerIsDown ? 'hang up' : undefined));
  app = await startTestApp({
    DATABASE_URL: database.url,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtp.port),
    // A claim on a mail whose outcome could not be written ends soon after.
    SMTP_TIMEOUT_SECONDS: '1',
    EMAIL_FROM: 'no-reply@portal.example.com',
    ADMIN_USERNAME: 'boss',
    ADMIN_EMAIL: 'boss@portal.example.com',
    ADMIN_PASSWORD_HASH: await hash(PASSWORD),
  });
});
afterAll(async () => {
  await app.stop();
  await smtp.close();
  await database.close();
});

const inDatabase = async (sql: string) =>
  (await asAdministrator((client) => client.query(sql), database.url)).rows;
const boss = async () => ({ token: await app.tokenOf('boss', PASSWORD) });

/** The customers that there are, by their e-mail; null while the database is not to be had. */
async function customers() {
  const { data } = await app.ask(
    CustomersDocument,
    { filter: { search: '@customers.example' } },
    await boss(),
  );
  return data && new Map(data.customers.nodes.map((customer) => [customer.email, customer]));
}

async function create(email: string): Promise<void> {
  await until(async () => {
    const input = { firstName: 'Odd', lastName: randomBytes(3).toString('hex'), email };
    const added = app.ask(CreateCustomerDocument, { input }, await boss());
    // In the middle of it, before it, or while its account is being made.
    database.reset();
    await added;
    return (await customers())?.has(email) === true;
  });
}

test('while the database loses its connections and the mail server is down, each customer gets one account, and later the mail', async () => {
  await boss();
  for (const email of EMAILS) await create(email);
  await until(async () => {
    // What failed is tried again later: that is now.
    await inDatabase(
      "update pgboss.job set start_after = now() where name = 'provisioning' and state < 'active'",
    );
    await inDatabase(
      "update pgboss.job set started_on = now() - interval '1 hour' where state = 'active' and name = 'provisioning'",
    );
    const found = [...((await customers())?.values() ?? [])];
    return found.length === EMAILS.length && found.every(({ portalAccount }) => portalAccount.accountExists);
  });

  const mails = async () => (await app.ask(MailsDocument, {}, await boss())).data?.mails.nodes ?? [];
  await until(async () => (await mails()).every(({ status }) => status === 'FAILED'));
  expect((await mails()).map(({ to, template }) => [to, template]).sort()).toEqual(
    EMAILS.map((email) => [email, 'WELCOME']),
  );
  expect(smtp.taken).toEqual([]);
  mailServerIsDown = false;
  for (const { id } of await mails()) await app.ask(RetryMailDocument, { id }, await boss());
  await until(async () => (await mails()).every(({ status }) => status === 'SENT'));
  expect(smtp.taken.map(({ to }) => to).sort()).toEqual(EMAILS.map((email) => [email]));

  const once = { logins: 1, added: 1, provisioned: 1, created: 1 };
  const entries = (action: string, target: string) =>
    `(select count(*)::int from (select action, target_id from audit_intake union all
       select action, target_id from audit_entry) e where e.action = '${action}' and e.target_id = ${target})`;
  const found = await inDatabase(`
    select (select count(*)::int from portal_user l where l.customer_id = c.id) as logins,
      ${entries('CUSTOMER_CREATED', 'c.id::text')} as added,
      ${entries('PORTAL_ACCOUNT_PROVISIONED', 'c.id::text')} as provisioned,
      ${entries('PORTAL_USER_CREATED', 'u.id::text')} as created
    from customer c left join portal_user u on u.customer_id = c.id`);
  expect(found).toEqual(EMAILS.map(() => once));
});
