import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  ConfirmEmailDocument,
  LoginDocument,
  ResetPasswordDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { plantToken } from '../../../support/account-token.js';
import { trailOf } from '../../../support/audit-trail.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const PASSWORD = 'password123';
const ANOTHER = 'velvet otter 94 marches';
const NOISE = 'canary'.padEnd(43, 'x');

let app: TestApp;
let other: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  other = await app.sibling();
});
afterAll(() => app.stop());
beforeEach(async () => {
  for (const table of ['account_token', 'login_counter', 'session', 'mail'])
    await app.database(`delete from ${table}`);
  await app.database(
    `update portal_user u set active = true, must_change_password = false, email_confirmed = false,
       temporary_password_expires_at = null, email = u.username || '@demo.example',
       email_key = u.username || '@demo.example', password_hash = o.password_hash
     from portal_user o where o.username = 'driver1'`,
  );
});

const signIn = (password: string, login = 'customer1') => app.ask(LoginDocument, { login, password });
const reset = (token: string, newPassword = ANOTHER, at = app) =>
  at.ask(ResetPasswordDocument, { token, newPassword });
const confirm = (token: string, at = app) => at.ask(ConfirmEmailDocument, { token });
const isSignedIn = async (token: string) =>
  (await app.ask(ViewerDocument, {}, { token })).data?.viewer !== null;
const refusedBy = ({ errors }: Awaited<ReturnType<typeof reset>>) =>
  errors[0]?.extensions.fields?.[0]?.path ?? errors[0]?.extensions.code ?? 'done';
const user = async () => {
  const [row] = await app.database(
    `select email_confirmed as confirmed, must_change_password as "mustChange", version,
       temporary_password_expires_at as "temporaryUntil" from portal_user where username = 'customer1'`,
  );
  return row;
};
const entry = (action: string, facts: object, actor = 'customer1') => ({
  action,
  actor,
  target: 'customer1@demo.example',
  facts,
  ip: '127.0.0.1',
});

/** What makes a good token worthless. */
const SPOILERS: [string, string][] = [
  ['whose time is over', "update account_token set expires_at = now() - interval '1 millisecond'"],
  ['that was used', 'update account_token set used_at = now()'],
  ['of a deactivated login', "update portal_user set active = false where username = 'customer1'"],
  [
    'of an address given up',
    "update portal_user set email = 'new@demo.example', email_key = 'new@demo.example' where username = 'customer1'",
  ],
  [
    'for something else',
    "update account_token set purpose = case purpose when 'PASSWORD_RESET' then 'EMAIL_CONFIRMATION' else 'PASSWORD_RESET' end",
  ],
];

describe('a link that resets the password', () => {
  test('lets its reader choose one, ends all sessions and waits, and opens one session', async () => {
    const { data: before } = await signIn(PASSWORD);
    await app.database(
      `update portal_user set must_change_password = true,
         temporary_password_expires_at = now() - interval '1 day' where username = 'customer1'`,
    );
    await app.database(
      `insert into login_counter (key, user_id, failures, looked_at, waiting_until, forget_at)
       select 'account:' || id, id, 9, 9, now() + interval '1 hour', now() + interval '1 day'
       from portal_user where username = 'customer1'`,
    );
    const answer = await reset(await plantToken(app, 'customer1'));
    expect(answer.data?.resetPassword.viewer).toMatchObject({
      user: { username: 'customer1', emailConfirmed: true },
      mustChangePassword: false,
    });
    expect(await isSignedIn(answer.data?.resetPassword.accessToken ?? '')).toBe(true);
    expect(await isSignedIn(before?.login.accessToken ?? '')).toBe(false);
    expect(await user()).toMatchObject({ confirmed: true, mustChange: false, temporaryUntil: null });
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual([
      'portico_refresh',
      'portico_device',
    ]);
    expect((await signIn(PASSWORD)).errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(ANOTHER)).errors).toEqual([]);
  });

  test('leaves a trail, and its owner is told', async () => {
    await signIn(PASSWORD);
    const answer = await reset(await plantToken(app, 'customer1'));
    expect(await trailOf(app, answer)).toEqual([
      entry('PASSWORD_RESET_COMPLETED', { sessionsRevoked: 1 }),
      entry('EMAIL_CONFIRMED', { emailConfirmed: true }),
    ]);
    const mails = await app.database('select recipient, template from mail');
    expect(mails).toEqual([{ recipient: 'customer1@demo.example', template: 'PASSWORD_CHANGED' }]);
    const again = await reset(await plantToken(app, 'customer1'), 'another otter 17 sleeps');
    expect((await trailOf(app, again)).map(({ action }) => action)).toEqual(['PASSWORD_RESET_COMPLETED']);
  });

  test('is good once, and of ten at once on two instances exactly one wins', async () => {
    const token = await plantToken(app, 'customer1');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        reset(token, `velvet otter 94 no ${n}`, n % 2 === 0 ? app : other),
      ),
    );
    expect(answers.map(refusedBy).sort()).toEqual(['done', ...Array(9).fill('input.token')]);
    expect(refusedBy(await reset(token))).toBe('input.token');
    const winner = answers.findIndex(({ data }) => data);
    expect((await signIn(`velvet otter 94 no ${winner}`)).errors).toEqual([]);
  });

  test('makes the others worthless that its owner was mailed, also where two are used at once', async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => plantToken(app, 'customer1')));
    const foreign = await plantToken(app, 'customer2');
    const answers = await Promise.all(tokens.map((token, n) => reset(token, `velvet otter 94 no ${n}`)));
    expect(answers.map(refusedBy).sort()).toEqual(['done', 'input.token', 'input.token']);
    expect(refusedBy(await reset(foreign))).toBe('done');
  });

  test('is worthless once the password was changed', async () => {
    const token = await plantToken(app, 'customer1');
    const session = { token: (await signIn(PASSWORD)).data?.login.accessToken ?? '' };
    await app.ask(ChangePasswordDocument, { currentPassword: PASSWORD, newPassword: ANOTHER }, session);
    expect(refusedBy(await reset(token, 'another otter 17 sleeps'))).toBe('input.token');
  });

  test.each([
    ['too short', 'short'],
    ['easily guessed', 'password1234'],
    ['made of its owner’s names', 'customer1customer1'],
    ['the current one', PASSWORD],
  ])('stays good where the new password is %s', async (_what, bad) => {
    const token = await plantToken(app, 'customer1');
    expect(refusedBy(await reset(token, bad))).toBe('input.newPassword');
    expect((await signIn(PASSWORD)).errors).toEqual([]);
    expect(refusedBy(await reset(token))).toBe('done');
  });

  test('that is not good gets one and the same answer, whatever the reason', async () => {
    const texts = new Set<string>();
    for (const [, spoil] of SPOILERS) {
      const token = await plantToken(app, 'customer1');
      await app.database(spoil);
      const { text, headers } = await reset(token);
      expect(headers.getSetCookie()).toEqual([]);
      texts.add(text);
      await app.database(
        "update portal_user set active = true, email = username || '@demo.example', email_key = username || '@demo.example'",
      );
    }
    for (const noise of [NOISE, '', '\0', "' or true --", 'x'.repeat(100)]) {
      texts.add((await reset(noise)).text);
      // Nor does what is wrong with the password show before the token has.
      texts.add((await reset(noise, 'password1234')).text);
    }
    expect([...texts]).toEqual([expect.stringContaining('"path":"input.token"')]);
    expect((await signIn(PASSWORD)).errors).toEqual([]);
  });
});

describe('a link that confirms an address', () => {
  test('does so once, is no mistake when opened again, and is no edit of the login', async () => {
    const token = await plantToken(app, 'customer1', 'EMAIL_CONFIRMATION');
    const before = await user();
    const first = await confirm(token);
    expect(first.data).toEqual({ confirmEmail: true });
    expect(await trailOf(app, first)).toEqual([entry('EMAIL_CONFIRMED', { emailConfirmed: true }, 'nobody')]);
    expect(await user()).toEqual({ ...before, confirmed: true });
    const second = await confirm(token);
    expect(second.data).toEqual({ confirmEmail: true });
    expect(await trailOf(app, second)).toEqual([]);
  });

  test('opened in many windows at once is written down once', async () => {
    const token = await plantToken(app, 'customer1', 'EMAIL_CONFIRMATION');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => confirm(token, n % 2 === 0 ? app : other)),
    );
    expect(answers.map(({ data }) => data?.confirmEmail)).toEqual(Array(8).fill(true));
    const trails = await Promise.all(answers.map((answer) => trailOf(app, answer)));
    expect(trails.flat()).toHaveLength(1);
  });

  test.each(SPOILERS)('%s does not', async (_what, spoil) => {
    const token = await plantToken(app, 'customer1', 'EMAIL_CONFIRMATION');
    await app.database(spoil);
    const { errors } = await confirm(token);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'token', reason: 'EXPIRED' }],
    });
    expect(await user()).toMatchObject({ confirmed: false });
  });

  test('does not once the address was given up, though it was used before', async () => {
    const token = await plantToken(app, 'customer1', 'EMAIL_CONFIRMATION');
    await confirm(token);
    await app.database(
      `update portal_user set email = 'new@demo.example', email_key = 'new@demo.example', email_confirmed = false
       where username = 'customer1'`,
    );
    expect((await confirm(token)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([NOISE, '', '\0', 'x'.repeat(101)])('is not just any text', async (noise) => {
    expect((await confirm(noise)).errors[0]?.extensions.fields?.[0]?.path).toBe('token');
  });
});

test('a link’s token is in no line of the log, whatever goes wrong with it', async () => {
  app.log.length = 0;
  const token = await plantToken(app, 'customer1');
  await reset(token, 'short');
  await app.ask('mutation ($t: Boolean!) { confirmEmail(token: $t) }', { t: token });
  await app.ask('mutation ($t: String!) { confirmEmail(token: [$t]) }', { t: token });
  await app.database('alter table account_token rename to hidden');
  const broken = await reset(token).finally(() => app.database('alter table hidden rename to account_token'));
  expect(broken.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  await reset(token);
  await reset(token);
  expect(app.log.join('')).toContain('account_token');
  expect(app.log.join('')).not.toContain(token);
});

test('links that have run out are forgotten, an hour later', async () => {
  await plantToken(app, 'customer1');
  await plantToken(app, 'customer2');
  await app.database(
    `update account_token t set expires_at = now() - case u.username when 'customer1' then interval '59 minutes'
       else interval '61 minutes' end from portal_user u where u.id = t.user_id`,
  );
  await app.sibling();
  const left = () =>
    app.database('select u.username from account_token t join portal_user u on u.id = t.user_id');
  await until(async () => (await left()).length === 1);
  expect(await left()).toEqual([{ username: 'customer1' }]);
});
