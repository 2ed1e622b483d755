import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  LoginDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
} from '../../../../schema/operations.generated.js';
import { tablesWith } from '../../../support/account-token.js';
import { trailWhere } from '../../../support/audit-trail.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const PASSWORD = 'password123';
const ANOTHER = 'velvet otter 94 marches';
const LINK = /https:\/\/portal\.example\.com\/reset-password#token=([\w-]{43})(?![\w-])/;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ APP_BASE_URL: 'https://portal.example.com' });
});
afterAll(() => app.stop());
beforeEach(() => app.database('delete from account_token'));

const ask = (email: string, as: { token: string } | null = null) =>
  app.ask(RequestPasswordResetDocument, { email }, as);
/** What was written down of requests for a login's links. */
const requestsOf = async (username: string) =>
  (await trailWhere(app, 'target_label = $1', `${username}@demo.example`)).filter(
    ({ action }) => action === 'PASSWORD_RESET_REQUESTED',
  );
const waitingRequests = () => app.database("select id from pgboss.job where name = 'password-reset-request'");
const allWorkedOff = () => until(async () => (await waitingRequests()).length === 0);
const resetMailsTo = async (address: string, atLeast: number) =>
  (await app.mailsTo(address, atLeast)).filter(({ text }) => LINK.test(text));

describe('asking for a link', () => {
  test('mails one to the login’s address, by which its reader comes in with a new password', async () => {
    const { data, errors } = await ask('Customer1@Demo.Example');
    expect({ data, errors }).toEqual({ data: { requestPasswordReset: true }, errors: [] });
    const [mail] = await app.mailsTo('customer1@demo.example');
    const [, token = ''] = LINK.exec(mail?.text ?? '') ?? [];
    expect(mail?.html).toContain(token);
    expect(await requestsOf('customer1')).toEqual([
      {
        action: 'PASSWORD_RESET_REQUESTED',
        actor: 'nobody',
        target: 'customer1@demo.example',
        facts: { mailed: true },
        ip: '127.0.0.1',
      },
    ]);
    const [row] = await app.database(
      'select extract(epoch from expires_at - created_at)::float as seconds from account_token',
    );
    expect(row?.['seconds']).toBeCloseTo(30 * 60, -1);
    await until(async () => (await app.database("select id from mail where status <> 'SENT'")).length === 0);
    // At rest the token is nowhere.
    expect(await tablesWith(app, token)).toEqual([]);
    expect(await tablesWith(app, Buffer.from(token).toString('hex'))).toEqual([]);

    const reset = await app.ask(ResetPasswordDocument, { token, newPassword: ANOTHER });
    expect(reset.data?.resetPassword.viewer.user.username).toBe('customer1');
    const told = await app.mailsTo('customer1@demo.example', 2);
    expect(told[1]?.text).not.toMatch(/token|velvet/);
    const signedIn = await app.ask(LoginDocument, { login: 'customer1', password: ANOTHER });
    expect(signedIn.errors).toEqual([]);
    expect(app.log.join('')).not.toContain(token);
  });

  test('is not what a session of somebody else’s does, and a changed password is announced', async () => {
    const session = { token: await app.tokenOf('admin1') };
    await ask('customer2@demo.example', session);
    await app.mailsTo('customer2@demo.example');
    expect((await requestsOf('customer2')).map(({ actor }) => actor)).toEqual(['nobody']);
    await app.ask(ChangePasswordDocument, { currentPassword: PASSWORD, newPassword: ANOTHER }, session);
    expect(await app.mailsTo('admin1@demo.example')).toHaveLength(1);
  });

  test('mails at most three an hour, and writes the others down as not mailed', async () => {
    for (let n = 0; n < 5; n += 1) await ask('customerall@demo.example');
    await until(async () => (await requestsOf('customerall')).length === 5);
    const mailed = (await requestsOf('customerall')).map(({ facts }) => facts['mailed']);
    expect(mailed).toEqual([true, true, true, false, false]);
    await app.database("update account_token set created_at = created_at - interval '1 hour'");
    await ask('customerall@demo.example');
    expect(await resetMailsTo('customerall@demo.example', 4)).toHaveLength(4);
  });
});

const ANYTHING: [string, string][] = [
  ['an address of nobody', 'canary-nobody@demo.example'],
  ['an inactive login', 'driver1@demo.example'],
  ['a user name', 'warehouse1'],
  ['nothing', ''],
  ['no address', 'canary not an address\r\nBcc: canary@evil.example'],
  ['what the database can’t hold', 'canary\0@demo.example \ud800'],
  ['half of a character at the cut', `${'x'.repeat(319)}🔑`],
  ['a text without end', `canary${'x'.repeat(9_000)}`],
  ['a way into a query', "canary' or true --@demo.example"],
];

describe('nobody can tell which addresses are known', () => {
  /** All that a client sees, and what the request asked of the database. */
  async function asked(email: string) {
    const { text, status, headers } = await ask(email);
    const id = headers.get('x-request-id') ?? '';
    await until(() => app.log.some((line) => line.includes(id) && line.includes('databaseQueries')));
    const line = app.log.find((one) => one.includes(id) && one.includes('databaseQueries')) ?? '{}';
    const shown = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
    return { text, status, shown, queries: /"databaseQueries":(\d+)/.exec(line)?.[1] };
  }

  test('from the answer, its headers, or the number of statements', async () => {
    await app.database("update portal_user set active = false where username = 'driver1'");
    const known = await asked('operations1@demo.example');
    expect(known).toMatchObject({ status: 200, text: expect.stringContaining('true') });
    expect(Number(known.queries)).toBeGreaterThan(0);
    for (const [what, email] of ANYTHING)
      expect({ what, ...(await asked(email)) }).toEqual({ what, ...known });
    await allWorkedOff();
    const requests = await trailWhere(app, 'action = $1', 'PASSWORD_RESET_REQUESTED');
    expect(requests.map(({ target }) => target)).not.toContain('driver1@demo.example');
    const mails = await app.database('select distinct recipient from mail order by recipient');
    expect(mails.map((row) => row['recipient'])).not.toContain('driver1@demo.example');
  });

  test('and of what was typed nothing is kept, nor is it logged', async () => {
    for (const [, email] of ANYTHING) await ask(email);
    await allWorkedOff();
    expect(await tablesWith(app, 'canary')).toEqual([]);
    expect(app.log.join('')).not.toContain('canary');
  });

  test('by asking without end: an address is held up', async () => {
    const strict = await app.sibling({ RATE_LIMIT_PUBLIC_MUTATIONS: '2', TRUST_PROXY: '1' });
    const from = async (address: string, document: string, variables: object) => {
      const response = await fetch(`${strict.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: document, variables }),
      });
      return response.status;
    };
    const request = print(RequestPasswordResetDocument);
    const email = 'nobody@demo.example';
    expect(await from('203.0.113.1', request, { email })).toBe(200);
    const guess = { token: 'x'.repeat(43), newPassword: ANOTHER };
    expect(await from('203.0.113.1', print(ResetPasswordDocument), guess)).toBe(200);
    expect(await from('203.0.113.1', request, { email })).toBe(429);
    expect(await from('203.0.113.2', request, { email })).toBe(200);
  });
});
