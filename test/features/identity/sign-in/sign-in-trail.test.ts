import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  LoginDocument,
  LogoutDocument,
  LogoutEverywhereDocument,
  RefreshSessionDocument,
} from '../../../../schema/operations.generated.js';
import { tablesWith } from '../../../support/account-token.js';
import { trailOf } from '../../../support/audit-trail.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const PASSWORD = 'password123';
const ANOTHER = 'velvet otter 94 marches';
const ATTEMPTS = 3;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS: String(ATTEMPTS), LOGIN_WAIT_SECONDS: '600' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database('delete from login_counter');
  await app.database('delete from session');
  await app.database(
    `update portal_user u set active = true, must_change_password = false, temporary_password_expires_at = null,
       password_hash = o.password_hash from portal_user o where o.username = 'driver1'`,
  );
});

const signIn = (login: string, password = PASSWORD, at = app) => at.ask(LoginDocument, { login, password });
async function openSession(login: string, password = PASSWORD) {
  const { data } = await signIn(login, password);
  if (!data) throw new Error(`${login} could not sign in`);
  return { token: data.login.accessToken, refreshToken: data.login.refreshToken };
}
const change = (session: { token: string }, currentPassword: string, newPassword = ANOTHER) =>
  app.ask(ChangePasswordDocument, { currentPassword, newPassword }, session);
const setTemporary = (until: string, username = 'customer1') =>
  app.database(
    `update portal_user set must_change_password = true,
       temporary_password_expires_at = now() + $1::interval where username = $2`,
    [until, username],
  );
const entry = (action: string, facts: object = {}, actor = 'customer1', target: string | null = null) => ({
  action,
  actor,
  target: target ?? 'customer1@demo.example',
  facts,
  ip: '127.0.0.1',
});
const failed = (reason: string, actor = 'nobody') => entry('LOGIN_FAILED', { reason }, actor);

describe('a sign-in is written down', () => {
  test('with who came in', async () => {
    expect(await trailOf(app, await signIn('customer1'))).toEqual([entry('LOGIN_SUCCEEDED')]);
  });

  test('with whom somebody tried to be, and never as what that somebody is elsewhere', async () => {
    const session = await openSession('admin1');
    const tried = await app.ask(LoginDocument, { login: 'customer1', password: 'wrong' }, session);
    expect(await trailOf(app, tried)).toEqual([failed('wrong password')]);
  });

  test('without a word of what was typed where there is no such login', async () => {
    const answer = await signIn('canary-typed-into-the-wrong-field', 'canary-typed-as-password');
    const unknown = { ...failed('unknown login'), target: null };
    expect(await trailOf(app, answer)).toEqual([unknown]);
    expect(await tablesWith(app, 'canary-typed')).toEqual([]);
  });

  test('where the account is not active, as its owner’s once the password was right', async () => {
    await app.database("update portal_user set active = false where username = 'customer1'");
    expect(await trailOf(app, await signIn('customer1', 'wrong'))).toEqual([failed('wrong password')]);
    expect(await trailOf(app, await signIn('customer1'))).toEqual([failed('inactive', 'customer1')]);
  });

  test('once with the wait that it begins, and then as one during a wait', async () => {
    for (let n = 1; n < ATTEMPTS; n += 1) await signIn('customer1', 'wrong');
    const last = await signIn('customer1', 'wrong');
    expect(await trailOf(app, last)).toEqual([
      failed('wrong password'),
      entry('ACCOUNT_LOCKED', { lockedUntil: expect.stringMatching(/Z$/) }, 'nobody'),
    ]);
    expect(await trailOf(app, await signIn('customer1'))).toEqual([failed('waiting after failed sign-ins')]);
  });

  test('with one wait of a storm of guesses, and none of what a full queue turned away', async () => {
    const narrow = await app.sibling({ PASSWORD_HASH_CONCURRENCY: '1', PASSWORD_HASH_QUEUE: '4' });
    // Takes long enough to verify that the others find the queue full.
    const costly = `pbkdf2:sha512:300000$salt$${'0'.repeat(128)}`;
    await app.database("update portal_user set password_hash = $1 where username = 'customer2'", [costly]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('customer2', 'wrong', narrow)));
    const trails = await Promise.all(answers.map((answer) => trailOf(app, answer)));
    const turnedAway = answers.filter(({ errors }) => errors[0]?.extensions.code === 'RATE_LIMITED').length;
    expect(turnedAway).toBeGreaterThan(0);
    expect(trails.filter(({ length }) => length === 0)).toHaveLength(turnedAway);
    const actions = trails.flat().map(({ action }) => action);
    expect(actions.filter((action) => action === 'LOGIN_FAILED')).toHaveLength(20 - turnedAway);
    expect(actions.filter((action) => action === 'ACCOUNT_LOCKED').length).toBeLessThanOrEqual(1);
  });

  test.each(['LOGIN_SUCCEEDED', 'LOGIN_FAILED'])('or does not happen: %s', async (action) => {
    const refuse = `alter table audit_intake add constraint refused check (action <> '${action}') not valid`;
    await app.database(refuse);
    const answer = await signIn('customer1', action === 'LOGIN_FAILED' ? 'wrong' : PASSWORD).finally(() =>
      app.database('alter table audit_intake drop constraint refused'),
    );
    expect(answer.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(await app.database('select id from session')).toEqual([]);
  });
});

describe('the end of a session is written down', () => {
  test('by its owner', async () => {
    const { token } = await openSession('customer1');
    expect(await trailOf(app, await app.ask(LogoutDocument, {}, { token }))).toEqual([entry('LOGGED_OUT')]);
  });

  test('with the others, and how many they were', async () => {
    const [{ token }] = [await openSession('customer1'), await openSession('customer1')];
    const answer = await app.ask(LogoutEverywhereDocument, {}, { token });
    expect(await trailOf(app, answer)).toEqual([entry('SESSIONS_REVOKED', { sessionsRevoked: 2 })]);
  });

  test('by a changed password, which the owner is told of by mail', async () => {
    const session = await openSession('customer1');
    await openSession('customer1');
    const answer = await change(session, PASSWORD);
    expect(answer.errors).toEqual([]);
    expect(await trailOf(app, answer)).toEqual([entry('PASSWORD_CHANGED', { sessionsRevoked: 2 })]);
    const [mail] = await app.database("select recipient from mail where template = 'PASSWORD_CHANGED'");
    expect(mail).toEqual({ recipient: 'customer1@demo.example' });
  });

  test('by a refresh token that came back, as nobody’s act', async () => {
    const { token, refreshToken } = await openSession('customer1');
    await app.ask(RefreshSessionDocument, { refreshToken });
    await app.database("update refresh_token set spent_at = spent_at - interval '1 minute'");
    const again = await app.ask(RefreshSessionDocument, { refreshToken }, { token });
    const facts = { sessionsRevoked: 1, reason: 'refresh token reuse' };
    expect(await trailOf(app, again)).toEqual([entry('SESSIONS_REVOKED', facts, 'nobody')]);
  });

  test('and a place to guess at the password there is none: the wait is written down', async () => {
    const session = await openSession('customer1');
    const answers = [];
    for (let n = 0; n < ATTEMPTS + 1; n += 1) answers.push(await change(session, `guess ${n}`));
    const trails = await Promise.all(answers.map((answer) => trailOf(app, answer)));
    const locked = entry('ACCOUNT_LOCKED', { lockedUntil: expect.any(String) });
    expect(trails).toEqual([[], [], [locked], []]);
  });
});

describe('a temporary password', () => {
  test('lets its owner in before its end, who then has to choose another one, and it is one no more', async () => {
    await setTemporary('1 hour');
    const session = await openSession('customer1');
    const same = await change(session, PASSWORD, PASSWORD);
    expect(same.errors[0]?.extensions.fields?.[0]?.path).toBe('input.newPassword');
    const { data } = await change(session, PASSWORD);
    expect(data?.changePassword.viewer.mustChangePassword).toBe(false);
    const [user] = await app.database(
      "select must_change_password, temporary_password_expires_at from portal_user where username = 'customer1'",
    );
    expect(user).toEqual({ must_change_password: false, temporary_password_expires_at: null });
  });

  test('past its end is a wrong one: the same answer from the same statements, and counted', async () => {
    const asked = async (password: string) => {
      app.clear();
      const answer = await signIn('customer1', password);
      const statements = app.databaseQueries.map((sql) => sql.trim().slice(0, 40));
      return { answer, text: answer.text, statements };
    };
    const wrong = await asked('wrong');
    await setTemporary('-1 millisecond');
    const late = await asked(PASSWORD);
    expect({ text: late.text, statements: late.statements }).toEqual({
      text: wrong.text,
      statements: wrong.statements,
    });
    expect(await trailOf(app, late.answer)).toEqual([failed('temporary password expired')]);
    expect(await trailOf(app, await signIn('customer1'))).toEqual([
      failed('temporary password expired'),
      entry('ACCOUNT_LOCKED', { lockedUntil: expect.any(String) }, 'nobody'),
    ]);
  });

  test('past its end is no way to choose another one in a session that it opened', async () => {
    await setTemporary('1 hour');
    const session = await openSession('customer1');
    await setTemporary('-1 millisecond');
    const { errors } = await change(session, PASSWORD);
    expect(errors[0]?.extensions.fields).toEqual([
      { path: 'input.currentPassword', message: expect.stringContaining('has run out'), reason: 'EXPIRED' },
    ]);
    expect((await signIn('customer1')).errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  });
});
