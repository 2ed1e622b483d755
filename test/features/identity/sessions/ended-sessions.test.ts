import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  EndPortalUserSessionsDocument,
  EndSessionDocument,
  MySessionsDocument,
  PortalUserSessionsDocument,
  ViewerDocument,
} from '../../../../schema/operations.generated.js';
import { Accounts } from '../../../support/accounts.js';
import { trailOf } from '../../../support/audit-trail.js';
import { startTestApp, type TestApp } from '../../../support/start-app.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp();
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

interface Payload {
  login: { accessToken: string; sessionExpiresAt: string };
}
async function signIn({ username, password }: { username: string; password: string }) {
  const { data } = await app.ask<Payload, object>(
    `mutation ($login: String!, $password: String!) {
       login(input: { login: $login, password: $password }) { accessToken sessionExpiresAt }
     }`,
    { login: username, password },
  );
  if (!data) throw new Error(`${username} could not sign in`);
  const as = { token: data.login.accessToken };
  const { data: mine } = await app.ask(MySessionsDocument, {}, as);
  const id = mine?.mySessions.find(({ current }) => current)?.id ?? '';
  return { as, id, until: data.login.sessionExpiresAt };
}
const end = (id: string, as: { token: string } | null) => app.ask(EndSessionDocument, { id }, as);
const isOpen = async (as: { token: string }) => (await app.ask(ViewerDocument, {}, as)).data?.viewer !== null;

describe('a user who lost a device', () => {
  test('ends its session, and no other; the second time there is nothing to end', async () => {
    const login = await accounts.made();
    const [phone, desk] = [await signIn(login), await signIn(login)];
    const ended = await end(phone.id.toUpperCase(), desk.as);
    expect(ended.data).toEqual({ endSession: true });
    expect(await trailOf(app, ended)).toMatchObject([
      {
        action: 'SESSIONS_REVOKED',
        actor: login.username,
        target: login.email,
        facts: { sessionsRevoked: 1 },
      },
    ]);
    expect([await isOpen(phone.as), await isOpen(desk.as)]).toEqual([false, true]);
    const again = await end(phone.id, desk.as);
    expect(again.data).toEqual({ endSession: false });
    expect(await trailOf(app, again)).toEqual([]);
    expect((await end(desk.id, desk.as)).headers.get('set-cookie')).toContain('portico_refresh=;');
    expect(await isOpen(desk.as)).toBe(false);
  });

  test('can’t end another user’s session: it is as if there were none', async () => {
    const [own, other] = [await signIn(await accounts.made()), await signIn(await accounts.made())];
    const refused = await end(other.id, own.as);
    const unknown = await end(NOBODYS, own.as);
    expect(refused.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(refused.errors[0]?.message).toBe(unknown.errors[0]?.message.replace(NOBODYS, other.id));
    expect(await isOpen(other.as)).toBe(true);
    expect((await end(other.id, null)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('ends it once, however many requests there are at once', async () => {
    const login = await accounts.made();
    const [phone, desk] = [await signIn(login), await signIn(login)];
    const answers = await Promise.all(Array.from({ length: 4 }, () => end(phone.id, desk.as)));
    expect(answers.filter(({ data }) => data?.endSession)).toHaveLength(1);
  });
});

test('a sign-in says when its session ends at the latest', async () => {
  const { as, id, until } = await signIn(await accounts.made());
  const { data } = await app.ask(MySessionsDocument, {}, as);
  expect(data?.mySessions.find((session) => session.id === id)?.expiresAt).toBe(until);
});

describe('an admin', () => {
  test('sees the sessions of a login, and ends them all', async () => {
    const login = await accounts.made();
    const open = [await signIn(login), await signIn(login)];
    const { data } = await app.ask(PortalUserSessionsDocument, { id: login.id }, 'admin1');
    const shown = data?.portalUser?.sessions ?? [];
    expect(shown.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    expect(shown).toMatchObject([{ current: false }, { current: false }]);
    const ended = await app.ask(EndPortalUserSessionsDocument, { id: login.id }, 'admin1');
    expect(ended.data).toEqual({ endPortalUserSessions: 2 });
    expect(await trailOf(app, ended)).toMatchObject([
      { action: 'SESSIONS_REVOKED', actor: 'admin1', target: login.email, facts: { sessionsRevoked: 2 } },
    ]);
    for (const { as } of open) expect(await isOpen(as)).toBe(false);
    const again = await app.ask(EndPortalUserSessionsDocument, { id: login.id }, 'admin1');
    expect([again.data, await trailOf(app, again)]).toEqual([{ endPortalUserSessions: 0 }, []]);
    expect((await signIn(login)).id).not.toBe('');
    const unknown = await app.ask(EndPortalUserSessionsDocument, { id: NOBODYS }, 'admin1');
    expect(unknown.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('reads the sessions of many logins in one query, and nobody else reads any', async () => {
    await app.tokenOf('admin1');
    app.clear();
    const query = '{ portalUsers(first: 7) { nodes { sessions { id } } } }';
    expect((await app.ask(query, {}, 'admin1')).errors).toEqual([]);
    expect(app.databaseQueries.filter((sql) => sql.includes('cross join lateral'))).toHaveLength(1);
    for (const role of ['customer1', 'operations1', 'driver1', 'warehouse1'] as const) {
      const { errors } = await app.ask('{ viewer { user { sessions { id } } } }', {}, role);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
