import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  LoginDocument,
  PortalUsersDocument,
} from '../../../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const PASSWORD = 'password123';
const { vectors } = JSON.parse(readFileSync('test/fixtures/legacy-password-hashes.json', 'utf8')) as {
  vectors: { method: string; password: string; hash: string }[];
};
const ATTEMPTS = 5;
const HOME = '203.0.113.7';
const ELSEWHERE = '198.51.100.66';

let app: TestApp;
let other: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    TRUST_PROXY: '1',
    // As by default.
    LOGIN_ATTEMPTS: '',
    LOGIN_ATTEMPTS_PER_ADDRESS: '1000',
    // Long enough that none runs out on a busy machine.
    LOGIN_WAIT_SECONDS: '600',
    LOGIN_MAX_WAIT_SECONDS: '5000',
  });
  other = await app.sibling();
});
afterAll(() => app.stop());
beforeEach(() => app.database('delete from login_counter').then(() => app.database('delete from session')));

interface Try {
  login: string;
  password?: string;
  from?: string;
  at?: TestApp;
  cookie?: string;
}

/** What a sign-in comes to: OK, or the code that it is refused with. */
async function tryOnce({ login, password = 'wrong password', from = ELSEWHERE, at = app, cookie = '' }: Try) {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, cookie },
    body: JSON.stringify({ query: print(LoginDocument), variables: { login, password } }),
  });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  const cookies = response.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  return { status: response.status, text, cookies, outcome: errors?.[0]?.extensions.code ?? 'OK' };
}
const outcomeOf = async (attempt: Try) => (await tryOnce(attempt)).outcome;
const guess = (times: number, attempt: Try) =>
  Promise.all(Array.from({ length: times }, () => outcomeOf(attempt)));

async function counterOf(username: string) {
  const [row] = await app.database(
    `select sum(c.failures)::int as failures, max(c.waits) as waits,
       extract(epoch from max(c.waiting_until) - now())::float as left
     from login_counter c join portal_user u on u.id = c.user_id where u.username = $1`,
    [username],
  );
  return row as { failures: number | null; waits: number | null; left: number | null };
}
const letTheWaitRunOut = () =>
  app.database("update login_counter set waiting_until = now() - interval '1 millisecond'");

describe('guessing a password', () => {
  test('fifty times at once counts as fifty, and then even the right one is refused', async () => {
    await guess(50, { login: 'customer1' });
    expect(await counterOf('customer1')).toMatchObject({ failures: 50, waits: 1 });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('INVALID_CREDENTIALS');
  });

  test('is slowed down by waits that rise to a bound', async () => {
    const waits: number[] = [];
    await guess(ATTEMPTS - 1, { login: 'customer1' });
    for (let n = 0; n < 6; n += 1) {
      await letTheWaitRunOut();
      await outcomeOf({ login: 'customer1' });
      const [row] = await app.database(
        "select extract(epoch from waiting_until - forget_at + interval '24 hours')::int as wait from login_counter where user_id is not null",
      );
      waits.push(row?.['wait'] as number);
    }
    expect(waits).toEqual([600, 1200, 2400, 4800, 5000, 5000]);
  });

  test('during a wait makes it no longer, so that the owner comes in once it has run out', async () => {
    await guess(ATTEMPTS, { login: 'customer1' });
    const until = 'select waiting_until from login_counter where user_id is not null';
    const [before] = await app.database(until);
    await guess(20, { login: 'customer1' });
    expect(await app.database(until)).toEqual([before]);
    await letTheWaitRunOut();
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('OK');
    expect(await counterOf('customer1')).toMatchObject({ failures: null });
  });

  test('without end does not shut the owner out at an address where they have signed in before', async () => {
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, from: HOME })).toBe('OK');
    await guess(30, { login: 'customer1' });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('INVALID_CREDENTIALS');
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, from: HOME })).toBe('OK');
    // And what was right at home changes nothing for the stranger.
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('INVALID_CREDENTIALS');
    await guess(ATTEMPTS, { login: 'customer1', from: HOME });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, from: HOME })).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  test('is counted together however the login is written, and on whichever instance', async () => {
    const ways = ['customer1', 'CUSTOMER1', 'customer1@demo.example', 'Customer1@Demo.Example', 'cusTomer1'];
    for (const [n, login] of ways.entries()) await outcomeOf({ login, at: n % 2 === 0 ? app : other });
    for (const at of [app, other])
      expect(await outcomeOf({ login: 'customer1', password: PASSWORD, at })).toBe('INVALID_CREDENTIALS');
  });

  test('goes on being counted after a restart', async () => {
    const first = await app.sibling();
    await guess(ATTEMPTS, { login: 'customer1', at: first });
    await first.stop();
    const second = await app.sibling();
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, at: second })).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  test('by many names in one request is one guess: the first that fails ends it', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `a${n}`);
    const query = `mutation { ${names
      .map((name) => `${name}: login(input: { login: "customer1", password: "guess ${name}" }) { expiresAt }`)
      .join(' ')} }`;
    const { data, errors } = await app.ask(query);
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions.code)).toEqual(['INVALID_CREDENTIALS']);
    expect(await counterOf('customer1')).toMatchObject({ failures: 1 });
  });

  test('with addresses made up in a header counts for the one that the proxy saw', async () => {
    for (let n = 0; n < ATTEMPTS; n += 1)
      await outcomeOf({ login: 'customer1', from: `10.0.0.${n}, ${ELSEWHERE}` });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('INVALID_CREDENTIALS');
    const addresses = await app.database("select key from login_counter where key like 'address:%'");
    expect(addresses).toEqual([{ key: `address:${ELSEWHERE}` }]);
  });

  test('of one account after the other makes the address wait, but nobody who is known there', async () => {
    const strict = await app.sibling({ LOGIN_ATTEMPTS_PER_ADDRESS: '10' });
    expect(await outcomeOf({ login: 'customer2', password: PASSWORD, at: strict })).toBe('OK');
    for (let n = 0; n < 10; n += 1) await outcomeOf({ login: `made-up-${n}`, at: strict });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, at: strict })).toBe(
      'INVALID_CREDENTIALS',
    );
    expect(await outcomeOf({ login: 'customer2', password: PASSWORD, at: strict })).toBe('OK');
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, from: HOME, at: strict })).toBe('OK');
  });

  test('with the right one, however often at once, leaves nobody waiting', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => outcomeOf({ login: 'customer1', password: PASSWORD })),
    );
    expect((await counterOf('customer1')).waits ?? 0).toBe(0);
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD })).toBe('OK');
  });

  test('right, again and again, makes no address wait', async () => {
    const strict = await app.sibling({ LOGIN_ATTEMPTS_PER_ADDRESS: '4' });
    await outcomeOf({ login: 'customer1', at: strict });
    for (let n = 0; n < 8; n += 1)
      expect(await outcomeOf({ login: 'customer2', password: PASSWORD, at: strict })).toBe('OK');
    const [address] = await app.database(
      "select failures, looked_at from login_counter where key like 'address:%'",
    );
    expect(address).toEqual({ failures: 1, looked_at: 1 });
  });

  test('from an address is not made up for by signing in to an account of one’s own', async () => {
    const strict = await app.sibling({ LOGIN_ATTEMPTS_PER_ADDRESS: '6' });
    expect(await outcomeOf({ login: 'customer2', password: PASSWORD, at: strict })).toBe('OK');
    for (let n = 0; n < 6; n += 1) await outcomeOf({ login: `made-up-${n}`, at: strict });
    for (let n = 0; n < 8; n += 1) await outcomeOf({ login: 'customer2', password: PASSWORD, at: strict });
    await letTheWaitRunOut();
    await outcomeOf({ login: 'made-up', at: strict });
    expect(await outcomeOf({ login: 'customer1', password: PASSWORD, at: strict })).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  test('without end does not shut the owner out in a browser that has signed in before, wherever it is', async () => {
    const { cookies } = await tryOnce({ login: 'customer1', password: PASSWORD, from: HOME });
    const cookie = cookies.find((one) => one.startsWith('portico_device=')) ?? '';
    const foreign = (await tryOnce({ login: 'customer2', password: PASSWORD, from: HOME })).cookies.join(
      '; ',
    );
    // Not its last letter: not all bits of that one count.
    const forged = cookie.replace(/.(?=.{4}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    await guess(10, { login: 'customer1' });
    const onTheRoad = { login: 'customer1', password: PASSWORD, from: '192.0.2.44' };
    expect(await outcomeOf(onTheRoad)).toBe('INVALID_CREDENTIALS');
    expect(await outcomeOf({ ...onTheRoad, cookie: foreign })).toBe('INVALID_CREDENTIALS');
    expect(await outcomeOf({ ...onTheRoad, cookie: forged })).toBe('INVALID_CREDENTIALS');
    expect(await outcomeOf({ ...onTheRoad, cookie })).toBe('OK');
    await guess(ATTEMPTS, { login: 'customer1', from: '192.0.2.45', cookie });
    expect(await outcomeOf({ ...onTheRoad, from: '192.0.2.45', cookie })).toBe('INVALID_CREDENTIALS');
  });

  test('is not what somebody did whom a full queue turned away', async () => {
    const narrow = await app.sibling({
      ...{ PASSWORD_HASH_CONCURRENCY: '1', PASSWORD_HASH_QUEUE: '0' },
      // A login that isn't there takes what a new hash does: long enough to be in the way of others.
      ...{ ARGON2_MEMORY_KIB: '19456', ARGON2_PASSES: '16' },
    });
    const outcomes = await guess(20, { login: 'nobody-at-all', at: narrow });
    const turnedAway = outcomes.filter((outcome) => outcome === 'RATE_LIMITED').length;
    expect(turnedAway).toBeGreaterThan(0);
    const [address] = await app.database("select failures from login_counter where key like 'address:%'");
    expect(address).toEqual({ failures: 20 - turnedAway });
  });

  test('is not what the owner of an older hash does who signs in often at once', async () => {
    const [old] = vectors.filter(({ method }) => method === '$2b$10$');
    await app.database("update portal_user set password_hash = $1 where username = 'operations1'", [
      old?.hash,
    ]);
    const right = { login: 'operations1', password: old?.password ?? '' };
    await Promise.all(Array.from({ length: 12 }, () => outcomeOf(right)));
    expect((await counterOf('operations1')).waits ?? 0).toBe(0);
    expect(await outcomeOf(right)).toBe('OK');
  });
});

describe('a session that was left open', () => {
  const change = async (token: string, currentPassword: string, newPassword = 'velvet otter 94 marches') => {
    const variables = { currentPassword, newPassword };
    const { errors } = await app.ask(ChangePasswordDocument, variables, { token });
    return errors[0]?.extensions.fields?.[0]?.path ?? 'OK';
  };

  test('is no place to guess the password at either', async () => {
    const token = await app.tokenOf('warehouse1');
    for (let n = 0; n < ATTEMPTS; n += 1) await change(token, `guess ${n}`);
    expect(await counterOf('warehouse1')).toMatchObject({ failures: ATTEMPTS, waits: 1 });
    expect(await change(token, PASSWORD)).toBe('input.currentPassword');
    await letTheWaitRunOut();
    // A new password that is refused is no guess at the current one.
    for (let n = 0; n < ATTEMPTS; n += 1)
      expect(await change(token, PASSWORD, 'password123')).toBe('input.newPassword');
    expect(await change(token, PASSWORD)).toBe('OK');
  });

  test('is one place, from however many addresses it is used', async () => {
    const token = await app.tokenOf('driver1');
    const query = print(ChangePasswordDocument);
    for (let n = 0; n < ATTEMPTS + 2; n += 1) {
      await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-forwarded-for': `192.0.2.${n}`,
        },
        body: JSON.stringify({
          query,
          variables: { currentPassword: `guess ${n}`, newPassword: 'velvet otter 94 marches' },
        }),
      });
    }
    expect(await change(token, PASSWORD)).toBe('input.currentPassword');
  });
});

test('a changed password leaves nobody known anywhere but where it was changed', async () => {
  await outcomeOf({ login: 'customerall', password: PASSWORD, from: HOME });
  const token = await app.tokenOf('customerall');
  const change = { currentPassword: PASSWORD, newPassword: 'velvet otter 94 marches' };
  await app.ask(ChangePasswordDocument, change, { token });
  const known = await app.database(
    `select s.network from session s join portal_user u on u.id = s.user_id
     where u.username = 'customerall' and s.network is not null`,
  );
  expect(known).toEqual([{ network: '127.0.0.1' }]);
});

describe('nobody can tell', () => {
  test('an unknown login from a wrong password, a wait, or one that is not active', async () => {
    await guess(ATTEMPTS, { login: 'customer2' });
    await app.database("update portal_user set active = false where username = 'driver1'");
    const answers = await Promise.all([
      tryOnce({ login: 'nobody-at-all' }),
      tryOnce({ login: 'nobody@demo.example' }),
      tryOnce({ login: 'customer1' }),
      tryOnce({ login: 'customer2' }),
      tryOnce({ login: 'customer2', password: PASSWORD }),
      tryOnce({ login: 'driver1' }),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.outcome).toBe('INVALID_CREDENTIALS');
    expect(await outcomeOf({ login: 'driver1', password: PASSWORD })).toBe('ACCOUNT_INACTIVE');
    await app.database("update portal_user set active = true where username = 'driver1'");
  });

  test('which login there is from what a sign-in asks of the database', async () => {
    const kinds = async (attempt: Try) => {
      app.clear();
      await outcomeOf(attempt);
      return app.databaseQueries.map((sql) => sql.slice(0, 40));
    };
    const unknown = await kinds({ login: 'nobody-at-all' });
    expect(unknown.length).toBeGreaterThan(0);
    expect(await kinds({ login: 'customer1' })).toEqual(unknown);
    await guess(ATTEMPTS, { login: 'customer1' });
    expect(await kinds({ login: 'customer1' })).toEqual(unknown);
    expect(await kinds({ login: 'customer1', password: PASSWORD })).toEqual(unknown);
  });
});

test('an admin sees who has to wait, and how many failures there were', async () => {
  await guess(7, { login: 'customer1' });
  const token = await app.tokenOf('admin1');
  const { data } = await app.ask(PortalUsersDocument, { filter: { locked: true } }, { token });
  expect(data?.portalUsers.nodes).toMatchObject([
    { username: 'customer1', failedLoginCount: 7, lockedUntil: expect.any(String) },
  ]);
  const rest = await app.ask(PortalUsersDocument, { filter: { locked: false } }, { token });
  expect(rest.data?.portalUsers.nodes.map((user) => user.username)).not.toContain('customer1');
  for (const user of rest.data?.portalUsers.nodes ?? [])
    expect(user).toMatchObject({ failedLoginCount: 0, lockedUntil: null });
});

interface Guess {
  login: string;
  right: boolean;
  onOther: boolean;
  from: string;
}
const guesses: fc.Arbitrary<Guess[]> = fc.array(
  fc.record({
    login: fc.constantFrom('customer1', 'customer1@demo.example', 'CUSTOMER1'),
    right: fc.boolean(),
    onOther: fc.boolean(),
    from: fc.constantFrom(ELSEWHERE, '192.0.2.1', '192.0.2.2'),
  }),
  { minLength: 1, maxLength: 24 },
);

/** Makes all guesses of a round at once. @returns how many of them came in */
async function makeAtOnce(round: readonly Guess[]): Promise<number> {
  const outcomes = await Promise.all(
    round.map(({ login, right, onOther, from }) =>
      outcomeOf({ login, from, at: onOther ? other : app, ...(right && { password: PASSWORD }) }),
    ),
  );
  return outcomes.filter((outcome) => outcome === 'OK').length;
}

test('under any mix of guesses, instances and addresses, each failure is counted and no wait is passed', () =>
  fc.assert(
    fc.asyncProperty(fc.array(guesses, { minLength: 1, maxLength: 3 }), async (rounds) => {
      await app.database('delete from login_counter');
      await app.database('delete from session');
      let counted = 0;
      for (const round of rounds) {
        const cameIn = await makeAtOnce(round);
        const anyRight = round.some(({ right }) => right);
        if (!anyRight) expect(cameIn).toBe(0);
        // Who has come in is known at their address, and counted apart there: that is another test's matter.
        if (cameIn > 0) return;
        counted += round.length;
        const { failures, waits } = await counterOf('customer1');
        expect(failures).toBe(counted);
        expect(waits).toBe(counted >= ATTEMPTS ? 1 : 0);
        // A right one is refused only after the wrong ones had used up what is free.
        if (anyRight) expect(counted).toBeGreaterThan(ATTEMPTS);
      }
    }),
    { numRuns: Number(process.env['PORTICO_TEST_RUNS'] ?? 8) },
  ));
