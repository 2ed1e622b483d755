import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryDocument,
  LoginDocument,
  LogoutDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { deriveKey } from '../../../../src/shared/derive-key.js';
import { type DemoUser, startTestApp, type TestApp } from '../../../support/start-app.js';

const SECRET_KEY = 'Kq7vXz2LmP9wRt4yBn6cHd8sJf3gTa5eUo1iWk0x';
const PASSWORD = 'password123';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ SECRET_KEY });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database(
    "update portal_user set active = true, must_change_password = false where username = 'customer2'",
  );
});

async function signIn(login: string, password = PASSWORD): Promise<string> {
  const { data, errors } = await app.ask(LoginDocument, { login, password });
  expect(errors).toEqual([]);
  return data?.login.accessToken ?? '';
}
const viewerOf = async (token: string) => (await app.ask(ViewerDocument, {}, { token })).data?.viewer ?? null;
const stockWith = (token: string) => app.ask(InventoryDocument, { first: 1 }, { token });

describe('signing in', () => {
  test.each(['customer1', 'CUSTOMER1', 'customer1@demo.example', 'Customer1@Demo.Example'])(
    'works as %s',
    async (login) => {
      expect(await viewerOf(await signIn(login))).toMatchObject({
        user: { username: 'customer1' },
        role: 'CUSTOMER',
        homePath: '/customer/dashboard',
        allErpCustomers: false,
        erpCustomers: [{ name: 'Acme Beverages' }, { name: 'Brünnhilde Kosmetik GmbH' }],
      });
    },
  );

  test.each<[DemoUser, string, boolean]>([
    ['customerall', '/customer/dashboard', true],
    ['operations1', '/operations/dashboard', true],
    ['admin1', '/admin/dashboard', true],
    ['warehouse1', '/warehouse/dashboard', true],
    ['driver1', '/driver/dashboard', false],
  ])('%s lands on %s', async (user, homePath, allErpCustomers) => {
    expect(await viewerOf(await signIn(user))).toMatchObject({ homePath, allErpCustomers });
  });

  test('an unknown login and a wrong password get one and the same answer', async () => {
    const answers = await Promise.all(
      [
        { login: 'customer1', password: 'wrong-password' },
        { login: 'nobody-at-all', password: 'wrong-password' },
        { login: 'nobody@demo.example', password: PASSWORD },
        { login: '', password: '' },
        { login: "' or 1=1 --", password: "' or 1=1 --" },
        { login: 'customer1\0', password: PASSWORD },
      ].map((variables) => app.ask(LoginDocument, variables)),
    );
    for (const { status, text } of answers)
      expect({ status, text }).toEqual({ status: 200, text: answers[0]?.text });
    expect(answers[0]?.errors.map((error) => error.extensions.code)).toEqual(['INVALID_CREDENTIALS']);
  });

  test('an inactive account is told so only after the right password', async () => {
    await app.database("update portal_user set active = false where username = 'customer2'");
    const wrong = await app.ask(LoginDocument, { login: 'customer2', password: 'wrong-password' });
    const right = await app.ask(LoginDocument, { login: 'customer2', password: PASSWORD });
    expect(wrong.errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
    expect(right.errors[0]?.extensions.code).toBe('ACCOUNT_INACTIVE');
  });

  test('the viewer is null for nobody, and for a token that is none', async () => {
    expect((await app.ask(ViewerDocument)).data).toEqual({ viewer: null });
    expect(await viewerOf('not.a.token')).toBeNull();
  });

  test('the sign-in is noted on the login, which is no edit of it', async () => {
    await signIn('customerall');
    const [user] = await app.database(
      "select last_login_at, version from portal_user where username = 'customerall'",
    );
    expect(user).toEqual({ last_login_at: expect.any(Date), version: 1 });
  });
});

describe('a session ends', () => {
  test('by logout, from the next request, and no other session with it', async () => {
    const [one, other] = [await signIn('customer1'), await signIn('customer1')];
    expect((await app.ask(LogoutDocument, {}, { token: one })).data).toEqual({ logout: true });
    expect(await viewerOf(one)).toBeNull();
    expect((await stockWith(one)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await viewerOf(other)).not.toBeNull();
  });

  test.each([
    ['its login is deactivated', "update portal_user set active = false where username = 'customer2'"],
    ['it is revoked', 'update session set revoked_at = now() where revoked_at is null'],
    ['its time is up', "update session set expires_at = now() - interval '1 second'"],
    ['it is deleted', 'delete from session'],
  ])('when %s', async (_why, sql) => {
    const token = await signIn('customer2');
    expect(await viewerOf(token)).not.toBeNull();
    await app.database(sql);
    expect(await viewerOf(token)).toBeNull();
    expect((await stockWith(token)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a changed role holds from the next request', async () => {
    const token = await signIn('customer2');
    await app.database("update portal_user set role_id = 4 where username = 'customer2'");
    expect((await stockWith(token)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await app.database("update portal_user set role_id = 2 where username = 'customer2'");
  });
});

describe('a token is refused', () => {
  const key = deriveKey(SECRET_KEY, 'access token');
  const genuine = async () => {
    const token = await signIn('customer1');
    const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt;
    return { header, payload: payload as jwt.JwtPayload };
  };
  const claims = async () => (await genuine()).payload;
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  /** A token with any header and payload: the library's own maker refuses the odder ones. */
  const forge = (header: object, payload: object, signedWith: Buffer | string = key, hash = 'sha256') => {
    const signed = `${encoded(header)}.${encoded(payload)}`;
    return `${signed}.${createHmac(hash, signedWith).update(signed).digest('base64url')}`;
  };

  test('though well made, it is accepted: the control of the tests below', async () => {
    const { header, payload } = await genuine();
    expect(await viewerOf(forge(header, payload))).not.toBeNull();
  });

  test.each<[string, (header: jwt.JwtHeader, payload: jwt.JwtPayload) => string]>([
    ['with algorithm none', (h, p) => `${encoded({ ...h, alg: 'none' })}.${encoded(p)}.`],
    ['with algorithm none and a signature', (h, p) => forge({ ...h, alg: 'none' }, p)],
    ['with another algorithm', (h, p) => forge({ ...h, alg: 'HS512' }, p, key, 'sha512')],
    ['with an algorithm of public keys', (h, p) => forge({ ...h, alg: 'RS256' }, p)],
    ['signed with another key', (h, p) => forge(h, p, deriveKey('another', 'access token'))],
    ['signed with SECRET_KEY itself', (h, p) => forge(h, p, SECRET_KEY)],
    ["signed with a cursor's key", (h, p) => forge(h, p, deriveKey(SECRET_KEY, 'cursor'))],
    ['naming a key that there is not', (h, p) => forge({ ...h, kid: 'unknown' }, p)],
    ['naming no key', ({ kid: _none, ...h }, p) => forge(h, p)],
    ['naming a key by what every object has', (h, p) => forge({ ...h, kid: '__proto__' }, p)],
    ['of another type', (h, p) => forge({ ...h, typ: 'JWT' }, p)],
    ['from another issuer', (h, p) => forge(h, { ...p, iss: 'elsewhere' })],
    ['for another audience', (h, p) => forge(h, { ...p, aud: 'elsewhere' })],
    ['past its time', (h, p) => forge(h, { ...p, exp: Math.floor(Date.now() / 1000) - 1 })],
    ['without an end', (h, { exp: _none, ...p }) => forge(h, p)],
    ['whose end is text', (h, p) => forge(h, { ...p, exp: '9999999999' })],
    ["for another login than its session's", (h, p) => forge(h, { ...p, sub: crypto.randomUUID() })],
    ['for a session that never was', (h, p) => forge(h, { ...p, sid: crypto.randomUUID() })],
    ['with a session that is no id', (h, p) => forge(h, { ...p, sid: "' or true --" })],
  ])('%s', async (_how, forged) => {
    const { header, payload } = await genuine();
    const token = forged(header, payload);
    expect(await viewerOf(token)).toBeNull();
    expect((await stockWith(token)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('that is a refresh token', async () => {
    const { data } = await app.ask(LoginDocument, { login: 'customer1', password: PASSWORD });
    const token = data?.login.refreshToken ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await stockWith(token)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('it runs out after fifteen minutes', async () => {
    const { exp = 0, iat = 0 } = await claims();
    expect(exp - iat).toBe(15 * 60);
  });
});

describe('a viewer who must change the password', () => {
  test('may see who they are, change it and sign out, and nothing else', async () => {
    await app.database("update portal_user set must_change_password = true where username = 'customer2'");
    const token = await signIn('customer2');
    expect(await viewerOf(token)).toMatchObject({
      mustChangePassword: true,
      user: { username: 'customer2' },
    });
    for (const query of [
      '{ inventory { nodes { id } } }',
      '{ inventoryTotals { itemCount } }',
      '{ viewer { erpCustomers { inventory { nodes { id } } } } }',
      '{ viewer { erpCustomers { inventoryTotals { itemCount } } } }',
    ]) {
      const { errors, text } = await app.ask(query, {}, { token });
      expect(errors[0]?.extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
      expect(text).not.toMatch(/itemCount":|"id":/);
    }
    const changed = await app.ask(
      ChangePasswordDocument,
      { currentPassword: PASSWORD, newPassword: 'a new one, and long' },
      { token },
    );
    const fresh = changed.data?.changePassword.accessToken ?? '';
    expect(changed.data?.changePassword.viewer.mustChangePassword).toBe(false);
    expect((await stockWith(fresh)).errors).toEqual([]);
    expect((await app.ask(LogoutDocument, {}, { token: fresh })).data).toEqual({ logout: true });
  });
});

describe('a changed password', () => {
  const change = (token: string, currentPassword: string, newPassword: string) =>
    app.ask(ChangePasswordDocument, { currentPassword, newPassword }, { token });

  test('replaces the old one and ends every other session', async () => {
    const [mine, elsewhere] = [await signIn('warehouse1'), await signIn('warehouse1')];
    const { data } = await change(mine, PASSWORD, 'correct horse battery');
    expect(await viewerOf(mine)).toBeNull();
    expect(await viewerOf(elsewhere)).toBeNull();
    expect(await viewerOf(data?.changePassword.accessToken ?? '')).not.toBeNull();
    const old = await app.ask(LoginDocument, { login: 'warehouse1', password: PASSWORD });
    expect(old.errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
    await signIn('warehouse1', 'correct horse battery');
  });

  test.each([
    ['a wrong current one', 'not my password', 'correct horse battery', 'input.currentPassword', 'INCORRECT'],
    ['one too short', PASSWORD, '123456789', 'input.newPassword', 'TOO_SHORT'],
    ['one too long', PASSWORD, 'x'.repeat(257), 'input.newPassword', 'TOO_LONG'],
    ['the same one again', PASSWORD, PASSWORD, 'input.newPassword', 'SAME_AS_BEFORE'],
  ])('%s is refused by its field, and nothing changes', async (_what, current, next, path, reason) => {
    const token = await signIn('operations1');
    const { errors, text } = await change(token, current, next);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path, reason }] });
    expect(text).not.toContain(current);
    expect(await viewerOf(token)).not.toBeNull();
    await signIn('operations1');
  });

  test('leaves no session to a sign-in with the old password that was under way', async () => {
    const token = await signIn('customer1');
    const racing = Array.from({ length: 20 }, () =>
      app.ask(LoginDocument, { login: 'customer1', password: PASSWORD }),
    );
    const { data } = await change(token, PASSWORD, 'changed in the middle of it');
    await Promise.all(racing);
    const [sessions] = await app.database(
      `select count(*)::int as open from session s join portal_user u on u.id = s.user_id
       where u.username = 'customer1' and s.revoked_at is null`,
    );
    expect(sessions).toEqual({ open: 1 });
    expect(await viewerOf(data?.changePassword.accessToken ?? '')).not.toBeNull();
    await app.database(
      `update portal_user u set password_hash = o.password_hash from portal_user o
       where u.username = 'customer1' and o.username = 'admin1'`,
    );
  });

  test('of two at once exactly one wins', async () => {
    const token = await signIn('driver1');
    const answers = await Promise.all(
      ['first new password', 'second new password'].map((next) => change(token, PASSWORD, next)),
    );
    const winners = answers.filter((answer) => answer.data !== null && answer.errors.length === 0);
    expect(winners).toHaveLength(1);
  });

  test('keeps every character, of any script, to the last', async () => {
    const password = 'пароль 🔑 with trailing blank and composed é ';
    await change(await signIn('customerall'), PASSWORD, password);
    await signIn('customerall', password);
    const trimmed = await app.ask(LoginDocument, { login: 'customerall', password: password.trim() });
    expect(trimmed.errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
  });
});

test('no password, hash or token is in the log', async () => {
  const token = await signIn('admin1');
  await app.ask(LoginDocument, { login: 'admin1', password: 'canary-password-wrong' });
  await app.ask(
    'mutation ($p: String!) { login(input: { login: "admin1", password: $p }) { accessToken } }',
    { p: ['canary-password-list'] },
  );
  const log = app.log.join('');
  expect(log).not.toContain('canary-password');
  expect(log).not.toContain(PASSWORD);
  expect(log).not.toContain(token);
  expect(log).not.toContain('$argon2');
});
