import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditEntryDocument,
  ChangePasswordDocument,
  EndPortalUserSessionsDocument,
  LoginDocument,
  MyActivityDocument,
  UnlockPortalUserDocument,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { appendMany } from '../../support/audit.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp();
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

const signIn = (login: string, password: string) => app.ask(LoginDocument, { login, password });
async function activityOf(as: { token: string }, page: { first?: number; after?: string | null } = {}) {
  const { data, errors } = await app.ask(MyActivityDocument, page, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.myActivity;
}

describe('a user’s own activity', () => {
  test('has their sign-ins, failed ones too, and who did what is hidden only if it was staff', async () => {
    const { id, username, email, password } = await accounts.made();
    await signIn(username, 'wrong');
    await app.ask(UnlockPortalUserDocument, { id }, 'admin1');
    await signIn(username, password);
    await app.ask(EndPortalUserSessionsDocument, { id }, 'admin1');
    const input = { currentPassword: password, newPassword: 'velvet otter 94 marches' };
    const as = { token: (await signIn(username, password)).data?.login.accessToken ?? '' };
    const changed = await app.ask(ChangePasswordDocument, input, as);
    const activity = await activityOf({ token: changed.data?.changePassword.accessToken ?? '' });
    const own = { actorName: username, actor: { id, username, email }, ip: '127.0.0.1' };
    const hidden = { actorName: 'staff', actor: null, ip: null, userAgent: null, requestId: null, hash: '' };
    expect(activity.nodes).toMatchObject([
      { action: 'PASSWORD_CHANGED', ...own },
      { action: 'LOGIN_SUCCEEDED', ...own },
      { action: 'SESSIONS_REVOKED', ...hidden },
      { action: 'LOGIN_SUCCEEDED', ...own },
      { action: 'ACCOUNT_UNLOCKED', ...hidden },
      { action: 'LOGIN_FAILED', actorName: 'nobody', actor: null, ip: '127.0.0.1' },
    ]);
    expect(activity.nodes.every(({ targetId }) => targetId === id)).toBe(true);
    expect(activity.totalCount).toBe(6);
    expect(JSON.stringify(activity)).not.toContain('admin1');
  });

  test('is paged by cursors that are of no use to another user', async () => {
    const [own, other] = [await accounts.made(), await accounts.made()];
    await signIn(own.username, 'wrong');
    const as = { token: await app.tokenOf(own.username, own.password) };
    const { nodes, pageInfo } = await activityOf(as, { first: 1 });
    expect([nodes[0]?.action, pageInfo.hasNextPage]).toEqual(['LOGIN_SUCCEEDED', true]);
    const next = await activityOf(as, { first: 1, after: pageInfo.endCursor });
    expect(next.nodes.map(({ action }) => action)).toEqual(['LOGIN_FAILED']);
    const stranger = { token: await app.tokenOf(other.username, other.password) };
    const { errors } = await app.ask(MyActivityDocument, { after: pageInfo.endCursor }, stranger);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await activityOf(stranger)).nodes).toHaveLength(1);
    expect((await app.ask(MyActivityDocument)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('is read from an index, however long the log is', async () => {
    const { id, username, password } = await accounts.made();
    const as = { token: await app.tokenOf(username, password) };
    await appendMany(app, 5_000);
    await activityOf(as);
    await app.database('analyze audit_entry');
    app.clear();
    await activityOf(as);
    const [sql = ''] = app.databaseQueries.filter((query) => query.includes('limit 21'));
    const parameters = ['PORTAL_USER', id, ['LOGIN_SUCCEEDED', 'LOGIN_FAILED']];
    const plan = await app.database(`explain (format json) ${sql}`, parameters);
    expect(JSON.stringify(plan)).toContain('audit_entry_of_target');
    expect(JSON.stringify(plan)).not.toContain('Seq Scan');
  });
});

test('an admin opens one entry by its sequence, and nobody else does', async () => {
  await app.tokenOf('admin1');
  const entry = async (sequence: number) =>
    (await app.ask(AuditEntryDocument, { sequence }, 'admin1')).data?.auditEntry;
  expect(await entry(1)).toMatchObject({ sequence: 1 });
  for (const none of [0, -1, 2_147_483_647]) expect(await entry(none)).toBeNull();
  const { errors } = await app.ask(AuditEntryDocument, { sequence: 1 }, 'operations1');
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
});
