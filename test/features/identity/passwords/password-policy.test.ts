import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangePasswordDocument, LoginDocument } from '../../../../schema/operations.generated.js';
import { isTooLong } from '../../../../src/features/identity/passwords/password-policy.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const PASSWORD = 'password123';

let app: TestApp;
let token = '';
beforeAll(async () => {
  app = await startTestApp();
  await app.database(
    `update portal_user set display_name = 'Anna-Lena Özdemir Sørensen', email = 'a.oezdemir@harbour.example',
       email_key = 'a.oezdemir@harbour.example'
     where username = 'customer1'`,
  );
  token = await app.tokenOf('customer1');
});
afterAll(() => app.stop());

/** What is wrong with a new password; null where it is taken. */
async function refusal(newPassword: string, reason = 'TOO_WEAK'): Promise<string | null> {
  const { data, errors, text } = await app.ask(
    ChangePasswordDocument,
    { currentPassword: PASSWORD, newPassword },
    { token },
  );
  if (data) {
    token = data.changePassword.accessToken;
    return null;
  }
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: 'input.newPassword', reason }],
  });
  if (newPassword.length >= 10) expect(text).not.toContain(newPassword);
  return errors[0]?.extensions.fields?.[0]?.message ?? '';
}

/** Changes to a password, signs in with it and with nothing like it, and changes back past the portal. */
async function takesEffect(password: string, others: string[]): Promise<void> {
  const kept = await app.database("select password_hash from portal_user where username = 'customer1'");
  expect(await refusal(password)).toBeNull();
  const signIn = async (tried: string) =>
    (await app.ask(LoginDocument, { login: 'customer1', password: tried })).data !== null;
  expect(await signIn(password)).toBe(true);
  for (const other of others) expect(await signIn(other)).toBe(false);
  await app.database("update portal_user set password_hash = $1 where username = 'customer1'", [
    kept[0]?.['password_hash'],
  ]);
}

describe('a new password is refused with a reason to act on', () => {
  test.each([
    'password1234',
    'Passw0rd123!',
    'qwertyuiop12',
    '1234567890',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabc',
    'iloveyou2026',
    'Welcome2026',
    'a'.repeat(256),
    'password'.repeat(32),
    'operations1'.repeat(20),
    'correcthorsebatterystaple',
    'Correct Horse Battery Staple!',
  ])('where it is common or easily guessed: %s', async (password) => {
    expect(await refusal(password)).toMatch(/^found a commonly used .*; wanted .* four random words$/);
  });

  test.each([
    ['the user name', 'customer1customer1'],
    ['the user name, decorated', 'Customer1-2026!'],
    ['the name', 'annalena2026'],
    ['the name in capitals', 'ANNA-LENA 1990'],
    ['the name with look-alikes', '4nn4-l3n4-99!'],
    ['the name backwards', 'rimedzoannA1'],
    ['the name without its accents', 'ozdemir_2026'],
    ['the name with them', 'Özdemir!2026'],
    ['the e-mail', 'a.oezdemir@harbour.example'],
    ['the e-mail’s domain', 'harbour-1234'],
    ['the company', 'Acme Beverages 2026'],
    ['the company in one word', 'acmebeverages!'],
    ['the other company', 'brunnhildeKosmetik1'],
    ['the name with punctuation in between', 'a.n.n.a.l.e.n.a-7'],
    ['the name with another letter of its alphabet', 'sorensen2026'],
    ['the user name, its digit among the look-alikes', 'Cu5t0m3r1-77'],
  ])('where it is built from %s', async (_what, password) => {
    expect(await refusal(password)).toMatch(/^found one built from your name, e-mail or company; wanted /);
  });

  test.each([
    ['9 characters', 'Xk9#vP2qL', 'TOO_SHORT'],
    ['9 characters of two code units each', '🔑🔒🍕🌵🎲🧩🪁🦑🪵', 'TOO_SHORT'],
    ['257 characters', `Xk9#vP2qL!${'y'.repeat(247)}`, 'TOO_LONG'],
    ['257 characters of two code units each', '🔑🍕🌵'.repeat(86).slice(0, 2 * 257), 'TOO_LONG'],
  ])('where it has %s', async (_what, password, reason) => {
    expect(await refusal(password, reason)).not.toBeNull();
  });

  test('where it has half a character, which any other half would match', async () => {
    expect(await refusal('Xk9#vP2qL!\ud800tuna', 'UNPRINTABLE')).toMatch(/^found half of a character/);
  });
});

describe('a new password is taken', () => {
  test.each([
    ['of 10 characters', 'Xk9#vP2qL!'],
    ['of 10 characters of two code units each', '🔑🔒🍕🌵🎲🧩🪁🦑🪵🛖'],
    ['of one case, without digits', 'gravel tuba mistletoe oxbow'],
    ['of which a good one is repeated', 'gravel tuba mistletoe gravel tuba mistletoe '],
    ['with the owner’s name in something that stands without it', 'anna juggles violet turnips'],
    ['in another script', 'корова-жираф-балкон'],
    ['with blanks about it', '  gravel tuba mistletoe  '],
  ])('%s', async (_what, password) => {
    await takesEffect(password, [`${password}x`, password.slice(0, -1)]);
  });

  test('of 256 characters, and each of them counts', async () => {
    const start = 'gravel tuba mistletoe oxbow ';
    const password = `${start}${'z'.repeat(255 - start.length)}!`;
    expect(password).toHaveLength(256);
    await takesEffect(password, [password.slice(0, -1), `${password.slice(0, -1)}?`, `${password}!`]);
  });
});

test('what is easily guessed in its first 64 characters is refused whatever follows: no more of it is estimated', async () => {
  expect(await refusal(`${'a'.repeat(64)}Xk9#vP2qL!tuba oxbow`)).toMatch(/^found a commonly used/);
});

test('characters are counted as people count them, and a huge text is not counted at all', () => {
  expect(isTooLong('🔑'.repeat(256))).toBe(false);
  expect(isTooLong('🔑'.repeat(257))).toBe(true);
  expect(isTooLong('x'.repeat(256))).toBe(false);
  expect(isTooLong('x'.repeat(257))).toBe(true);
  expect(isTooLong('e\u0301'.repeat(129))).toBe(true);
});
