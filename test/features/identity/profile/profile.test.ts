import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  ConfirmEmailDocument,
  MyProfileDocument,
  ResendEmailConfirmationDocument,
  ResetPortalUserPasswordDocument,
  UpdateMyProfileDocument,
  type UpdateMyProfileInput,
} from '../../../../schema/operations.generated.js';
import { Accounts } from '../../../support/accounts.js';
import { trailOf } from '../../../support/audit-trail.js';
import { anEmail } from '../../../support/crm.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const ROLES = ['CUSTOMER', 'OPERATIONS', 'ADMIN', 'DRIVER', 'WAREHOUSE'] as const;

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS: '3' });
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

/** A login with an address that is confirmed, and signed in. */
async function aLogin(role: (typeof ROLES)[number] = 'CUSTOMER') {
  const made = await accounts.made({ role });
  await app.database('update portal_user set email_confirmed = true where id = $1', [made.id]);
  // The link of the welcome mail counts too.
  await app.database('delete from account_token where user_id = $1', [made.id]);
  return { ...made, as: { token: await app.tokenOf(made.username, made.password) } };
}
type Login = Awaited<ReturnType<typeof aLogin>>;

const update = ({ as }: Pick<Login, 'as'>, input: UpdateMyProfileInput) =>
  app.ask(UpdateMyProfileDocument, { input }, as);
const ask = (login: Login, email: string) => update(login, { email, currentPassword: login.password });
const resend = ({ as }: Login) => app.ask(ResendEmailConfirmationDocument, {}, as);
const confirm = (token: string) => app.ask(ConfirmEmailDocument, { token });
async function profileOf({ as }: Login) {
  const { data } = await app.ask(MyProfileDocument, {}, as);
  return { pending: data?.viewer?.pendingEmail, ...data?.viewer?.user };
}
async function linkTo(email: string, atLeast = 1) {
  const mails = await app.mailsTo(email, atLeast);
  return /confirm-email#token=([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
}
const refusal = ({ errors }: { errors: Awaited<ReturnType<typeof update>>['errors'] }) =>
  [errors[0]?.extensions.code ?? 'done', errors[0]?.extensions.fields?.[0]?.path ?? ''].join(' ').trim();

describe('a display name', () => {
  test('is the viewer’s to choose and to remove, and is in the audit log', async () => {
    const login = await aLogin();
    const answer = await update(login, { displayName: ' Ada Byron ' });
    expect(answer.data?.updateMyProfile.user).toMatchObject({
      displayName: 'Ada Byron',
      version: login.version + 1,
    });
    expect(await trailOf(app, answer)).toMatchObject([
      {
        action: 'PROFILE_UPDATED',
        actor: login.username,
        target: login.email,
        facts: { displayName: 'Ada Byron' },
      },
    ]);
    const same = await update(login, { displayName: 'Ada Byron' });
    expect(await trailOf(app, same)).toEqual([]);
    expect((await update(login, { displayName: null })).data?.updateMyProfile.user.displayName).toBeNull();
  });

  test.each([
    ['a line break', { displayName: 'a\nb' }, 'BAD_USER_INPUT input.displayName'],
    ['an address that is none', { email: 'ada', currentPassword: 'x' }, 'BAD_USER_INPUT input.email'],
    ['an address without the password', { email: 'a@b.example' }, 'BAD_USER_INPUT input.currentPassword'],
  ])('or an e-mail is refused with %s', async (_what, input, expected) => {
    expect(refusal(await app.ask(UpdateMyProfileDocument, { input }, 'driver1'))).toBe(expected);
  });
});

describe('a new e-mail', () => {
  test.each(ROLES)('is the login’s once its link was opened, for the role %s', async (role) => {
    const login = await aLogin(role);
    const next = anEmail();
    const asked = await ask(login, next);
    expect(asked.data?.updateMyProfile).toMatchObject({ pendingEmail: next, user: { email: login.email } });
    expect(await trailOf(app, asked)).toMatchObject([
      { action: 'PROFILE_UPDATED', facts: { pendingEmail: next } },
    ]);
    const confirmed = await confirm(await linkTo(next));
    expect(confirmed.data).toEqual({ confirmEmail: true });
    expect(await trailOf(app, confirmed)).toMatchObject([
      { action: 'PROFILE_UPDATED', actor: 'nobody', target: next, facts: { email: next } },
      { action: 'EMAIL_CONFIRMED', target: next },
    ]);
    expect(await profileOf(login)).toMatchObject({ email: next, emailConfirmed: true, pending: null });
    // The warning comes before the change, and the notice after it.
    const told = (await app.mailsTo(login.email, 3)).filter(({ text }) => text.includes(next));
    expect(told.map(({ text }) => text.includes('change your password at once')).sort()).toEqual([
      false,
      true,
    ]);
  });

  test('needs the right password; wrong ones are counted, and then even the right one is refused', async () => {
    const login = await aLogin();
    const attempt = (currentPassword: string) => update(login, { email: anEmail(), currentPassword });
    for (let n = 0; n < 3; n += 1)
      expect(refusal(await attempt('wrong'))).toBe('BAD_USER_INPUT input.currentPassword');
    expect(refusal(await attempt(login.password))).toBe('BAD_USER_INPUT input.currentPassword');
    expect(await profileOf(login)).toMatchObject({ pending: null });
    expect((await accounts.read(login.id)).failedLoginCount).toBeGreaterThanOrEqual(3);
  });

  test('is withdrawn by a new password, the owner’s or an admin’s: a thief gets nothing from a link asked for before', async () => {
    const login = await aLogin();
    const stolen = anEmail('thief');
    await ask(login, stolen);
    const input = { currentPassword: login.password, newPassword: 'velvet otter 94 marches' };
    await app.ask(ChangePasswordDocument, input, login.as);
    expect(refusal(await confirm(await linkTo(stolen)))).toBe('BAD_USER_INPUT token');
    const other = await aLogin();
    const second = anEmail('thief');
    await ask(other, second);
    await app.ask(ResetPortalUserPasswordDocument, { id: other.id }, 'admin1');
    expect(refusal(await confirm(await linkTo(second)))).toBe('BAD_USER_INPUT token');
    expect((await accounts.read(other.id)).email).toBe(other.email);
  });

  test('is withdrawn by a later one, and by the present one', async () => {
    const login = await aLogin();
    const [first, second] = [anEmail(), anEmail()];
    await ask(login, first);
    await ask(login, second);
    expect(refusal(await confirm(await linkTo(first)))).toBe('BAD_USER_INPUT token');
    const back = await ask(login, login.email.toUpperCase());
    expect(back.data?.updateMyProfile.pendingEmail).toBeNull();
    expect(refusal(await confirm(await linkTo(second)))).toBe('BAD_USER_INPUT token');
    expect((await profileOf(login)).email).toBe(login.email);
  });

  test('that another login has is asked for like any other, and is not given', async () => {
    const [login, owner] = [await aLogin(), await aLogin()];
    const [taken, free] = [await ask(login, owner.email), await ask(login, anEmail())];
    expect(Object.keys(taken.data?.updateMyProfile ?? {})).toEqual(
      Object.keys(free.data?.updateMyProfile ?? {}),
    );
    expect(taken.data?.updateMyProfile.pendingEmail).toBe(owner.email);
    await ask(login, owner.email);
    expect(refusal(await confirm(await linkTo(owner.email, 3)))).toBe('CONFLICT token');
    expect((await profileOf(login)).email).toBe(login.email);
  });

  test('becomes that of exactly one of two logins that confirm it at once', async () => {
    const logins = [await aLogin(), await aLogin('DRIVER')];
    const next = anEmail();
    const tokens: string[] = [];
    for (const [n, login] of logins.entries()) {
      await ask(login, next);
      tokens.push(await linkTo(next, n + 1));
    }
    const outcomes = await Promise.all(tokens.map(async (token) => refusal(await confirm(token))));
    expect(outcomes.sort()).toEqual(['CONFLICT token', 'done']);
    const emails = await Promise.all(logins.map(async (login) => (await profileOf(login)).email));
    expect(emails.filter((email) => email === next)).toHaveLength(1);
  });

  test('that staff entered for a customer doesn’t become an admin’s, whatever the login was before', async () => {
    const login = await aLogin();
    const next = anEmail();
    await ask(login, next);
    await app.database("update account_token set purpose = 'EMAIL_CHANGE' where user_id = $1", [login.id]);
    expect((await profileOf(login)).pending).not.toBeNull();
    await app.database('update portal_user set role_id = 3 where id = $1', [login.id]);
    expect((await profileOf(login)).pending).toBeNull();
    expect(refusal(await confirm(await linkTo(next)))).toBe('BAD_USER_INPUT token');
    expect((await profileOf(login)).email).toBe(login.email);
  });

  test('is mailed three links an hour, however many are asked for at once', async () => {
    const login = await aLogin();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, async () => refusal(await ask(login, anEmail()))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
    expect(refusal(await resend(login))).toBe('RATE_LIMITED');
  });
});

describe('another link', () => {
  test('goes to the new address while one waits, and both links work', async () => {
    const login = await aLogin('WAREHOUSE');
    const next = anEmail();
    await ask(login, next);
    expect((await resend(login)).data).toEqual({ resendEmailConfirmation: true });
    expect(refusal(await confirm(await linkTo(next, 2)))).toBe('done');
    expect((await profileOf(login)).email).toBe(next);
  });

  test('goes to an address that is not confirmed, and to nobody if nothing waits', async () => {
    const login = await aLogin();
    expect((await resend(login)).data).toEqual({ resendEmailConfirmation: true });
    const mailed = await accounts.mails(login.email);
    await app.database('update portal_user set email_confirmed = false where id = $1', [login.id]);
    await resend(login);
    expect(await accounts.mails(login.email)).toEqual([...mailed, 'EMAIL_CONFIRMATION']);
    expect(refusal(await confirm(await linkTo(login.email, mailed.length + 1)))).toBe('done');
    expect(await profileOf(login)).toMatchObject({ emailConfirmed: true });
  });
});
