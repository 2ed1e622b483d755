import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeactivateDormantPortalUsersDocument,
  DeactivatePortalUserDocument,
  LoginDocument,
  MySessionsDocument,
  ReactivatePortalUserDocument,
  ResetPortalUserPasswordDocument,
  UnlockPortalUserDocument,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { type Answer, startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS: '3' });
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;
const login = (username: string, password: string) => app.ask(LoginDocument, { login: username, password });
const as = (token: string) => app.ask(MySessionsDocument, {}, { token });
const deactivate = (id: string) => app.ask(DeactivatePortalUserDocument, { id }, 'admin1');
const reactivate = (id: string) => app.ask(ReactivatePortalUserDocument, { id }, 'admin1');
const unlock = (id: string) => app.ask(UnlockPortalUserDocument, { id }, 'admin1');
const reset = (id: string) => app.ask(ResetPortalUserPasswordDocument, { id }, 'admin1');
const ACTS: Record<string, (id: string) => Promise<Answer<unknown>>> = {
  deactivate,
  reactivate,
  unlock,
  reset,
};
const openLinks = async (id: string) =>
  (await app.database('select purpose from account_token where user_id = $1 and used_at is null', [id])).map(
    (row) => row['purpose'],
  );

/** A reset link that somebody asked for. */
const askForReset = (id: string, email: string) =>
  app.database(
    `insert into account_token (token_hash, user_id, purpose, email, expires_at)
     select sha256(convert_to($1::text, 'UTF8')), $1::uuid, 'PASSWORD_RESET', $2, now() + interval '30 minutes'`,
    [id, email],
  );

describe('a deactivated login', () => {
  test('is out at its next request, can not come in, and its links are dead; reactivated it comes in again', async () => {
    const made = await accounts.made();
    const token = await app.tokenOf(made.username, made.password);
    await login(made.username, made.password);
    await askForReset(made.id, made.email);
    const { data } = await deactivate(made.id);
    expect(data?.deactivatePortalUser.portalUser).toMatchObject({ active: false, version: 2 });
    expect(codeOf(await as(token))).toBe('UNAUTHENTICATED');
    expect(codeOf(await login(made.username, made.password))).toBe('ACCOUNT_INACTIVE');
    expect(await openLinks(made.id)).toEqual([]);
    expect((await accounts.told(made.id)).at(-1)).toMatchObject({
      action: 'PORTAL_USER_DEACTIVATED',
      actor_name: 'admin1',
      changes: [
        { field: 'active', before: true, after: false },
        { field: 'sessionsRevoked', before: null, after: 2 },
      ],
    });

    expect((await reactivate(made.id)).data?.reactivatePortalUser.portalUser.active).toBe(true);
    expect(codeOf(await as(token))).toBe('UNAUTHENTICATED');
    expect(codeOf(await login(made.username, made.password))).toBeUndefined();
    expect((await accounts.told(made.id)).at(-1)?.action).toBe('PORTAL_USER_REACTIVATED');
  });

  test('stays as it is where it is deactivated again, and so does an active one that is reactivated', async () => {
    const made = await accounts.made();
    for (const act of [reactivate, deactivate, deactivate, deactivate]) await act(made.id);
    expect((await accounts.read(made.id)).version).toBe(2);
    expect(await accounts.actions(made.id)).toEqual(['PORTAL_USER_CREATED', 'PORTAL_USER_DEACTIVATED']);
  });

  test('is the same by an edit, which may do more', async () => {
    const made = await accounts.made();
    const token = await app.tokenOf(made.username, made.password);
    await accounts.update({ id: made.id, active: false, displayName: 'Gone', erpCustomerNames: ['All'] });
    expect(codeOf(await as(token))).toBe('UNAUTHENTICATED');
    expect(await openLinks(made.id)).toEqual([]);
    await accounts.update({ id: made.id, active: true });
    expect((await accounts.read(made.id)).version).toBe(3);
    expect((await accounts.actions(made.id)).sort()).toEqual([
      'ERP_ACCESS_CHANGED',
      'PORTAL_USER_CREATED',
      'PORTAL_USER_DEACTIVATED',
      'PORTAL_USER_REACTIVATED',
      'PORTAL_USER_UPDATED',
    ]);
  });
});

test('an unlocked login need not wait any longer, and that is written down where it had to', async () => {
  const made = await accounts.made();
  for (let time = 0; time < 4; time += 1) await login(made.username, 'wrong all the time');
  expect(codeOf(await login(made.username, made.password))).toBe('INVALID_CREDENTIALS');
  expect((await accounts.read(made.id)).lockedUntil).not.toBeNull();
  const { data } = await unlock(made.id);
  expect(data?.unlockPortalUser.portalUser).toMatchObject({ failedLoginCount: 0, lockedUntil: null });
  expect(codeOf(await login(made.username, made.password))).toBeUndefined();
  await unlock(made.id);
  expect(await accounts.actions(made.id)).toEqual(['PORTAL_USER_CREATED', 'ACCOUNT_UNLOCKED']);
});

describe('a password that an admin resets', () => {
  /** As the mail would say it: only its hash is kept, so the test takes the place of who reads the mail. */
  const stateOf = async (id: string) =>
    (
      await app.database('select password_hash, must_change_password from portal_user where id = $1', [id])
    )[0];

  test('is dead at once with all sessions, and the new one is mailed and nowhere else', async () => {
    const made = await accounts.made();
    const token = await app.tokenOf(made.username, made.password);
    for (let time = 0; time < 3; time += 1) await login(made.username, 'wrong all the time');
    await askForReset(made.id, made.email);
    const { data, text } = await reset(made.id);
    expect(data?.resetPortalUserPassword.portalUser).toMatchObject({ mustChangePassword: true, version: 2 });
    expect(text).not.toMatch(/temporaryPassword":/);
    const expiry = Date.parse(data?.resetPortalUserPassword.portalUser.temporaryPasswordExpiresAt ?? '');
    expect(Math.abs(expiry - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
    expect(codeOf(await as(token))).toBe('UNAUTHENTICATED');
    expect((await accounts.read(made.id)).failedLoginCount).toBe(0);
    expect(codeOf(await login(made.username, made.password))).toBe('INVALID_CREDENTIALS');
    // The address is still to be confirmed.
    expect(await openLinks(made.id)).toEqual(['EMAIL_CONFIRMATION']);
    expect(await accounts.mails(made.email)).toEqual(['WELCOME', 'TEMPORARY_PASSWORD']);
    expect((await accounts.told(made.id)).at(-1)).toMatchObject({
      action: 'PASSWORD_RESET_BY_ADMIN',
      changes: [{ field: 'sessionsRevoked', after: 1 }, { field: 'temporaryPasswordExpiresAt' }],
    });
  });

  test('twice leaves the second only', async () => {
    const made = await accounts.made();
    await reset(made.id);
    const first = await stateOf(made.id);
    await reset(made.id);
    const second = await stateOf(made.id);
    expect(second?.['password_hash']).not.toBe(first?.['password_hash']);
    expect(second?.['must_change_password']).toBe(true);
    expect(await accounts.mails(made.email)).toEqual(['WELCOME', 'TEMPORARY_PASSWORD', 'TEMPORARY_PASSWORD']);
  });

  test('of an inactive login stays as it is', async () => {
    const made = await accounts.made();
    await deactivate(made.id);
    expect(codeOf(await reset(made.id))).toBe('CONFLICT');
    expect(await accounts.mails(made.email)).toEqual(['WELCOME']);
    await reactivate(made.id);
    expect(codeOf(await login(made.username, made.password))).toBeUndefined();
  });
});

test.each(Object.entries(ACTS))('where there is no such login, %s says so', async (_name, act) => {
  expect(codeOf(await act('00000000-0000-4000-8000-000000000000'))).toBe('NOT_FOUND');
  expect((await act("' or true")).errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: 'id' }],
  });
});

test.each(Object.entries(ACTS))('%s does nothing where it can not be written down', async (name, act) => {
  const made = await accounts.made();
  if (name === 'reactivate') await deactivate(made.id);
  for (let time = 0; name === 'unlock' && time < 2; time += 1) await login(made.username, 'wrong');
  const before = [await accounts.read(made.id), await accounts.mails(made.email)];
  const { errors } = await accounts.withoutAudit(() => act(made.id));
  expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect([await accounts.read(made.id), await accounts.mails(made.email)]).toEqual(before);
  expect(codeOf(await act(made.id))).toBeUndefined();
});

describe('dormant logins', () => {
  const dormantBefore = (lastLoginBefore: string) =>
    app.ask(DeactivateDormantPortalUsersDocument, { lastLoginBefore }, 'admin1');
  const active = async (like: string) =>
    (
      await app.database(
        'select username from portal_user where username like $1 and active order by username',
        [like],
      )
    ).map((row) => row['username']);

  test('are deactivated together: last used before, or never and made before, and no admin', async () => {
    await app.database(
      `insert into portal_user (username, username_key, email, email_key, role_id, password_hash, active, created_at, last_login_at)
       select 'dormant-' || n, 'dormant-' || n, 'dormant-' || n || '@customer.example', 'dormant-' || n || '@customer.example', role, 'x', active, made::timestamptz, used::timestamptz
       from (values
         ('a-used-before', 2, true, '2019-01-01', '2019-12-31T23:59:59.999Z'),
         ('b-used-since', 2, true, '2019-01-01', '2020-01-01T00:00:00Z'),
         ('c-never-used', 5, true, '2019-01-01', null),
         ('d-never-used-but-new', 5, true, '2020-01-01T00:00:00Z', null),
         ('e-admin', 3, true, '2019-01-01', null),
         ('f-inactive', 2, false, '2019-01-01', null)
       ) v (n, role, active, made, used)`,
    );
    await app.database(
      `insert into session (user_id, expires_at)
       select id, now() + interval '1 hour' from portal_user where username like 'dormant-a%'`,
    );
    expect((await dormantBefore('2020-01-01T00:00:00Z')).data?.deactivateDormantPortalUsers).toBe(2);
    expect(await active('dormant-%')).toEqual([
      'dormant-b-used-since',
      'dormant-d-never-used-but-new',
      'dormant-e-admin',
    ]);
    const told = [
      ...(await accounts.told(await accounts.idOf('dormant-a-used-before'))),
      ...(await accounts.told(await accounts.idOf('dormant-c-never-used'))),
      ...(await accounts.told(await accounts.idOf('dormant-f-inactive'))),
    ];
    expect(told.map(({ action, changes }) => [action, changes[1]?.after])).toEqual([
      ['PORTAL_USER_DEACTIVATED', 1],
      ['PORTAL_USER_DEACTIVATED', 0],
    ]);
    expect((await dormantBefore('2020-01-01T00:00:00Z')).data?.deactivateDormantPortalUsers).toBe(0);
  });

  test('cost as many statements however many there are', async () => {
    const costOf = async (count: number) => {
      await app.database(
        `insert into portal_user (username, username_key, email, email_key, role_id, password_hash, created_at)
         select name, name, name || '@customer.example', name || '@customer.example', 2, 'x', '2019-01-01'
         from (select 'many-${count}-' || n as name from generate_series(1, $1::int) n) as named`,
        [count],
      );
      app.clear();
      const { data } = await dormantBefore('2019-06-01T00:00:00Z');
      expect(data?.deactivateDormantPortalUsers).toBe(count);
      return app.databaseQueries.length;
    };
    expect(await costOf(300)).toBe(await costOf(1));
  });

  test('are refused by a time that is yet to come, and none are where it can not be written down', async () => {
    const { errors } = await dormantBefore('2999-01-01T00:00:00Z');
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'lastLoginBefore', reason: 'TOO_LATE' }],
    });
    await app.database(
      "update portal_user set created_at = '2018-01-01' where username = 'dormant-b-used-since'",
    );
    await app.database("update portal_user set last_login_at = null where username = 'dormant-b-used-since'");
    const failed = await accounts.withoutAudit(() => dormantBefore('2018-06-01T00:00:00Z'));
    expect(codeOf(failed)).toBe('INTERNAL_SERVER_ERROR');
    expect(await active('dormant-b%')).toEqual(['dormant-b-used-since']);
  });
});
