import { afterAll, beforeAll, expect, test } from 'vitest';
import { InventoryCountDocument, LoginDocument } from '../schema/operations.generated.js';
import { type Answer, startTestApp, type TestApp } from './support/start-app.js';

const EMAIL = 'nora@acme.example';
const OWN_PASSWORD = 'seventeen wet otters';
const NEXT_PASSWORD = 'a lighthouse full of bees';

let app: TestApp;
let nora = { id: '', version: 0 };
let token = '';
let temporaryPassword = '';
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

// The story goes on from one test to the next, as an account's life does.

const codeOf = ({ errors }: Answer<unknown>) => errors[0]?.extensions.code ?? 'OK';
async function admin<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await app.ask<Data, object>(query, variables, 'admin1');
  expect(errors).toEqual([]);
  return data as Data;
}
const asNora = (query: string, variables: object = {}) =>
  app.ask<Record<string, never>, object>(query, variables, { token });
async function signIn(password: string): Promise<string> {
  const answer = await app.ask(LoginDocument, { login: EMAIL, password });
  token = answer.data?.login.accessToken ?? '';
  return codeOf(answer);
}
async function stock(): Promise<number | string> {
  const answer = await app.ask(InventoryCountDocument, {}, { token });
  return answer.data?.inventory.totalCount ?? codeOf(answer);
}
const passwordIn = (text: string | undefined) => /password[^\n]*?:\s*(\S{16})\s/i.exec(text ?? '')?.[1] ?? '';
const changePassword = (currentPassword: string, newPassword: string) =>
  asNora('mutation($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }', {
    input: { currentPassword, newPassword },
  });

test('an admin creates an account for Nora', async () => {
  const { createPortalUser } = await admin<{
    createPortalUser: { portalUser: { id: string; version: number }; temporaryPassword: string };
  }>(
    `mutation($input: CreatePortalUserInput!) {
      createPortalUser(input: $input) {
        portalUser { id version mustChangePassword temporaryPasswordExpiresAt }
        temporaryPassword
      }
    }`,
    { input: { username: 'nora', email: EMAIL, displayName: 'Nora Lind' } },
  );
  nora = createPortalUser.portalUser;
  temporaryPassword = createPortalUser.temporaryPassword;
  expect(createPortalUser.portalUser).toMatchObject({
    mustChangePassword: true,
    temporaryPasswordExpiresAt: expect.any(String),
  });
});

test('Nora finds her temporary password in a mail', async () => {
  const [welcome] = await app.mailsTo(EMAIL);
  expect(welcome?.text).toContain(temporaryPassword);
  expect(passwordIn(welcome?.text)).toBe(temporaryPassword);
});

test('she signs in with it, and can do nothing before she has chosen her own', async () => {
  expect(await signIn(temporaryPassword)).toBe('OK');
  expect(await stock()).toBe('PASSWORD_CHANGE_REQUIRED');
  expect(codeOf(await changePassword(temporaryPassword, temporaryPassword))).toBe('BAD_USER_INPUT');
  const changed = await changePassword(temporaryPassword, OWN_PASSWORD);
  expect(codeOf(changed)).toBe('OK');
  expect(await stock()).toBe('UNAUTHENTICATED');
  expect(await signIn(temporaryPassword)).toBe('INVALID_CREDENTIALS');
  expect(await signIn(OWN_PASSWORD)).toBe('OK');
});

test('she sees no stock as yet, and is no admin', async () => {
  expect(await stock()).toBe(0);
  const onDenied = await asNora(
    'mutation($id: ID!) { resetPortalUserPassword(id: $id) { portalUser { id } } }',
    {
      id: nora.id,
    },
  );
  expect(codeOf(onDenied)).toBe('FORBIDDEN');
});

test('an admin assigns her an ERP customer, and her next question has its stock', async () => {
  const { portalUser } = await admin<{ portalUser: { version: number } }>(
    'query($id: ID!) { portalUser(id: $id) { version } }',
    { id: nora.id },
  );
  const update = `mutation($input: UpdatePortalUserInput!) {
    updatePortalUser(input: $input) { portalUser { version } } }`;
  const input = { id: nora.id, version: portalUser.version, erpCustomerNames: ['Acme Beverages'] };
  await admin(update, { input });
  const stale = await app.ask(update, { input: { ...input, erpCustomerNames: [] } }, 'admin1');
  expect(codeOf(stale)).toBe('CONFLICT');
  expect(await stock()).toBeGreaterThan(0);
});

test('an admin resets her password: she is out at once, and a new temporary one is in the mail', async () => {
  await admin('mutation($id: ID!) { resetPortalUserPassword(id: $id) { portalUser { id } } }', {
    id: nora.id,
  });
  expect(await stock()).toBe('UNAUTHENTICATED');
  expect(await signIn(OWN_PASSWORD)).toBe('INVALID_CREDENTIALS');
  const mails = await app.mailsTo(EMAIL, 3);
  const temporary = passwordIn(mails.at(-1)?.text);
  expect(await signIn(temporary)).toBe('OK');
  expect(codeOf(await changePassword(temporary, NEXT_PASSWORD))).toBe('OK');
  expect(await signIn(NEXT_PASSWORD)).toBe('OK');
  expect(await stock()).toBeGreaterThan(0);
});

test('an admin revokes her access in the middle of a session, and restores it', async () => {
  await admin('mutation($id: ID!) { deactivatePortalUser(id: $id) { portalUser { active } } }', {
    id: nora.id,
  });
  expect(await stock()).toBe('UNAUTHENTICATED');
  expect(await signIn(NEXT_PASSWORD)).toBe('ACCOUNT_INACTIVE');
  await admin('mutation($id: ID!) { reactivatePortalUser(id: $id) { portalUser { active } } }', {
    id: nora.id,
  });
  expect(await signIn(NEXT_PASSWORD)).toBe('OK');
  expect(await stock()).toBeGreaterThan(0);
});

interface Trail {
  portalUser: { auditEntries: { nodes: { sequence: number; action: string; actorName: string }[] } };
}

test('all of it left its trail', async () => {
  const { portalUser } = await admin<Trail>(
    `query($id: ID!) { portalUser(id: $id) { auditEntries(first: 100) { nodes { sequence action actorName } } } }`,
    { id: nora.id },
  );
  const told = portalUser.auditEntries.nodes.map(({ action, actorName }) => `${action} by ${actorName}`);
  expect(told.reverse()).toEqual([
    'PORTAL_USER_CREATED by admin1',
    'LOGIN_SUCCEEDED by nora',
    'PASSWORD_CHANGED by nora',
    'LOGIN_FAILED by nobody',
    'LOGIN_SUCCEEDED by nora',
    'AUTHORIZATION_DENIED by nora',
    'ERP_ACCESS_CHANGED by admin1',
    'PASSWORD_RESET_BY_ADMIN by admin1',
    'LOGIN_FAILED by nobody',
    'LOGIN_SUCCEEDED by nora',
    'PASSWORD_CHANGED by nora',
    'LOGIN_SUCCEEDED by nora',
    'PORTAL_USER_DEACTIVATED by admin1',
    'LOGIN_FAILED by nora',
    'PORTAL_USER_REACTIVATED by admin1',
    'LOGIN_SUCCEEDED by nora',
  ]);
});

test('the trail is intact, until somebody alters a row behind the trigger’s back', async () => {
  const verify = () =>
    admin<{
      verifyAuditLog: { intact: boolean; entriesChecked: number; firstBrokenSequence: number | null };
    }>('{ verifyAuditLog { intact entriesChecked firstBrokenSequence } }');
  expect((await verify()).verifyAuditLog).toMatchObject({ intact: true, firstBrokenSequence: null });
  const [{ sequence } = { sequence: 0 }] = await app.database(
    "select sequence from audit_entry where action = 'PASSWORD_RESET_BY_ADMIN' and target_id = $1",
    [nora.id],
  );
  const alter = () =>
    app.database("update audit_entry set actor_name = 'somebody else' where sequence = $1", [sequence]);
  await expect(alter()).rejects.toThrow('append-only');
  await app.database('alter table audit_entry disable trigger all');
  await alter();
  await app.database('alter table audit_entry enable trigger all');
  expect((await verify()).verifyAuditLog).toMatchObject({ intact: false, firstBrokenSequence: sequence });
});
