import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryChangedDocument,
  LogoutDocument,
  LogoutEverywhereDocument,
  ViewerChangedDocument,
  type ViewerChangedSubscription,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { ApiKeys } from '../../support/api-keys.js';
import { trailWhere } from '../../support/audit-trail.js';
import { connectLive, type Watched } from '../../support/live.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp({ LIVE_INTERVAL_SECONDS: '1' });
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

/** A customer who watches what happens to them. */
async function watcher() {
  const login = await accounts.made({ role: 'CUSTOMER', erpCustomerNames: ['Acme Beverages'] });
  const token = await app.tokenOf(login.username, login.password);
  const live = await connectLive(app, { token });
  return { login, token, live, watched: live.watch(ViewerChangedDocument) };
}

const eventsOf = ({ events }: Watched<ViewerChangedSubscription>) =>
  events.map(({ data }) => data?.viewerChanged);

describe('an open page is told why its session has ended', () => {
  type Watcher = Awaited<ReturnType<typeof watcher>>;
  const ways: [string, (one: Watcher) => Promise<unknown>][] = [
    ['SIGNED_OUT', ({ token }) => app.ask(LogoutDocument, {}, { token })],
    ['SIGNED_OUT', ({ token }) => app.ask(LogoutEverywhereDocument, {}, { token })],
    [
      'ENDED_ELSEWHERE',
      ({ login }) =>
        app.ask('mutation ($id: ID!) { endPortalUserSessions(id: $id) }', { id: login.id }, 'admin1'),
    ],
    [
      'PASSWORD_CHANGED',
      ({ login, token }) => {
        const change = { currentPassword: login.password, newPassword: 'violet harbour ninety two' };
        return app.ask(ChangePasswordDocument, change, { token });
      },
    ],
    [
      'PASSWORD_CHANGED',
      ({ login }) =>
        app.ask(
          'mutation ($id: ID!) { resetPortalUserPassword(id: $id) { portalUser { id } } }',
          { id: login.id },
          'admin1',
        ),
    ],
    ['DEACTIVATED', ({ login: { id, version } }) => accounts.update({ id, version, active: false })],
    [
      'EXPIRED',
      ({ login }) => app.database('update session set expires_at = now() where user_id = $1', [login.id]),
    ],
    ['EXPIRED', ({ login }) => app.database('delete from session where user_id = $1', [login.id])],
  ];

  test.each(ways)('%s', async (reason, end) => {
    const one = await watcher();
    // Its first look must not be the one that finds the end: then the subscription would be refused.
    await one.live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } }).atLeast(1);
    await end(one);
    expect(await one.watched.end()).toEqual([]);
    expect(eventsOf(one.watched)).toEqual([{ __typename: 'SessionEnded', reason }]);
  });
});

test('an open page is told of a new role, and the rest of the session is in it', async () => {
  const { login, live, watched } = await watcher();
  const stock = live.watch(InventoryChangedDocument, { filter: { lot: { equals: 'none' } } });
  await stock.atLeast(1);
  await accounts.update({ id: login.id, version: login.version, role: 'DRIVER', erpCustomerNames: [] });
  const [event] = await watched.atLeast(1);
  expect(event?.data?.viewerChanged).toMatchObject({
    __typename: 'AccessChanged',
    viewer: { role: 'DRIVER', homePath: '/driver/dashboard' },
  });
  // Whoever may not see stock any more is told no more of it.
  expect(await stock.end()).toEqual(['FORBIDDEN']);
});

test('many who watch cost as many looks at their sessions as one', async () => {
  const filter = { lot: { equals: 'none' } };
  const watchers = await Promise.all(Array.from({ length: 10 }, watcher));
  for (const { live } of watchers) await live.watch(InventoryChangedDocument, { filter }).atLeast(1);
  app.clear();
  const [first, ...others] = watchers as [Awaited<ReturnType<typeof watcher>>];
  await accounts.update({ id: first.login.id, version: first.login.version, active: false });
  await first.watched.end();
  for (const { watched } of others) expect(eventsOf(watched)).toEqual([]);
  const sent = (part: string) => app.backgroundQueries.filter((sql) => sql.includes(part)).length;
  const rounds = sent('insert into live_question');
  expect(rounds).toBeGreaterThan(0);
  expect(sent('s.revoked_at is not null')).toBeLessThanOrEqual(rounds + 1);
});

describe('whoever may not watch is refused', () => {
  test.each([
    ['nobody', null],
    ['a forged token', { token: 'eyJhbGciOiJIUzI1NiJ9.e30.x' }],
  ] as const)('%s: the connection is closed', async (_, as) => {
    const live = await connectLive(app, as);
    await live.watch(ViewerChangedDocument).end();
    expect(live.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  test('an API key, because its owner must not learn when the stock moves', async () => {
    const { secret } = await new ApiKeys(app).made({ name: 'Live' });
    const live = await connectLive(app, { token: secret });
    expect(await live.watch(InventoryChangedDocument).end()).toEqual(['FORBIDDEN']);
    expect(await live.watch(ViewerChangedDocument).end()).toEqual(['FORBIDDEN']);
    const trail = await trailWhere(app, "action = 'AUTHORIZATION_DENIED' and actor_name like $1", '%Live%');
    expect(trail.map(({ target }) => target)).toEqual(['inventoryChanged', 'viewerChanged']);
  });

  test('a driver, of the stock, which is audited', async () => {
    const live = await connectLive(app, 'driver1');
    expect(await live.watch(InventoryChangedDocument).end()).toEqual(['FORBIDDEN']);
    const [denial] = await trailWhere(app, "action = 'AUTHORIZATION_DENIED' and actor_name = $1", 'driver1');
    expect(denial).toMatchObject({ target: 'inventoryChanged', facts: { role: 'DRIVER' } });
  });

  test('whoever must choose a new password first', async () => {
    const login = await accounts.made({ role: 'CUSTOMER', erpCustomerNames: ['Acme Beverages'] });
    const token = await app.tokenOf(login.username, login.password);
    await app.database('update portal_user set must_change_password = true where id = $1', [login.id]);
    const live = await connectLive(app, { token });
    expect(await live.watch(ViewerChangedDocument).end()).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    expect(await live.watch(InventoryChangedDocument).end()).toEqual(['PASSWORD_CHANGE_REQUIRED']);
  });
});
