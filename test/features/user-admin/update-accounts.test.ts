import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeactivatePortalUserDocument,
  InventoryTotalsDocument,
  PortalUsersDocument,
  type UpdatePortalUserInput,
} from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp();
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;

describe('an edit', () => {
  test('changes what it names and nothing else, as one new version, and is written down field by field', async () => {
    const made = await accounts.made({ displayName: 'Ada' });
    const { data, errors } = await accounts.update({
      id: made.id,
      version: 1,
      username: `${made.username}.2`,
      displayName: null,
      email: null,
      role: 'WAREHOUSE',
    });
    expect(errors).toEqual([]);
    const updated = data?.updatePortalUser.portalUser;
    expect(updated).toMatchObject({
      username: `${made.username}.2`,
      displayName: null,
      email: made.email,
      role: 'WAREHOUSE',
      version: 2,
    });
    const { createdAt, updatedAt } = await accounts.read(made.id);
    expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(createdAt));
    expect((await accounts.told(made.id)).at(-1)).toMatchObject({
      action: 'PORTAL_USER_UPDATED',
      actor_name: 'admin1',
      changes: [
        { field: 'username', before: made.username, after: `${made.username}.2` },
        { field: 'displayName', before: 'Ada', after: null },
        { field: 'role', before: 'CUSTOMER', after: 'WAREHOUSE' },
      ],
    });
  });

  test('of an older version is refused and says so', async () => {
    const made = await accounts.made();
    await accounts.update({ id: made.id, version: 1, displayName: 'First' });
    const { errors } = await accounts.update({ id: made.id, version: 1, displayName: 'Second' });
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/found 1, and the login is at 2/),
      extensions: {
        code: 'CONFLICT',
        fields: [{ path: 'input.version', reason: 'OUTDATED', params: { current: 2 } }],
      },
    });
    expect((await accounts.read(made.id)).displayName).toBe('First');
  });

  test('wins alone against others of the same version at the same time', async () => {
    const made = await accounts.made();
    const names = Array.from({ length: 8 }, (_, n) => `Editor ${n}`);
    const answers = await Promise.all(
      names.map((displayName) => accounts.update({ id: made.id, version: 1, displayName })),
    );
    expect(answers.map(codeOf).filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.map(codeOf).filter((code) => code === 'CONFLICT')).toHaveLength(7);
    const { version, displayName } = await accounts.read(made.id);
    expect([version, displayName]).toEqual([2, names[answers.findIndex((answer) => !codeOf(answer))]]);
    expect(await accounts.actions(made.id)).toEqual(['PORTAL_USER_CREATED', 'PORTAL_USER_UPDATED']);
  });

  test('that changes nothing is no new version and not written down', async () => {
    const made = await accounts.made({ erpCustomerNames: ['Acme Beverages'] });
    const { id, username, email, role, active, allErpCustomers } = await accounts.read(made.id);
    const same = { id, username, email, role, active, allErpCustomers, version: 1, displayName: ' ' };
    const answer = await accounts.update({ ...same, erpCustomerNames: ['Acme Beverages', 'Acme Beverages'] });
    expect(answer.data?.updatePortalUser.portalUser.version).toBe(1);
    expect(await accounts.actions(id)).toEqual(['PORTAL_USER_CREATED']);
  });

  test('happens not at all where it can not be written down', async () => {
    const made = await accounts.made({ erpCustomerNames: ['Acme Beverages'] });
    const before = await accounts.read(made.id);
    const { errors } = await accounts.withoutAudit(() =>
      accounts.update({ id: made.id, email: 'never@customer.example', active: false, erpCustomerNames: [] }),
    );
    expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(await accounts.read(made.id)).toEqual(before);
    expect(await accounts.mails('never@customer.example')).toEqual([]);
    expect(await app.tokenOf(made.username, made.password)).toBeTruthy();
  });

  test.each([
    ['username', { username: 'a@b' }],
    ['email', { email: 'ada@customer.example\n' }],
    ['displayName', { displayName: '\u0000' }],
    ['erpCustomerNames.0', { erpCustomerNames: [''] }],
    ['erpCustomerNames.1', { erpCustomerNames: ['All', 'Al'] }],
  ])('is refused by its %s: %j', async (field, change: Partial<UpdatePortalUserInput>) => {
    const id = await accounts.idOf('customer2');
    const before = await accounts.read(id);
    const { errors } = await accounts.update({ id, ...change });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: `input.${field}` }],
    });
    expect(await accounts.read(id)).toEqual(before);
  });

  test('is refused where another has the user name or e-mail, and where there is no such login', async () => {
    const { id } = await accounts.made();
    const answers = [
      await accounts.update({ id, username: 'CUSTOMER1' }),
      await accounts.update({ id, email: 'Customer1@demo.example' }),
      await accounts.update({ id: '00000000-0000-4000-8000-000000000000', displayName: 'Nobody' }),
      await accounts.update({ id: 'x', displayName: 'Nobody' }),
    ];
    expect(answers.map(({ errors }) => errors[0]?.extensions)).toMatchObject([
      { code: 'CONFLICT', fields: [{ path: 'input.username' }] },
      { code: 'CONFLICT', fields: [{ path: 'input.email' }] },
      { code: 'NOT_FOUND' },
      { code: 'BAD_USER_INPUT', fields: [{ path: 'input.id' }] },
    ]);
  });
});

test('a new e-mail has to be confirmed, links to the old one are dead, and both addresses hear of it', async () => {
  const made = await accounts.made();
  await app.database('update portal_user set email_confirmed = true where id = $1', [made.id]);
  const email = `new.${made.email}`;
  const { data } = await accounts.update({ id: made.id, email });
  expect(data?.updatePortalUser.portalUser).toMatchObject({ email, emailConfirmed: false });
  const links =
    'select email from account_token where user_id = $1 and used_at is null and expires_at > now()';
  expect(await app.database(links, [made.id])).toEqual([{ email }]);
  expect(await accounts.mails(email)).toEqual(['EMAIL_CONFIRMATION']);
  expect(await accounts.mails(made.email)).toEqual(['WELCOME', 'EMAIL_CHANGED']);
  expect((await accounts.told(made.id)).at(-1)?.changes).toEqual([
    { field: 'email', before: made.email, after: email },
    { field: 'emailConfirmed', before: true, after: false },
  ]);
});

describe('what a login may see', () => {
  const seen = async (token: string) =>
    (await app.ask(InventoryTotalsDocument, {}, { token })).data?.inventoryTotals.itemCount;

  test('follows its ERP customers from the next request on, and is written down before and after', async () => {
    const made = await accounts.made({ erpCustomerNames: ['Zenith Pharma', 'All'] });
    const token = await app.tokenOf(made.username, made.password);
    const before = await seen(token);
    expect(before).toBeGreaterThan(0);
    const { data } = await accounts.update({ id: made.id, erpCustomerNames: ['Acme Beverages', 'All'] });
    expect(data?.updatePortalUser.portalUser).toMatchObject({
      erpCustomers: [{ name: 'Acme Beverages' }, { name: 'All' }],
      version: 2,
    });
    expect(await seen(token)).not.toBe(before);
    await accounts.update({ id: made.id, erpCustomerNames: [], allErpCustomers: true });
    expect(await seen(token)).toBe(20_000);
    await accounts.update({ id: made.id, allErpCustomers: false });
    expect(await seen(token)).toBe(0);
    const entries = (await accounts.told(made.id)).slice(1);
    expect(entries.map(({ action }) => action)).toEqual(Array(3).fill('ERP_ACCESS_CHANGED'));
    expect(entries.map(({ changes }) => changes)).toEqual([
      [{ field: 'erpCustomerNames', before: ['All', 'Zenith Pharma'], after: ['Acme Beverages', 'All'] }],
      [
        { field: 'allErpCustomers', before: false, after: true },
        { field: 'erpCustomerNames', before: ['Acme Beverages', 'All'], after: [] },
      ],
      [{ field: 'allErpCustomers', before: true, after: false }],
    ]);
  });

  test('may go on naming a customer that the ERP no longer has, without asking it', async () => {
    const made = await accounts.made();
    await app.database('insert into portal_user_erp_customer values ($1, $2)', [made.id, 'Gone Ltd']);
    app.clear();
    const kept = await accounts.update({ id: made.id, erpCustomerNames: ['Gone Ltd'], displayName: 'x' });
    expect([codeOf(kept), app.erpQueries]).toEqual([undefined, []]);
    const more = await accounts.update({ id: made.id, erpCustomerNames: ['Gone Ltd', 'Zenith Pharma'] });
    expect(more.data?.updatePortalUser.portalUser.erpCustomers).toHaveLength(2);
    await accounts.update({ id: made.id, erpCustomerNames: ['Zenith Pharma'] });
    const back = await accounts.update({ id: made.id, erpCustomerNames: ['Gone Ltd'] });
    expect(codeOf(back)).toBe('BAD_USER_INPUT');
  });

  test('is not widened by a client that sends back that a role sees everything', async () => {
    const made = await accounts.made({ role: 'OPERATIONS', erpCustomerNames: ['Acme Beverages'] });
    expect(made.allErpCustomers).toBe(true);
    await accounts.update({ id: made.id, displayName: 'Olga', allErpCustomers: true });
    const { data } = await accounts.update({ id: made.id, role: 'CUSTOMER' });
    expect(data?.updatePortalUser.portalUser).toMatchObject({
      allErpCustomers: false,
      erpCustomers: [{ name: 'Acme Beverages' }],
    });
  });
});

describe('admins', () => {
  const admin = () => accounts.made({ role: 'ADMIN' });

  test('who are demoted are none from the next request on', async () => {
    const made = await admin();
    const token = await app.tokenOf(made.username, made.password);
    expect(codeOf(await app.ask(PortalUsersDocument, {}, { token }))).toBeUndefined();
    await accounts.update({ id: made.id, role: 'OPERATIONS' });
    expect(codeOf(await app.ask(PortalUsersDocument, {}, { token }))).toBe('FORBIDDEN');
  });

  test('neither deactivate nor demote themselves, but may edit themselves', async () => {
    await admin();
    const id = await accounts.idOf('admin1');
    const answers = [
      await app.ask(DeactivatePortalUserDocument, { id }, 'admin1'),
      await accounts.update({ id, active: false }),
      await accounts.update({ id, role: 'OPERATIONS' }),
    ];
    for (const { errors } of answers) {
      expect(errors[0]).toMatchObject({
        message: 'Nobody deactivates or demotes themselves; have another admin do it.',
        extensions: { code: 'FORBIDDEN' },
      });
    }
    expect(
      codeOf(await accounts.update({ id, role: 'ADMIN', active: true, displayName: 'Me' })),
    ).toBeUndefined();
    expect(await accounts.read(id)).toMatchObject({ active: true, role: 'ADMIN', displayName: 'Me' });
  });

  test.each(['demote', 'deactivate'])('who %s each other at once do not both succeed', async (act) => {
    // Of all admins there are, and of some.
    for (const bystanders of [false, true]) {
      if (!bystanders)
        await app.database("update portal_user set role_id = 1 where role_id = 3 and username <> 'admin1'");
      const [one, two] = [await admin(), await admin()];
      const tokens = [
        await app.tokenOf(one.username, one.password),
        await app.tokenOf(two.username, two.password),
      ];
      const others = "update portal_user set active = $1 where username = 'admin1'";
      if (!bystanders) await app.database(others, [false]);
      const change = act === 'demote' ? { role: 'OPERATIONS' as const } : { active: false };
      const answers = await Promise.all([
        accounts.update({ id: two.id, ...change }, { token: tokens[0] ?? '' }),
        accounts.update({ id: one.id, ...change }, { token: tokens[1] ?? '' }),
      ]);
      const left = await app.database(
        'select id from portal_user where role_id = 3 and active and id = any($1)',
        [[one.id, two.id]],
      );
      await app.database(others, [true]);
      expect(left).toHaveLength(1);
      expect(answers.map(codeOf).filter((code) => code === undefined)).toHaveLength(1);
      // Who comes so late that the session has ended, or the role is gone already, isn't let in at all.
      expect(['CONFLICT', 'FORBIDDEN', 'UNAUTHENTICATED']).toContain(
        answers.map(codeOf).find((code) => code),
      );
    }
  });

  test('are never without the last active one', async () => {
    const made = await admin();
    const token = await app.tokenOf(made.username, made.password);
    await app.database('update portal_user set active = false where role_id = 3 and id <> $1', [made.id]);
    try {
      // It is the only one, so there is nobody else who could try.
      const { errors } = await app.ask(DeactivatePortalUserDocument, { id: made.id }, { token });
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(codeOf(await accounts.update({ id: made.id, role: 'DRIVER' }, { token }))).toBe('FORBIDDEN');
    } finally {
      await app.database("update portal_user set active = true where username = 'admin1'");
    }
  });
});
