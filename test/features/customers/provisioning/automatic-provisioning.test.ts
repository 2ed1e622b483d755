import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConfirmEmailDocument,
  DeleteCustomerDocument,
  LoginDocument,
  ProvisionPortalAccountDocument,
} from '../../../../schema/operations.generated.js';
import { anEmail, Crm } from '../../../support/crm.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

let app: TestApp;
let other: TestApp;
let crm: Crm;
beforeAll(async () => {
  app = await startTestApp();
  other = await app.sibling();
  crm = new Crm(app);
});
afterAll(() => app.stop());

const DONE = 'PASSWORD_CHANGE_REQUIRED';
const NO_EMAIL = 'The customer has no e-mail address.';

describe('a customer with an e-mail', () => {
  test('has an account before long, and a mail with all that it takes to sign in', async () => {
    const email = anEmail('grace.hopper');
    const id = await crm.create({ firstName: 'Grace', lastName: 'Hopper', email });
    expect(await crm.accountOnce(id, DONE)).toMatchObject({
      accountExists: true,
      email,
      lastError: null,
      user: { username: 'grace.hopper', emailConfirmed: false },
    });
    const [mail] = await app.mailsTo(email);
    const password = /Temporary password: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mail?.text).toContain('User name: grace.hopper');
    expect(mail?.text).toContain(`Sign in at: http`);
    expect(mail?.html).toMatch(/<a href="http[^"]+\/forgot-password"/);
    const { data } = await app.ask(LoginDocument, { login: email, password });
    expect(data?.login.viewer).toMatchObject({
      mustChangePassword: true,
      user: { username: 'grace.hopper' },
    });
    const token = /confirm-email#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    await app.ask(ConfirmEmailDocument, { token });
    expect((await crm.account(id)).user?.emailConfirmed).toBe(true);
  });

  test('is written down as having got it from whoever added them, once for each thing that happened', async () => {
    const id = await crm.create();
    const { user } = await crm.accountOnce(id, DONE);
    const trail = await crm.trail(id);
    expect(trail.map(({ action, actor }) => [action, actor])).toEqual([
      ['CUSTOMER_CREATED', 'operations1'],
      ['PORTAL_USER_CREATED', 'operations1'],
      ['PORTAL_ACCOUNT_PROVISIONED', 'operations1'],
    ]);
    expect(trail[2]?.facts).toMatchObject({ userId: user?.id, welcomeMailSent: true });
    expect(JSON.stringify(trail)).not.toMatch(/password(?!ChangeRequired|ExpiresAt)":"|\$argon2/i);
    expect(await crm.jobs(id)).toBe(0);
  });

  test.each([
    ['info', ['info', 'info-2', 'info-3']],
    ["o'neil+portal", ['o-neil-portal', 'o-neil-portal-2', 'o-neil-portal-3']],
    ['_x', ['customer', 'customer-2', 'customer-3']],
  ])('gets a user name that is free: %s', async (local, names) => {
    const ids = await Promise.all([1, 2, 3].map(() => crm.create({ email: anEmail(local) })));
    const accounts = await Promise.all(ids.map((id) => crm.accountOnce(id, DONE, 'FAILED')));
    expect(accounts.map(({ user }) => user?.username).sort()).toEqual(names);
  });
});

test('without an e-mail there is no account, and staff read why; one comes with the e-mail if it was asked for', async () => {
  const [asked, notAsked] = [await crm.create({ email: null }), await crm.without({ email: null })];
  expect(await crm.account(asked)).toMatchObject({
    status: 'NONE',
    accountExists: false,
    lastError: NO_EMAIL,
  });
  expect(await crm.account(notAsked)).toMatchObject({ status: 'NONE', lastError: null });
  for (const id of [notAsked, asked]) await crm.update({ id, email: anEmail() });
  await crm.accountOnce(asked, DONE);
  expect(await crm.account(notAsked)).toMatchObject({ status: 'NONE', lastError: null });
});

test('an e-mail of another login is left alone: it fails, says why, and waits for staff', async () => {
  const before = await app.database("select * from portal_user where username = 'customer1'");
  const email = String(before[0]?.['email']);
  const id = await crm.create({ email: email.toUpperCase() });
  const { lastError } = await crm.accountOnce(id, 'FAILED');
  expect(lastError).toMatch(/belongs to another login/);
  expect(await app.database("select * from portal_user where username = 'customer1'")).toEqual(before);
  expect(await crm.jobs(id)).toBe(0);
  const input = { customerId: id };
  const byHand = await app.ask(ProvisionPortalAccountDocument, { input }, 'operations1');
  expect(byHand.errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  expect(await crm.actions(id)).toEqual(['CUSTOMER_CREATED', 'PORTAL_ACCOUNT_PROVISIONING_FAILED']);
  // What staff do about it.
  await crm.update({ id, email: anEmail() });
  expect((await crm.accountOnce(id, DONE)).lastError).toBeNull();
});

describe('while the database refuses logins', () => {
  test('customers are added as ever; their accounts follow, one each, however often the job is given out', async () => {
    const accept = await crm.refuseLogins();
    const id = await crm.create();
    const failed = await crm.accountOnce(id, 'FAILED');
    expect(failed.lastError).toBe('The account could not be made. It is tried again by itself.');
    await crm.rush(id, 5);
    await until(async () => (await crm.actions(id)).length >= 3);
    await until(async () => (await crm.jobs(id)) === 1);
    await accept();
    await crm.rush(id, 6);
    expect((await crm.accountOnce(id, DONE)).lastError).toBeNull();
    await until(async () => (await crm.jobs(id)) === 0);
    expect(await crm.logins(id)).toHaveLength(1);
    expect(await crm.actions(id)).toEqual([
      'CUSTOMER_CREATED',
      'PORTAL_ACCOUNT_PROVISIONING_FAILED',
      'PORTAL_ACCOUNT_PROVISIONING_FAILED',
      'PORTAL_USER_CREATED',
      'PORTAL_ACCOUNT_PROVISIONED',
    ]);
    expect([...app.log, ...other.log].some((line) => line.includes('a portal account was not made'))).toBe(
      true,
    );
  });

  test('staff may delete the customer, or make the account by hand later; the job then does nothing', async () => {
    const accept = await crm.refuseLogins();
    const [deleted, byHand] = [await crm.create(), await crm.create()];
    for (const id of [deleted, byHand]) await crm.accountOnce(id, 'FAILED');
    await accept();
    await app.ask(DeleteCustomerDocument, { id: deleted }, 'admin1');
    const input = { customerId: byHand };
    const { data } = await app.ask(ProvisionPortalAccountDocument, { input }, 'operations1');
    expect(data?.provisionPortalAccount).toMatchObject({
      accountExists: false,
      portalAccount: { status: DONE },
    });
    for (const id of [deleted, byHand]) {
      await crm.rush(id, 2);
      await until(async () => (await crm.jobs(id)) === 0);
    }
    expect(await crm.account(deleted)).toMatchObject({ status: 'NONE', accountExists: false });
    expect(await crm.logins(byHand)).toHaveLength(1);
    expect((await crm.actions(byHand)).filter((action) => action.endsWith('PROVISIONED'))).toHaveLength(1);
  });
});
