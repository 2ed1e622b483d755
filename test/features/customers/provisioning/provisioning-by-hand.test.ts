import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeleteCustomerDocument,
  LoginDocument,
  ProvisionPortalAccountDocument,
  type ProvisionPortalAccountInput,
  ProvisionPortalAccountsDocument,
  ResetPasswordDocument,
  RestorePortalAccessDocument,
  RevokePortalAccessDocument,
  SendPortalPasswordResetDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { Accounts } from '../../../support/accounts.js';
import { anEmail, Crm } from '../../../support/crm.js';
import { type DemoUser, startTestApp, type TestApp } from '../../../support/start-app.js';

let app: TestApp;
let crm: Crm;
let logins: Accounts;
beforeAll(async () => {
  app = await startTestApp();
  crm = new Crm(app);
  logins = new Accounts(app);
});
afterAll(() => app.stop());

const NO_USER_ID = '00000000-0000-4000-8000-000000000000';
type As = DemoUser | { token: string } | null;
const codes = ({ errors }: { errors: { extensions: { code: string } }[] }) =>
  errors.map(({ extensions }) => extensions.code);
const provision = (input: ProvisionPortalAccountInput, as: As = 'operations1') =>
  app.ask(ProvisionPortalAccountDocument, { input }, as);
const reset = (customerId: string, as: As = 'operations1') =>
  app.ask(SendPortalPasswordResetDocument, { customerId }, as);
const revoke = (customerId: string, as: As = 'operations1') =>
  app.ask(RevokePortalAccessDocument, { customerId }, as);
const restore = (customerId: string, as: As = 'operations1') =>
  app.ask(RestorePortalAccessDocument, { customerId }, as);

/** A customer with an account whose temporary password is known. */
async function provisioned(input: Partial<ProvisionPortalAccountInput> = {}) {
  const email = anEmail();
  const id = await crm.without({ email });
  const { data } = await provision({ customerId: id, sendWelcomeEmail: false, ...input });
  const password = data?.provisionPortalAccount.temporaryPassword ?? '';
  return { id, email, password, userId: data?.provisionPortalAccount.portalAccount.user?.id ?? '' };
}
const signIn = (login: string, password: string) => app.ask(LoginDocument, { login, password });

describe('an account made by hand', () => {
  test('comes with its temporary password in the answer, once; asked for again, it stays as it is', async () => {
    const email = anEmail('jean');
    const id = await crm.without({ email });
    const first = await provision({ customerId: id });
    expect(first.data?.provisionPortalAccount).toMatchObject({
      accountExists: false,
      customer: { id },
      portalAccount: { accountExists: true, status: 'PASSWORD_CHANGE_REQUIRED', email, lastError: null },
    });
    const password = first.data?.provisionPortalAccount.temporaryPassword ?? '';
    expect(codes(await signIn(email, password))).toEqual([]);
    const before = [await crm.logins(id), await crm.actions(id), await crm.mails(email)];
    const again = await provision({ customerId: id }, 'admin1');
    expect(again.data?.provisionPortalAccount).toMatchObject({
      accountExists: true,
      temporaryPassword: null,
      portalAccount: { accountExists: true },
    });
    expect([await crm.logins(id), await crm.actions(id), await crm.mails(email)]).toEqual(before);
    expect(first.text).toContain(password);
    expect(app.log.join('\n')).not.toContain(password);
  });

  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])(
    'is mailed only if wanted (%s), and its e-mail counts as confirmed only if wanted (%s)',
    async (sendWelcomeEmail, autoConfirmEmail) => {
      const email = anEmail();
      const id = await crm.without({ email });
      const { data } = await provision({ customerId: id, sendWelcomeEmail, autoConfirmEmail });
      expect(data?.provisionPortalAccount.portalAccount.user?.emailConfirmed).toBe(autoConfirmEmail);
      expect(await crm.mails(email)).toEqual(sendWelcomeEmail ? ['WELCOME'] : []);
      if (!sendWelcomeEmail) return;
      const [mail] = await app.mailsTo(email);
      expect(mail?.text).toContain(data?.provisionPortalAccount.temporaryPassword);
      expect(mail?.text.includes('/confirm-email')).toBe(!autoConfirmEmail);
    },
  );

  test('asked for twenty times at once is one account, and one caller gets the password', async () => {
    const id = await crm.without();
    const answers = await Promise.all(Array.from({ length: 20 }, () => provision({ customerId: id })));
    expect(answers.flatMap(codes)).toEqual([]);
    const passwords = answers.map(({ data }) => data?.provisionPortalAccount.temporaryPassword);
    expect(passwords.filter((password) => password !== null)).toHaveLength(1);
    expect(await crm.logins(id)).toHaveLength(1);
    expect((await crm.actions(id)).filter((action) => action !== 'CUSTOMER_CREATED')).toHaveLength(2);
  });

  test('is refused with the reason', async () => {
    const [noEmail, taken, deleted] = [
      await crm.without({ email: null }),
      await crm.without({ email: 'driver1@demo.example' }),
      await crm.without(),
    ];
    await app.ask(DeleteCustomerDocument, { id: deleted }, 'admin1');
    const answers = await Promise.all(
      [noEmail, taken, deleted, NO_USER_ID, 'x'].map((customerId) => provision({ customerId })),
    );
    expect(answers.flatMap(codes)).toEqual([
      ...['BAD_USER_INPUT', 'CONFLICT', 'NOT_FOUND', 'NOT_FOUND', 'BAD_USER_INPUT'],
    ]);
    expect(answers[0]?.errors[0]?.message).toContain('without an e-mail');
    for (const { errors } of answers)
      expect(errors[0]?.extensions.fields?.[0]?.path).toBe('input.customerId');
  });
});

describe('a mailed reset', () => {
  test('lets the customer choose a password, and names the staff member who asked', async () => {
    const { id, email, userId } = await provisioned();
    expect((await reset(id)).data).toEqual({ sendPortalPasswordReset: true });
    const [mail] = await app.mailsTo(email);
    const token = /reset-password#token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const answer = await app.ask(ResetPasswordDocument, { token, newPassword: 'velvet otter 94 marches' });
    expect(codes(answer)).toEqual([]);
    expect((await crm.account(id)).status).toBe('ACTIVE');
    const entry = (await crm.trail(id)).find(({ action }) => action === 'PASSWORD_RESET_REQUESTED');
    expect(entry).toMatchObject({ actor: 'operations1', target: email });
    expect(userId).not.toBe('');
  });

  test('is refused without an account, and while the access is revoked', async () => {
    const { id, email } = await provisioned();
    await revoke(id);
    const answers = [await reset(id), await reset(await crm.without()), await reset(NO_USER_ID)];
    expect(answers.flatMap(codes)).toEqual(['CONFLICT', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await crm.mails(email)).toEqual([]);
  });
});

describe('revoked access', () => {
  test('ends the sessions at once and keeps the data, until it is restored with the same password', async () => {
    const { id, email, password } = await provisioned();
    const token = await app.tokenOf(email, password);
    const { data } = await revoke(id);
    expect(data?.revokePortalAccess).toEqual({ accountExists: true, status: 'REVOKED', email });
    expect((await app.ask(ViewerDocument, {}, { token })).data?.viewer).toBeNull();
    expect(codes(await signIn(email, password))).toEqual(['ACCOUNT_INACTIVE']);
    expect((await revoke(id)).data?.revokePortalAccess.status).toBe('REVOKED');
    const restored = await restore(id);
    expect(restored.data?.restorePortalAccess.status).toBe('PASSWORD_CHANGE_REQUIRED');
    await restore(id);
    expect(codes(await signIn(email, password))).toEqual([]);
    expect((await crm.actions(id)).filter((action) => /ACCESS|_DEACT|REACT/.test(action))).toEqual([
      ...['PORTAL_USER_DEACTIVATED', 'PORTAL_ACCESS_REVOKED'],
      ...['PORTAL_USER_REACTIVATED', 'PORTAL_ACCESS_RESTORED'],
    ]);
  });

  test('comes with the deletion of the customer, and can’t be restored then', async () => {
    const { id, email, password } = await provisioned();
    await app.ask(DeleteCustomerDocument, { id }, 'admin1');
    expect(codes(await signIn(email, password))).toEqual(['ACCOUNT_INACTIVE']);
    expect((await crm.account(id)).status).toBe('REVOKED');
    expect(codes(await restore(id, 'admin1'))).toEqual(['NOT_FOUND']);
    expect(await crm.actions(id)).toContain('PORTAL_ACCESS_REVOKED');
  });

  test('needs an account', async () => {
    const id = await crm.without();
    const answers = [
      await revoke(id),
      await restore(id),
      await revoke(NO_USER_ID),
      await restore(NO_USER_ID),
    ];
    expect(answers.flatMap(codes)).toEqual(Array(4).fill('NOT_FOUND'));
  });

  test('of who is no customer by their role is up to admins, and nobody revokes their own', async () => {
    const id = await crm.without();
    const { username, password } = await logins.made({ role: 'ADMIN', customerId: id });
    for (const act of [revoke, restore, reset]) expect(codes(await act(id))).toEqual(['FORBIDDEN']);
    const self = { token: await app.tokenOf(username, password) };
    expect(codes(await revoke(id, self))).toEqual(['FORBIDDEN']);
    expect(codes(await app.ask(DeleteCustomerDocument, { id }, self))).toEqual(['FORBIDDEN']);
    // Else whoever edits customers would take over an admin's login.
    const email = anEmail();
    await crm.update({ id, email });
    expect(await crm.mails(email)).toEqual([]);
    expect((await revoke(id, 'admin1')).data?.revokePortalAccess.status).toBe('REVOKED');
  });
});

describe('a login that an admin makes for a customer', () => {
  test('is theirs', async () => {
    const id = await crm.without();
    const { data } = await logins.create({ customerId: id });
    expect(data?.createPortalUser.portalUser.id).toBe((await crm.account(id)).user?.id);
    expect(codes(await logins.create({ customerId: id }))).toEqual(['CONFLICT']);
    expect((await provision({ customerId: id })).data?.provisionPortalAccount.accountExists).toBe(true);
  });

  test('needs a customer who is there', async () => {
    const deleted = await crm.without();
    await app.ask(DeleteCustomerDocument, { id: deleted }, 'admin1');
    for (const customerId of [NO_USER_ID, deleted, 'x']) {
      const { errors } = await logins.create({ customerId });
      expect(errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.customerId' }],
      });
    }
  });
});

test.each([...(['customer1', 'driver1', 'warehouse1'] as const), null])(
  'none of it is for %s',
  async (user) => {
    const id = await crm.without();
    const many = app.ask(ProvisionPortalAccountsDocument, { input: { customerIds: [id] } }, user);
    const answers = await Promise.all([
      ...[provision({ customerId: id }, user), many],
      ...[reset, revoke, restore].map((act) => act(id, user)),
    ]);
    const code = user === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(answers.flatMap(codes)).toEqual(Array(5).fill(code));
    expect(await crm.logins(id)).toEqual([]);
  },
);
