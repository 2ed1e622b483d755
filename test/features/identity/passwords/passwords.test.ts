import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangePasswordDocument, LoginDocument } from '../../../../schema/operations.generated.js';
import { PasswordHasher } from '../../../../src/features/identity/passwords/password-hasher.js';
import { parsePasswordHash } from '../../../../src/shared/password-hash.js';
import { ANY_CHARACTER } from '../../../support/any-character.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

interface Vector {
  scheme: string;
  method: string;
  password: string;
  hash: string;
}
const { vectors } = JSON.parse(readFileSync('test/fixtures/legacy-password-hashes.json', 'utf8')) as {
  vectors: Vector[];
};
/** Costs of this test's own: less than by default, as it makes hundreds. */
const COSTS = { ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '3' };
const CURRENT = /^\$argon2id\$v=19\$m=1024,t=3,p=1\$/;
/** One of each method, as a sign-in takes longer than a verification. */
const onePerMethod = new Map(vectors.map((vector) => [vector.method, vector]));
/** With their usual costs, which take up to half a second. Each of them is also there with the least costs. */
const COSTLY = new Set(['pbkdf2:sha256', '$2b$10$']);
const CHEAP = { memoryKib: 128, passes: 1, lanes: 1, concurrency: 1, queue: 0 };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(COSTS);
});
afterAll(() => app.stop());

/** The outcome of a sign-in: 'in', or the code that it was refused with. */
async function signIn(login: string, password: string): Promise<string> {
  const { data, errors } = await app.ask(LoginDocument, { login, password });
  return data ? 'in' : String(errors[0]?.extensions.code);
}
const giveHash = (hash: string, username = 'customer2') =>
  app.database('update portal_user set password_hash = $1 where username = $2', [hash, username]);
async function row(username = 'customer2') {
  const [found = {}] = await app.database(
    `select password_hash, must_change_password, version, updated_at, active, last_login_at from portal_user
     where username = $1`,
    [username],
  );
  return found;
}
/** The same text with the character at an index replaced by another one of its kind. */
function changedAt(text: string, index: number): string {
  const at = index < 0 ? text.length + index : index;
  return text.slice(0, at) + (text[at] === '2' ? '3' : '2') + text.slice(at + 1);
}

describe('a hash of an older portal', () => {
  const cheap = vectors.filter(({ method }) => !COSTLY.has(method));
  test.each(cheap.map((vector, index) => ({ ...vector, index })))(
    'is verified with its own password, and is to be renewed: $index $method',
    async ({ password, hash }) => {
      const hasher = new PasswordHasher(CHEAP);
      expect(await hasher.verify(password, hash)).toEqual({ right: true, outdated: true });
    },
  );

  test.each([...onePerMethod.values()])(
    'signs its owner in once with nothing lost, and is argon2id from then on: $method',
    async ({ password, hash }) => {
      await giveHash(hash);
      const before = await row();
      expect(await signIn('customer2', password)).toBe('in');
      const { password_hash: renewed, last_login_at: _noted, ...after } = await row();
      expect(renewed).toMatch(CURRENT);
      expect(before).toMatchObject(after);
      expect(await signIn('customer2', password)).toBe('in');
      expect((await row())['password_hash']).toBe(renewed);
    },
  );

  test('lets nobody in with another password, or by another hash, and then stays as it is', async () => {
    expect(onePerMethod.size).toBeGreaterThanOrEqual(9);
    // At once, by a login for each attempt: a refusal takes its time.
    await app.database(
      `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
       select 'old-' || n, 'old-' || n, 'old-' || n || '@portal.example', 'old-' || n || '@portal.example', role_id, password_hash
       from portal_user, generate_series(0, 7) n where username = 'customer2'`,
    );
    const refused = async (username: string, hash: string, password: string) => {
      await giveHash(hash, username);
      expect(await signIn(username, password)).toBe('INVALID_CREDENTIALS');
      expect((await row(username))['password_hash']).toBe(hash);
    };
    for (const { method, password, hash } of onePerMethod.values()) {
      if (COSTLY.has(method)) continue;
      const wrong = [`${password} `, password.slice(0, -1), changedAt(password, 0), ''];
      const salt = hash.startsWith('$') ? 8 : hash.indexOf('$') + 2;
      const changed = [salt, -1, -2, -20].map((index) => changedAt(hash, index));
      const attempts = [
        ...wrong.map((text) => [hash, text] as const),
        ...changed.map((text) => [text, password] as const),
      ];
      await Promise.all(attempts.map(([stored, typed], n) => refused(`old-${n}`, stored, typed)));
    }
  });

  test('renewed at a sign-in, leaves a password to be changed and the login’s version as they were', async () => {
    await giveHash(vectors[0]?.hash ?? '');
    await app.database("update portal_user set must_change_password = true where username = 'customer2'");
    const { version, updated_at } = await row();
    expect(await signIn('customer2', vectors[0]?.password ?? '')).toBe('in');
    expect(await row()).toMatchObject({
      password_hash: expect.stringMatching(CURRENT),
      must_change_password: true,
      version,
      updated_at,
    });
    await app.database("update portal_user set must_change_password = false where username = 'customer2'");
  });

  test('is renewed by many sign-ins at once, and all of them are let in', async () => {
    const { password = '', hash = '' } = vectors[1] ?? {};
    await giveHash(hash);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => signIn('customer2', password)));
    expect(outcomes).toEqual(Array.from({ length: 12 }, () => 'in'));
    expect((await row())['password_hash']).toMatch(CURRENT);
  });

  test('does not come back over a password that was changed while it was being renewed', async () => {
    const { password = '', hash = '' } = vectors[1] ?? {};
    await giveHash(hash, 'warehouse1');
    const token = await app.tokenOf('warehouse1', password);
    await giveHash(hash, 'warehouse1');
    const racing = Array.from({ length: 10 }, () => signIn('warehouse1', password));
    const variables = { currentPassword: password, newPassword: 'chosen in the middle of it' };
    const changed = await app.ask(ChangePasswordDocument, variables, { token });
    expect(changed.errors).toEqual([]);
    await Promise.all(racing);
    expect(await signIn('warehouse1', password)).toBe('INVALID_CREDENTIALS');
    expect(await signIn('warehouse1', 'chosen in the middle of it')).toBe('in');
  });

  test('of bcrypt stays where more was typed than it looks at, so that a slip at the end becomes no password', async () => {
    const hash = await bcryptOf('x'.repeat(80));
    await giveHash(hash);
    expect(await signIn('customer2', `${'x'.repeat(79)}y`)).toBe('in');
    expect((await row())['password_hash']).toBe(hash);
    expect(await signIn('customer2', 'x'.repeat(80))).toBe('in');
  });

  test('with costs from before a change of the settings is renewed to those of now', async () => {
    const old = await new PasswordHasher(CHEAP).hash('some old password');
    await giveHash(old);
    expect(await signIn('customer2', 'some old password')).toBe('in');
    expect((await row())['password_hash']).toMatch(CURRENT);
  });
});

test.each([
  '',
  'password123',
  'sha256$abc$def',
  '$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g',
  '$argon2id$v=19$m=19456,t=999999,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g',
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$',
  `scrypt:1073741824:8:1$salt$${'0'.repeat(128)}`,
  `scrypt:16383:8:1$salt$${'0'.repeat(128)}`,
  `scrypt:2:8:99999999$salt$${'0'.repeat(128)}`,
  `scrypt:0:0:0$salt$${'0'.repeat(128)}`,
  `pbkdf2:sha256:999999999$salt$${'0'.repeat(64)}`,
  `pbkdf2:sha256:0$salt$${'0'.repeat(64)}`,
  `pbkdf2:md5:1000$salt$${'0'.repeat(32)}`,
  'pbkdf2:sha256:1000$salt$',
  `$2b$31$${'.'.repeat(53)}`,
  `$2x$04$${'.'.repeat(53)}`,
])('a stored hash that cannot be verified, or would take forever, is a wrong password: %s', async (hash) => {
  await giveHash(hash);
  const outcomes = await Promise.all(['password123', ''].map((password) => signIn('customer2', password)));
  expect(outcomes).toEqual(['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS']);
});

test('no stored text, however broken, makes the parser or the verification fail', async () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 64 }),
    fc.constantFrom(2 ** 31, 2 ** 53, '', '-1', 'NaN', '1e9'),
  );
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefG'), maxLength: 130 });
  const base64 = fc.string({ unit: fc.constantFrom(...'ABCabc019+/.'), maxLength: 60 });
  const nearly = fc.oneof(
    fc
      .tuple(number, number, number, fc.string(), hex)
      .map(([n, r, p, s, h]) => `scrypt:${n}:${r}:${p}$${s}$${h}`),
    fc
      .tuple(fc.constantFrom('sha1', 'sha256', 'sha512', 'x'), number, fc.string(), hex)
      .map(([d, i, s, h]) => `pbkdf2:${d}:${i}$${s}$${h}`),
    fc
      .tuple(fc.constantFrom('id', 'i', 'd', 'x'), number, number, number, base64, base64)
      .map(([v, m, t, p, s, h]) => `$argon2${v}$v=19$m=${m},t=${t},p=${p}$${s}$${h}`),
    fc.tuple(number, base64).map(([c, s]) => `$2b$${c}$${s}`),
    // A whole one with something in it replaced.
    fc
      .tuple(
        fc.constantFrom(...vectors.filter(({ method }) => /04|1000/.test(method))),
        fc.nat(200),
        fc.string(),
      )
      .map(([{ hash }, at, by]) => hash.slice(0, at) + by + hash.slice(at + by.length)),
  );
  const text = fc.oneof(fc.string({ unit: ANY_CHARACTER }), nearly);
  const hasher = new PasswordHasher(CHEAP);
  await fc.assert(
    fc.asyncProperty(text, async (stored) => {
      const parsed = parsePasswordHash(stored);
      if ('problem' in parsed) expect(parsed.problem).toMatch(/^a hash /);
      expect(await hasher.verify('nobody’s password', stored)).toEqual({ right: false, outdated: false });
    }),
    { numRuns: 400 },
  );
});

async function bcryptOf(password: string): Promise<string> {
  const { hash } = await import('@node-rs/bcrypt');
  return hash(password, { cost: 4 });
}
