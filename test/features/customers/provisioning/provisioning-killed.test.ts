import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, expect, test } from 'vitest';
import { CreateCustomerDocument, CustomerDocument } from '../../../../schema/operations.generated.js';
import { withDatabase } from '../../../../src/cli/with-database.js';
import { parseConfig } from '../../../../src/config.js';
import { mailsIn } from '../../../support/mails.js';
import { newDatabase } from '../../../support/postgres-server.mjs';
import { cleanUp, type RunningPortico, startPortico, workFolder } from '../../../support/spawn-portico.js';
import { until } from '../../../support/until.js';

let drop: (() => Promise<void>) | undefined;
afterEach(cleanUp);
afterAll(() => drop?.());

const PASSWORD = 'quiet heron 58 wades';
/** How many of the accounts that were asked for are there when the process is killed: it is at the next one. */
const KILLED_AFTER = [0, 2];
const CUSTOMERS = 6;

test('a process killed over accounts leaves each customer with one, a mail, and one entry for each thing that happened', async () => {
  const folder = workFolder();
  const database = await newDatabase();
  drop = database.drop;
  const settings = {
    SECRET_KEY: randomBytes(48).toString('base64'),
    DATA_DIR: `${folder}/data`,
    ADMIN_USERNAME: 'boss',
    ADMIN_EMAIL: 'boss@portal.example',
    ADMIN_PASSWORD_HASH: await hash(PASSWORD),
    DATABASE_URL: database.url,
    // None, and nothing that takes time to start.
    ERP_KIND: 'postgres',
    ERP_HOST: '127.0.0.1',
    ERP_PORT: '1',
    ERP_DATABASE: 'none',
    ERP_USER: 'none',
    ERP_PASSWORD: 'none',
  };
  const inDatabase = (sql: string) =>
    withDatabase(parseConfig(settings), (source) => source.query<Record<string, unknown>[]>(sql));
  const emails: string[] = [];
  const ids: string[] = [];

  for (const [round, made] of KILLED_AFTER.entries()) {
    const portico = await startPortico({ folder, settings });
    const token = await signIn(portico);
    const added = Array.from({ length: CUSTOMERS }, (_, n) => `c${round}${n}@kill.example`);
    const its = await Promise.all(added.map((email) => add(portico, email, token)));
    await until(async () => (await accounts(portico, its, token)) >= made);
    await portico.end('SIGKILL');
    emails.push(...added);
    ids.push(...its);
    // What was under way is given out again when its time is over: that is now.
    await inDatabase("update mail set due_at = now() where status = 'SENDING'");
    await inDatabase("update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'");
  }
  const portico = await startPortico({ folder, settings });
  const token = await signIn(portico);
  await until(async () => (await accounts(portico, ids, token)) === ids.length);
  for (const email of emails) await mailsIn(`${folder}/data/mail`, email, 1);
  await portico.end('SIGTERM');

  const once = { logins: 1, mails: 1, provisioned: 1, created: 1, failed: 0 };
  const entries = (action: string, target: string) =>
    `(select count(*)::int from (select action, target_id from audit_intake union all
       select action, target_id from audit_entry) e where e.action = '${action}' and e.target_id = ${target})`;
  const found = await inDatabase(`
    select (select count(*)::int from portal_user l where l.customer_id = c.id) as logins,
      (select count(*)::int from mail m where m.recipient = c.email and m.template = 'WELCOME') as mails,
      ${entries('PORTAL_ACCOUNT_PROVISIONED', 'c.id::text')} as provisioned,
      ${entries('PORTAL_ACCOUNT_PROVISIONING_FAILED', 'c.id::text')} as failed,
      ${entries('PORTAL_USER_CREATED', 'u.id::text')} as created
    from customer c left join portal_user u on u.customer_id = c.id`);
  expect(found).toEqual(ids.map(() => once));
});

async function signIn(portico: RunningPortico): Promise<string> {
  const signedIn = await portico.signIn('boss', PASSWORD);
  if ('code' in signedIn) throw new Error(`refused: ${signedIn.code}`);
  return signedIn.token;
}

async function add(portico: RunningPortico, email: string, token: string): Promise<string> {
  const input = { firstName: 'Kim', lastName: 'Kill', email };
  const { data } = await portico.ask(CreateCustomerDocument, { input }, token);
  if (!data) throw new Error(`${email} was not added`);
  return data.createCustomer.customer.id;
}

/** How many of these customers have an account. */
async function accounts(portico: RunningPortico, ids: readonly string[], token: string): Promise<number> {
  const answers = await Promise.all(ids.map((id) => portico.ask(CustomerDocument, { id }, token)));
  return answers.filter(({ data }) => data?.customer?.portalAccount.accountExists).length;
}
