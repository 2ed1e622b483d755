import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  LoginDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const PASSWORD = 'password123';
const OLD_PASSWORD = 'from the older portal';
/**
 * The most that is accepted: takes far longer to verify than the requests that are sent meanwhile, on any machine. As long
 * to make, so it is kept: pbkdf2Sync(OLD_PASSWORD, 'salt', 5_000_000, 64, 'sha512').
 */
const SLOW_HASH =
  'pbkdf2:sha512:5000000$salt$440ea5b58e697c1ef6aed262d78f70fa984e2beccc05a81f30130fbad3f940fe' +
  '18c26e184cfbc37b93c60b545050ee0b2065ac5bd8d23740eff9452347ec7c1c';

let app: TestApp;
const start = async (settings: Record<string, string>) => {
  // What hashes cost by default: a storm has to find one at work.
  app = await startTestApp({
    PASSWORD_HASH_CONCURRENCY: '1',
    ARGON2_MEMORY_KIB: '',
    ARGON2_PASSES: '',
    ...settings,
  });
};
const login = (password: string, name = 'customer1') => app.ask(LoginDocument, { login: name, password });

describe('a storm of sign-ins on a small pool', () => {
  beforeAll(() => start({ PASSWORD_HASH_QUEUE: '2' }));
  afterAll(() => app.stop());

  test('lets some in, tells the others when to come back, and leaves everybody else their answers', async () => {
    const token = await app.tokenOf('customer2');
    // Whose hash costs as much as new ones from then on.
    await app.tokenOf('customer1');
    const storm = Array.from({ length: 20 }, () => login(PASSWORD));
    const others = Array.from({ length: 20 }, () => app.ask(ViewerDocument, {}, { token }));
    for (const { data } of await Promise.all(others)) {
      expect(data?.viewer?.user.username).toBe('customer2');
    }
    const answers = await Promise.all(storm);
    const refused = answers.filter(({ data }) => data === null);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(3);
    for (const { errors } of refused) {
      expect(errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
    }
    const waits = refused.map(({ errors }) => Object.values(errors[0]?.extensions ?? {})[1]);
    for (const seconds of waits) expect([1, 2, 3, 4, 5]).toContain(seconds);
    expect((await login(PASSWORD)).errors).toEqual([]);
  });
});

describe('while one hash is computed and none may wait', () => {
  /** One for all tests: the last of them waits for its end. */
  let busy: ReturnType<typeof login>;
  beforeAll(async () => {
    await start({ PASSWORD_HASH_QUEUE: '0' });
    await app.tokenOf('customer1');
    // Whichever comes first has the only place: where that is the second, both are sent again.
    await until(async () => {
      await app.database("update portal_user set password_hash = $1 where username = 'driver1'", [SLOW_HASH]);
      busy = login(OLD_PASSWORD, 'driver1');
      if ((await login(PASSWORD)).errors[0]?.extensions.code === 'RATE_LIMITED') return true;
      await busy;
      return false;
    });
  });
  afterAll(() => app.stop());

  test('known logins and others are turned away alike, and a password that is too long is refused as ever', async () => {
    // The pool tells nobody which logins there are.
    for (const name of ['nobody-at-all', 'admin1']) {
      expect((await login('wrong password', name)).errors[0]?.extensions.code).toBe('RATE_LIMITED');
    }
    // It never comes to be hashed.
    const token = await app.tokenOf('customer1');
    for (const long of ['x'.repeat(257), 'x\ufe0f'.repeat(256), 'x'.repeat(200_000)]) {
      const signedIn = await login(long);
      expect(signedIn.errors[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|INVALID_CREDENTIALS)$/);
      const variables = { currentPassword: PASSWORD, newPassword: long };
      const changed = await app.ask(ChangePasswordDocument, variables, { token });
      expect(changed.errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.newPassword' }],
      });
    }
    const huge = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation ($p: String!) { login(input: { login: "customer1", password: $p }) { accessToken } }',
        variables: { p: 'x'.repeat(1_000_000) },
      }),
    });
    expect(huge.status).toBe(413);
    // The control: one of a fitting length still has no place.
    expect((await login(PASSWORD)).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  });

  test('a password that is changed meanwhile stays changed, and the old one lets nobody in', async () => {
    const to = "(select password_hash from portal_user where username = 'admin1')";
    await app.database(`update portal_user set password_hash = ${to} where username = 'driver1'`);
    expect((await busy).errors[0]?.extensions.code).toBe('INVALID_CREDENTIALS');
    const rows = await app.database(
      `select password_hash = ${to} as changed from portal_user where username = 'driver1'`,
    );
    expect(rows).toEqual([{ changed: true }]);
  });
});
