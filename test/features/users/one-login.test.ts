import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CreateCustomerDocument,
  LoginDocument,
  MailsDocument,
  PortalUsersDocument,
  ProvisionPortalAccountDocument,
  RequestPasswordResetDocument,
  UpdateCustomerDocument,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { addCustomer } from '../../support/customers.js';
import { localeCDemoDatabase } from '../../support/locale-c-database.js';
import { runCommand } from '../../support/run-command.js';
import { cleanUp, workFolder } from '../../support/spawn-portico.js';
import { type Answer, startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

/** One user name and one e-mail, and other ways to write them. */
const NAME = 'Müller';
const NAMES = ['MÜLLER', 'mu\u0308ller', ' Müller\u00a0', 'ｍüller'];
/** It looks the same to a reader, and no new login may have it. */
const HIDDEN = 'müller\u3164';
const EMAIL = 'Ada@Bücher.example';
const EMAILS = [
  'ADA@BÜCHER.EXAMPLE',
  'ada@xn--bcher-kva.example',
  ' ada@bu\u0308cher.example ',
  'ａda@XN--bcher-kva.example',
];

let app: TestApp;
let url: string;
let accounts: Accounts;
let ada: Awaited<ReturnType<Accounts['made']>>;
beforeAll(async () => {
  const database = await localeCDemoDatabase();
  url = database.url;
  app = await startTestApp({}, database);
  accounts = new Accounts(app);
  ada = await accounts.made({ username: NAME, email: EMAIL });
});
afterAll(async () => {
  await app.stop();
  await cleanUp();
});

const conflict = (path: string) => [{ extensions: { code: 'CONFLICT', fields: [{ path }] } }];
const errorsOf = <Data>({ data, errors }: Answer<Data>) => {
  expect(data).toBeNull();
  return errors;
};
const signIn = (login: string, password = ada.password) => app.ask(LoginDocument, { login, password });

test('the database itself knows only the case of the letters from A to Z', async () => {
  const [row] = await app.database("select lower('MÜ') as name");
  expect(row?.['name']).toBe('mÜ');
});

test.each([NAME, ...NAMES, HIDDEN, EMAIL, ...EMAILS])('"%s" signs in to the one login', async (login) => {
  const { data } = await signIn(login);
  expect(data?.login.viewer.user.username).toBe(NAME);
});

test('a login that was named with nothing to see, before that was refused, is not what nothing names', async () => {
  const { id } = await accounts.made();
  await app.database("update portal_user set username = '\u3164', username_key = '' where id = $1", [id]);
  for (const login of ['\u3164', '', ' \u200b']) {
    const { errors } = await signIn(login);
    expect(errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  }
  expect(await app.database('select failures from login_counter where user_id = $1', [id])).toEqual([]);
});

describe('no second login', () => {
  test.each(NAMES)('named "%s"', async (username) => {
    const answer = await accounts.create({ username, email: 'other@b.example' });
    expect(errorsOf(answer)).toMatchObject(conflict('input.username'));
  });

  test.each(EMAILS)('with the e-mail "%s"', async (email) => {
    const answer = await accounts.create({ username: 'other', email });
    expect(errorsOf(answer)).toMatchObject(conflict('input.email'));
  });

  test('with a letter that nobody sees', async () => {
    const answer = await accounts.create({ username: HIDDEN, email: 'other@b.example' });
    expect(errorsOf(answer)).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.username' }] } },
    ]);
  });

  test('by an edit', async () => {
    const other = await accounts.made();
    const { id } = other;
    const renamed = await accounts.update({ id, username: NAMES[1] ?? '' });
    expect(errorsOf(renamed)).toMatchObject(conflict('input.username'));
    const moved = await accounts.update({ id, email: EMAILS[1] ?? '' });
    expect(errorsOf(moved)).toMatchObject(conflict('input.email'));
    expect(await accounts.read(id)).toMatchObject({ username: other.username, email: other.email });
  });

  test('by an import, which leaves the login as it is', async () => {
    const file = join(workFolder(), 'users.csv');
    const rows = [`${NAMES[0]},new@b.example`, `new,${EMAILS[1]}`].map(
      (row) => `${row},$2b$10$${'x'.repeat(53)}`,
    );
    writeFileSync(file, ['username,email,password_hash', ...rows].join('\n'));
    const { stdout } = await runCommand(['import-users', file], { settings: { DATABASE_URL: url } });
    expect(stdout).toMatch(
      /^line 2: not added: username: .* taken .*\nline 3: not added: email: .* taken .*\n0 added/,
    );
    expect((await signIn(NAME)).errors).toEqual([]);
  });

  test('for a customer with its e-mail', async () => {
    const { id: customerId } = await addCustomer(app, { email: EMAILS[1] ?? '' });
    const input = { customerId };
    const answer = await app.ask(ProvisionPortalAccountDocument, { input }, 'operations1');
    expect(errorsOf(answer)).toMatchObject(conflict('input.customerId'));
  });
});

test('an account that is made of an e-mail gets a user name that is free, whatever its case', async () => {
  const { id: customerId } = await addCustomer(app, { email: 'MÜLLER@b.example' });
  const answer = await app.ask(ProvisionPortalAccountDocument, { input: { customerId } }, 'operations1');
  expect(answer.data?.provisionPortalAccount.portalAccount.user?.username).toBe('MÜLLER-2');
});

test('no account is made of an old e-mail with a character that nobody sees', async () => {
  const [customer] = await app.database(
    `insert into customer (first_name, last_name, email, email_key, source)
     values ('A', 'B', '\u3164zo\u034fe@b.example', 'zoe@b.example', 'CRM') returning id`,
  );
  const input = { customerId: String(customer?.['id']) };
  const answer = await app.ask(ProvisionPortalAccountDocument, { input }, 'operations1');
  expect(errorsOf(answer)[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: 'username' }, { path: 'email' }],
  });
});

test('what is new is kept in composed form, without blanks around it', async () => {
  const made = await accounts.made({ username: ' Zoe\u0308 ', email: ' zoe@b.example ' });
  expect(made).toMatchObject({ username: 'Zoë', email: 'zoe@b.example' });
  const { data } = await accounts.update({ id: made.id, username: ' Ane\u0301 ', email: ' ane@b.example' });
  expect(data?.updatePortalUser.portalUser).toMatchObject({ username: 'Ané', email: 'ane@b.example' });
});

test('two customers do not share a mailbox, however it is written', async () => {
  const first = await addCustomer(app, { email: 'post@Käfer.example' });
  const input = { firstName: 'A', lastName: 'B', provisionPortalAccount: false };
  for (const email of ['POST@KÄFER.example', 'post@xn--kfer-loa.example', ' post@ka\u0308fer.example']) {
    const answer = await app.ask(CreateCustomerDocument, { input: { ...input, email } }, 'operations1');
    expect(errorsOf(answer)).toMatchObject(conflict('input.email'));
  }
  const second = await addCustomer(app);
  const edit = { id: second.id, email: 'post@XN--kfer-loa.example' };
  const answer = await app.ask(UpdateCustomerDocument, { input: edit }, 'operations1');
  expect(errorsOf(answer)).toMatchObject(conflict('input.email'));
  const own = { id: first.id, email: 'post@xn--kfer-loa.example' };
  expect((await app.ask(UpdateCustomerDocument, { input: own }, 'operations1')).errors).toEqual([]);
});

test('a link to reset the password goes to the address of the login, never to the one that was typed', async () => {
  const typed = ['ａda@bücher.example', 'ada\u034f@bücher.example', 'ADA@BÜCHER.EXAMPLE'];
  for (const email of typed) await app.ask(RequestPasswordResetDocument, { email });
  const resets = () => app.database("select recipient from mail where template = 'PASSWORD_RESET'");
  await until(async () => (await resets()).length === typed.length);
  expect(await resets()).toEqual(typed.map(() => ({ recipient: EMAIL })));
  const { data } = await app.ask(MailsDocument, { filter: { to: 'ada@XN--BCHER-KVA.example' } }, 'admin1');
  expect(data?.mails.nodes.map(({ to }) => to)).toContain(EMAIL);
});

test('an address that only looks the same is announced and has to be confirmed', async () => {
  const { id } = await accounts.made({ email: 'office@b.example' });
  await app.database('update portal_user set email_confirmed = true where id = $1', [id]);
  const spelled = await accounts.update({ id, email: 'Office@B.example' });
  expect(spelled.data?.updatePortalUser.portalUser).toMatchObject({ emailConfirmed: true });
  const ligature = 'oﬃce@b.example';
  const changed = await accounts.update({ id, email: ligature });
  expect(changed.data?.updatePortalUser.portalUser).toMatchObject({ email: ligature, emailConfirmed: false });
  expect(await accounts.mails(ligature)).toEqual(['EMAIL_CONFIRMATION']);
  expect(await accounts.mails('Office@B.example')).toEqual(['EMAIL_CHANGED']);
});

test('guesses at a login that is not there count together, however it is written', async () => {
  await app.database('delete from login_counter');
  for (const login of ['Nobödy', 'NOBÖDY', 'nobo\u0308dy ', 'ｎobödy']) {
    expect((await signIn(login)).errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  }
  const counted = await app.database("select failures from login_counter where key like 'login:%'");
  expect(counted).toEqual([{ failures: 4 }]);
});

test('logins are listed without regard to case', async () => {
  for (const username of ['Äaa-list', 'äAb-LIST', 'ÄAC-list'])
    await accounts.made({
      username,
      email: `${username.length}${username.slice(1, 3).toLowerCase()}@list.example`,
    });
  const { data } = await app.ask(PortalUsersDocument, { filter: { search: 'list.example' } }, 'admin1');
  expect(data?.portalUsers.nodes.map(({ username }) => username)).toEqual([
    'Äaa-list',
    'äAb-LIST',
    'ÄAC-list',
  ]);
});
