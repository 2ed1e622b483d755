import { randomBytes } from 'node:crypto';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryCountDocument,
  InventoryDocument,
  LoginDocument,
  LogoutDocument,
  LogoutEverywhereDocument,
  MySessionsDocument,
  RefreshSessionDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { type DemoUser, startTestApp, type TestApp } from '../../../support/start-app.js';
import { until } from '../../../support/until.js';

const PASSWORD = 'password123';

let app: TestApp;
let other: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  other = await app.sibling();
});
afterAll(() => app.stop());

async function signIn(login: DemoUser, at = app) {
  const { data } = await at.ask(LoginDocument, { login, password: PASSWORD });
  if (!data) throw new Error(`${login} could not sign in`);
  return data.login;
}
const refresh = async (refreshToken: string, at = app) => {
  const { data, errors } = await at.ask(RefreshSessionDocument, { refreshToken });
  return { grant: data?.refreshSession ?? null, code: errors[0]?.extensions.code };
};
const isSignedIn = async (token: string, at = app) =>
  (await at.ask(ViewerDocument, {}, { token })).data?.viewer !== null;
/** Makes what happened up to now lie further back than a moment. */
const letTimePass = (time = '1 minute') =>
  app.database('update refresh_token set spent_at = spent_at - $1::interval', [time]);

describe('a refresh token', () => {
  test('goes on with the session: a new token of each kind, and nothing else signs the person in', async () => {
    const first = await signIn('customer1');
    const { grant } = await refresh(first.refreshToken);
    expect(grant?.viewer.user.username).toBe('customer1');
    expect(grant?.refreshToken).not.toBe(first.refreshToken);
    expect(await isSignedIn(grant?.accessToken ?? '')).toBe(true);
    const third = await refresh(grant?.refreshToken ?? '');
    expect(await isSignedIn(third.grant?.accessToken ?? '')).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['noise', 'x'.repeat(43)],
    ['another form', "' or true --"],
    ['NUL', `${'\0'.repeat(43)}`],
    ['a megabyte less a little', 'x'.repeat(9_000)],
  ])('that is %s is refused', async (_what, token) => {
    expect(await refresh(token)).toEqual({ grant: null, code: 'UNAUTHENTICATED' });
  });

  test('that was spent before ends the whole family, the newest token with it', async () => {
    const stolen = await signIn('customer1');
    const untouched = await signIn('customer1');
    const next = await refresh(stolen.refreshToken);
    const last = await refresh(next.grant?.refreshToken ?? '');
    await letTimePass();
    expect(await refresh(stolen.refreshToken)).toEqual({ grant: null, code: 'UNAUTHENTICATED' });
    expect((await refresh(last.grant?.refreshToken ?? '')).code).toBe('UNAUTHENTICATED');
    expect(await isSignedIn(last.grant?.accessToken ?? '')).toBe(false);
    expect(await isSignedIn(untouched.accessToken)).toBe(true);
    expect(app.log.join('')).toContain('a spent refresh token came back');
  });

  test('that two tabs spend at the same moment, on two instances, ends nothing', async () => {
    const { refreshToken } = await signIn('customer2');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => refresh(refreshToken, n % 2 === 0 ? app : other)),
    );
    const successors = new Set(answers.map(({ grant }) => grant?.refreshToken));
    expect(answers.map(({ code }) => code)).toEqual(Array(12).fill(undefined));
    expect(successors.size).toBe(1);
    const [next = ''] = successors;
    expect((await refresh(next ?? '')).code).toBeUndefined();
    // Whoever kept one of the tabs' tokens has no chain of their own.
    await letTimePass();
    expect((await refresh(next ?? '')).code).toBe('UNAUTHENTICATED');
  });

  test('that a slow tab spends after another has gone on twice gives the newest, not one that is spent', async () => {
    const { refreshToken } = await signIn('customer2');
    const second = await refresh(refreshToken);
    const third = await refresh(second.grant?.refreshToken ?? '', other);
    const late = await refresh(refreshToken);
    expect(late.grant?.refreshToken).toBe(third.grant?.refreshToken);
    await letTimePass();
    expect((await refresh(late.grant?.refreshToken ?? '')).code).toBeUndefined();
  });

  describe('whose answer was lost on the way', () => {
    test('is answered again, with the same successor, for a minute', async () => {
      const { refreshToken, accessToken } = await signIn('customer1');
      const lost = await refresh(refreshToken);
      await letTimePass('20 seconds');
      // What was on its way with the old access token says nothing about the new ones.
      expect(await isSignedIn(accessToken)).toBe(true);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) => refresh(refreshToken, n % 2 === 0 ? app : other)),
      );
      expect(new Set(answers.map(({ grant }) => grant?.refreshToken))).toEqual(
        new Set([lost.grant?.refreshToken]),
      );
      await letTimePass('10 seconds');
      const last = await refresh(refreshToken);
      expect(last.grant?.refreshToken).toBe(lost.grant?.refreshToken);
      expect(await isSignedIn(last.grant?.accessToken ?? '', other)).toBe(true);
      expect((await refresh(last.grant?.refreshToken ?? '')).code).toBeUndefined();
    });

    test('ends the session after that minute, as any other that comes back', async () => {
      const { refreshToken } = await signIn('customer1');
      const lost = await refresh(refreshToken);
      await letTimePass('30 seconds');
      expect((await refresh(refreshToken)).code).toBeUndefined();
      // Retries make the minute no longer.
      await letTimePass('30 seconds');
      expect((await refresh(refreshToken)).code).toBe('UNAUTHENTICATED');
      expect(await isSignedIn(lost.grant?.accessToken ?? '')).toBe(false);
    });
  });

  describe('that was stolen after its owner spent it', () => {
    /** The owner's next tokens, and the stolen token half a minute later. */
    const theft = async (use: (next: { accessToken: string; refreshToken: string }) => Promise<unknown>) => {
      const { refreshToken } = await signIn('customer1');
      const { grant } = await refresh(refreshToken);
      if (!grant) throw new Error('not refreshed');
      await use(grant);
      await letTimePass('30 seconds');
      return { owner: grant, thief: await refresh(refreshToken, other) };
    };

    test.each([
      ['an access token', ({ accessToken }: { accessToken: string }) => isSignedIn(accessToken)],
      ['the next refresh token', ({ refreshToken }: { refreshToken: string }) => refresh(refreshToken)],
    ])('ends the session if the owner has used %s of the answer', async (_what, use) => {
      const { owner, thief } = await theft(use);
      expect(thief).toEqual({ grant: null, code: 'UNAUTHENTICATED' });
      expect(await isSignedIn(owner.accessToken)).toBe(false);
      expect((await refresh(owner.refreshToken)).code).toBe('UNAUTHENTICATED');
    });

    test('gives the thief no chain of their own, and nothing that the owner would not end', async () => {
      const { owner, thief } = await theft(async () => {});
      expect(thief.grant?.refreshToken).toBe(owner.refreshToken);
      // The thief goes on; then the owner, a quarter of an hour after the last refresh.
      const gained = await refresh(thief.grant?.refreshToken ?? '', other);
      expect(await isSignedIn(gained.grant?.accessToken ?? '', other)).toBe(true);
      await letTimePass('15 minutes');
      expect((await refresh(owner.refreshToken)).code).toBe('UNAUTHENTICATED');
      expect(await isSignedIn(gained.grant?.accessToken ?? '', other)).toBe(false);
      expect((await refresh(gained.grant?.refreshToken ?? '', other)).code).toBe('UNAUTHENTICATED');
    });

    test('before its owner could spend it, is found out by the owner once the thief uses what it gave', async () => {
      const { refreshToken } = await signIn('customer1');
      const thief = await refresh(refreshToken, other);
      expect(await isSignedIn(thief.grant?.accessToken ?? '', other)).toBe(true);
      await letTimePass('11 seconds');
      expect((await refresh(refreshToken)).code).toBe('UNAUTHENTICATED');
      expect(await isSignedIn(thief.grant?.accessToken ?? '', other)).toBe(false);
    });
  });

  test('is worth nothing once the session has ended, in whichever way', async () => {
    const endings: ((session: Awaited<ReturnType<typeof signIn>>) => Promise<unknown>)[] = [
      ({ accessToken }) => app.ask(LogoutDocument, {}, { token: accessToken }),
      ({ accessToken }) => app.ask(LogoutEverywhereDocument, {}, { token: accessToken }),
      () => app.database('update session set revoked_at = now()'),
      () => app.database("update session set expires_at = now() - interval '1 second'"),
      () => app.database("update portal_user set active = false where username = 'driver1'"),
    ];
    for (const end of endings) {
      const session = await signIn('driver1');
      await end(session);
      expect((await refresh(session.refreshToken, other)).code).toBe('UNAUTHENTICATED');
    }
    await app.database("update portal_user set active = true where username = 'driver1'");
  });

  test('never makes a session longer than SESSION_HOURS', async () => {
    const { refreshToken } = await signIn('warehouse1');
    const end = async () =>
      (await app.database('select max(expires_at) as at from session')).map((row) => row['at']);
    const before = await end();
    const { grant } = await refresh(refreshToken);
    expect(await end()).toEqual(before);
    await app.database("update session set expires_at = now() + interval '90 seconds'");
    const shortly = await refresh(grant?.refreshToken ?? '');
    const [at] = await end();
    expect(new Date(shortly.grant?.expiresAt as string).getTime()).toBeLessThanOrEqual(
      (at as Date).getTime(),
    );
  });

  test('is in the database as its hash alone, and not in the log', async () => {
    const { refreshToken } = await signIn('customer1');
    const rows = await app.database('select encode(token_hash, $1) as hash, * from refresh_token', ['hex']);
    expect(rows.length).toBeGreaterThan(0);
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(refreshToken);
    expect(stored).not.toContain(Buffer.from(refreshToken).toString('hex'));
    expect(app.log.join('')).not.toContain(refreshToken);
  });
});

describe("a browser's cookie", () => {
  const send = async (
    at: TestApp,
    document: Parameters<typeof print>[0],
    variables: object,
    cookie?: string,
  ) => {
    const response = await fetch(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) },
      body: JSON.stringify({ query: print(document), variables }),
    });
    const body = (await response.json()) as { data: Record<string, { refreshToken: string } | null> | null };
    const set = response.headers.getSetCookie().filter((cookie) => cookie.includes('portico_refresh='));
    return { set, body };
  };
  const credentials = { login: 'operations1', password: PASSWORD };
  const pairOf = (set: string[]) => set[0]?.split(';')[0] ?? '';

  test('holds the token out of reach of scripts and of other sites, and goes on with the session', async () => {
    const { set, body } = await send(app, LoginDocument, credentials);
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/^portico_refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(pairOf(set)).toBe(`portico_refresh=${body.data?.['login']?.refreshToken}`);

    const refreshed = await send(app, RefreshSessionDocument, {}, pairOf(set));
    expect(refreshed.body.data?.['refreshSession']?.refreshToken).toBeDefined();
    expect(pairOf(refreshed.set)).not.toBe(pairOf(set));
  });

  test('is sent by https alone where the portal is opened by https', async () => {
    const secure = await app.sibling({ APP_BASE_URL: 'https://portal.example.com' });
    const { set } = await send(secure, LoginDocument, credentials);
    expect(set[0]).toMatch(
      /^__Host-portico_refresh=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    const refreshed = await send(secure, RefreshSessionDocument, {}, pairOf(set));
    expect(refreshed.body.data?.['refreshSession']).not.toBeNull();
    // The name that any host of the domain could have set is not looked at.
    const planted = pairOf(refreshed.set).replace('__Host-', '');
    expect((await send(secure, RefreshSessionDocument, {}, planted)).body.data).toBeNull();
  });

  const GONE = /^portico_refresh=; Path=\/; Expires=Thu, 01 Jan 1970/;

  test.each([
    ['logout', LogoutDocument],
    ['logoutEverywhere', LogoutEverywhereDocument],
  ])('goes by %s', async (_name, document) => {
    const { accessToken } = await signIn('operations1');
    const { headers } = await app.ask(print(document), {}, { token: accessToken });
    expect(headers.getSetCookie()[0]).toMatch(GONE);
  });

  test('goes when it is good for nothing, and not because of an argument that is', async () => {
    const { set } = await send(app, LoginDocument, credentials);
    const refused = await send(app, RefreshSessionDocument, {}, 'portico_refresh=spent-long-ago');
    expect(refused.set[0]).toMatch(GONE);
    const kept = await send(app, RefreshSessionDocument, { refreshToken: 'x'.repeat(43) }, pairOf(set));
    expect(kept.set).toEqual([]);
  });

  test('signs nobody in: it is good for refreshing alone', async () => {
    const { set } = await send(app, LoginDocument, credentials);
    const { body } = await send(app, ViewerDocument, {}, pairOf(set));
    expect(body.data).toEqual({ viewer: null });
  });
});

describe('mySessions', () => {
  test("are the viewer's own that have not ended, and which one this is", async () => {
    await app.database('update session set revoked_at = now()');
    const [here, elsewhere, ended] = [await signIn('admin1'), await signIn('admin1'), await signIn('admin1')];
    await signIn('customer1');
    await app.ask(LogoutDocument, {}, { token: ended.accessToken });
    const { data } = await app.ask(MySessionsDocument, {}, { token: here.accessToken });
    expect(data?.mySessions.map((session) => session.current).sort()).toEqual([false, true]);
    expect(data?.mySessions[0]).toMatchObject({ ip: '127.0.0.1', userAgent: 'node' });
    expect(await isSignedIn(elsewhere.accessToken)).toBe(true);
  });

  test('say when they were last used', async () => {
    const { accessToken } = await signIn('customerall');
    await app.database("update session set last_used_at = now() - interval '1 hour', revoked_at = null");
    const used = async () => {
      const { data } = await app.ask(MySessionsDocument, {}, { token: accessToken });
      return data?.mySessions.find((session) => session.current);
    };
    const before = Date.now() - 60_000;
    expect(new Date((await used())?.lastUsedAt as string).getTime()).toBeGreaterThan(before);
    app.clear();
    await used();
    expect(app.databaseQueries.filter((sql) => sql.startsWith('update'))).toEqual([]);
  });
});

test('logoutEverywhere ends all sessions of the viewer, and no one else’s, and says how many', async () => {
  await app.database('update session set revoked_at = now()');
  const mine = [await signIn('customer2'), await signIn('customer2', other), await signIn('customer2')];
  const foreign = await signIn('customer1');
  const { data } = await app.ask(LogoutEverywhereDocument, {}, { token: mine[0]?.accessToken ?? '' });
  expect(data?.logoutEverywhere).toBe(3);
  for (const { accessToken } of mine) expect(await isSignedIn(accessToken, other)).toBe(false);
  expect(await isSignedIn(foreign.accessToken)).toBe(true);
});

describe('what changes for a login holds from its next request, on another instance too', () => {
  const stock = async (token: string) => {
    const { data, errors } = await other.ask(InventoryCountDocument, {}, { token });
    return errors[0]?.extensions.code ?? data?.inventory.totalCount;
  };

  test('a new assignment, a role, a deactivation, a new password', async () => {
    const { accessToken } = await signIn('customer1');
    const mine = await stock(accessToken);
    expect(mine).toBeGreaterThan(0);
    await app.database(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select id, 'Northwind Foods Pty Ltd' from portal_user where username = 'customer1'`,
    );
    expect(await stock(accessToken)).toBeGreaterThan(mine as number);
    const { data } = await other.ask(InventoryDocument, { first: 500 }, { token: accessToken });
    expect(data?.inventory.nodes.map((item) => item.erpCustomer.name)).toContain('Acme Beverages');
    await app.database("delete from portal_user_erp_customer where erp_customer_name like 'Northwind%'");
    expect(await stock(accessToken)).toBe(mine);
    await app.database("update portal_user set role_id = 4 where username = 'customer1'");
    expect(await stock(accessToken)).toBe('FORBIDDEN');
    await app.database("update portal_user set role_id = 2, active = false where username = 'customer1'");
    expect(await stock(accessToken)).toBe('UNAUTHENTICATED');
    await app.database("update portal_user set active = true where username = 'customer1'");
    expect(await stock(accessToken)).toBe(mine);
    const { accessToken: elsewhere } = await signIn('customer1', other);
    const change = { currentPassword: PASSWORD, newPassword: 'velvet otter 94 marches' };
    await app.ask(ChangePasswordDocument, change, { token: accessToken });
    expect(await stock(accessToken)).toBe('UNAUTHENTICATED');
    expect(await stock(elsewhere)).toBe('UNAUTHENTICATED');
  });
});

test('what nobody asks for any more is deleted, and who is known somewhere stays so for a month', async () => {
  await app.database('delete from session');
  await signIn('admin1');
  await app.database(
    `insert into session (user_id, expires_at, network)
     select id, now() - days * interval '1 day', days || ' days ago'
     from portal_user, unnest(array[29, 31]) as days where username = 'admin1'`,
  );
  await app.database(
    `insert into login_counter (key, failures, looked_at, forget_at)
     values ('old', 1, 4, now() - interval '1 second'), ('young', 1, 4, now() + interval '1 hour')`,
  );
  await app.sibling();
  const left = async () => {
    const sessions = await app.database('select network from session order by expires_at');
    const counters = await app.database("select key from login_counter where key in ('old', 'young')");
    return [...sessions.map((row) => row['network']), ...counters.map((row) => row['key'])].join();
  };
  await until(async () => (await left()) === '29 days ago,127.0.0.1,young');
});

test('a SECRET_KEY that is replaced in two steps signs nobody out; at once, everybody', async () => {
  const oldKey = randomBytes(48).toString('base64');
  const newKey = randomBytes(48).toString('base64');
  const before = await app.sibling({ SECRET_KEY: oldKey, SECRET_KEY_PREVIOUS: newKey });
  const session = await signIn('admin1', before);
  const page = await before.ask(InventoryDocument, { first: 1 }, { token: session.accessToken });
  const cursor = page.data?.inventory.pageInfo.endCursor ?? '';

  const rotated = await app.sibling({ SECRET_KEY: newKey, SECRET_KEY_PREVIOUS: oldKey });
  expect(await isSignedIn(session.accessToken, rotated)).toBe(true);
  const next = await rotated.ask(
    InventoryDocument,
    { first: 1, after: cursor },
    { token: session.accessToken },
  );
  expect(next.errors).toEqual([]);
  // Two tabs, of which one meets the instance that has the new key already.
  const one = await refresh(session.refreshToken, before);
  const two = await refresh(session.refreshToken, rotated);
  expect(two.grant?.refreshToken).toBe(one.grant?.refreshToken);
  expect(await isSignedIn(two.grant?.accessToken ?? '', before)).toBe(true);
  const three = await refresh(two.grant?.refreshToken ?? '', rotated);
  const four = await refresh(two.grant?.refreshToken ?? '', before);
  expect(four.grant?.refreshToken).toBe(three.grant?.refreshToken);

  const replaced = await app.sibling({ SECRET_KEY: newKey });
  expect(await isSignedIn(session.accessToken, replaced)).toBe(false);
  expect(await isSignedIn(two.grant?.accessToken ?? '', replaced)).toBe(true);
});
