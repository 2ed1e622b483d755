import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InventoryTotalsDocument, ViewerDocument } from '../../../schema/operations.generated.js';
import { Accounts } from '../../support/accounts.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let app: TestApp;
let accounts: Accounts;
beforeAll(async () => {
  app = await startTestApp();
  accounts = new Accounts(app);
});
afterAll(() => app.stop());

const countUsers = async () => (await app.database('select count(*)::int as n from portal_user'))[0]?.['n'];
const countMails = async () => (await app.database('select count(*)::int as n from mail'))[0]?.['n'];

describe('a new login', () => {
  test('has a temporary password that is shown once, mailed, good for a day, and has to be changed', async () => {
    const asked = Date.now();
    const { data, errors } = await accounts.create({
      username: 'Grace',
      email: 'Grace@Acme.Example',
      displayName: '  Grace Hopper ',
      erpCustomerNames: ['Zenith Pharma', 'Acme Beverages', 'Acme Beverages'],
    });
    expect(errors).toEqual([]);
    const { portalUser, temporaryPassword } = data?.createPortalUser ?? {};
    expect(portalUser).toMatchObject({
      username: 'Grace',
      email: 'Grace@Acme.Example',
      displayName: 'Grace Hopper',
      role: 'CUSTOMER',
      active: true,
      mustChangePassword: true,
      emailConfirmed: false,
      allErpCustomers: false,
      erpCustomers: [{ name: 'Acme Beverages' }, { name: 'Zenith Pharma' }],
      version: 1,
    });
    const expiry = Date.parse(portalUser?.temporaryPasswordExpiresAt ?? '');
    expect(Math.abs(expiry - asked - 24 * 3_600_000)).toBeLessThan(60_000);
    expect(await accounts.mails('Grace@Acme.Example')).toEqual(['WELCOME']);
    const [link] = await app.database(
      "select purpose, email, expires_at - now() > interval '6 days 23 hours' as week from account_token where user_id = $1",
      [portalUser?.id],
    );
    expect(link).toEqual({ purpose: 'EMAIL_CONFIRMATION', email: 'Grace@Acme.Example', week: true });

    const token = await app.tokenOf('grace@acme.example', temporaryPassword ?? '');
    const viewer = await app.ask(ViewerDocument, {}, { token });
    expect(viewer.data?.viewer?.mustChangePassword).toBe(true);
    const onDenied = await app.ask(InventoryTotalsDocument, {}, { token });
    expect(onDenied.errors[0]?.extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  test('has the password that the admin chose, which no answer, mail or entry repeats', async () => {
    const made = await accounts.made({ erpCustomerNames: ['Acme Beverages'] });
    const { data } = await accounts.create({ password: 'a second quiet heron stands' });
    expect(data?.createPortalUser.temporaryPassword).toBeNull();
    expect(made).toMatchObject({ mustChangePassword: false, temporaryPasswordExpiresAt: null });
    expect(await accounts.mails(made.email)).toEqual(['WELCOME']);
    const token = await app.tokenOf(made.username, made.password);
    const totals = await app.ask(InventoryTotalsDocument, {}, { token });
    expect(totals.data?.inventoryTotals.itemCount).toBeGreaterThan(0);
    expect(JSON.stringify(await accounts.told(made.id))).not.toContain(made.password);
    expect(app.log.join('')).not.toContain(made.password);
  });

  test('is written down with all that it was given, by whom', async () => {
    const made = await accounts.made({ displayName: 'Ada', role: 'DRIVER', erpCustomerNames: ['All'] });
    expect(await accounts.told(made.id)).toEqual([
      expect.objectContaining({
        action: 'PORTAL_USER_CREATED',
        actor_name: 'admin1',
        target_label: made.email,
        changes: Object.entries({
          username: made.username,
          email: made.email,
          displayName: 'Ada',
          role: 'DRIVER',
          emailConfirmed: false,
          active: true,
          mustChangePassword: false,
          allErpCustomers: false,
          erpCustomerNames: ['All'],
        }).map(([field, after]) => ({ field, before: null, after })),
      }),
    ]);
  });

  test('is not there, and nobody is mailed, where it can not be written down', async () => {
    const before = [await countUsers(), await countMails()];
    const { errors } = await accounts.withoutAudit(() => accounts.create({ username: 'unseen' }));
    expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect([await countUsers(), await countMails()]).toEqual(before);
  });

  test('is refused where another has the user name or e-mail, whatever the case', async () => {
    await accounts.made({ username: 'taken', email: 'taken@customer.example' });
    const byName = await accounts.create({ username: 'TAKEN', email: 'other@customer.example' });
    const byEmail = await accounts.create({ username: 'other', email: 'Taken@Customer.example' });
    expect([byName, byEmail].map(({ errors }) => errors[0]?.extensions)).toMatchObject([
      {
        code: 'CONFLICT',
        fields: [{ path: 'input.username', message: '"TAKEN" is taken by another login', reason: 'TAKEN' }],
      },
      { code: 'CONFLICT', fields: [{ path: 'input.email' }] },
    ]);
  });
});

const NUL = String.fromCharCode(0);
test.each([
  ['username', { username: 'a@b' }],
  ['username', { username: '' }],
  ['username', { username: `ada${NUL}` }],
  ['username', { username: 'ad\u3164a' }],
  ['username', { username: '\u3164\u3164' }],
  ['email', { email: 'no address' }],
  ['email', { email: 'ada\u034f@customer.example' }],
  ['email', { email: 'ada@xn--zzzzzz.example' }],
  ['email', { email: '"a, b"@customer.example' }],
  ['email', { email: 'ada@customer.example\r\nBcc: eve@customer.example' }],
  ['email', { email: 'ada@customer.example,eve@customer.example' }],
  ['email', { email: 'Ada <ada@customer.example>' }],
  [
    'email',
    {
      email: `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.example`,
    },
  ],
  ['displayName', { displayName: `Ada${NUL}` }],
  ['displayName', { displayName: 'Ada\nLovelace' }],
  ['displayName', { displayName: 'x'.repeat(201) }],
  ['customerId', { customerId: '00000000-0000-4000-8000-000000000000' }],
  ['password', { password: 'password123' }],
  ['password', { password: 'short' }],
  ['erpCustomerNames.1', { erpCustomerNames: ['Acme Beverages', ' '] }],
  ['erpCustomerNames.0', { erpCustomerNames: [`Acme Beverages${NUL}`] }],
  ['erpCustomerNames.0', { erpCustomerNames: ['x'.repeat(401)] }],
])('a login is refused by its %s: %j', async (field, input) => {
  const before = [await countUsers(), await countMails()];
  const { errors } = await accounts.create({ email: 'plain@customer.example', ...input });
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: `input.${field}` }],
  });
  expect([await countUsers(), await countMails()]).toEqual(before);
});

test('everything that is wrong is said at once', async () => {
  const { errors } = await accounts.create({
    username: '',
    email: '',
    displayName: '\u0007',
    customerId: 'x',
  });
  expect(errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([
    'input.username',
    'input.email',
    'input.displayName',
    'input.customerId',
  ]);
});

describe('the names of ERP customers', () => {
  test('are those that the ERP has, to the letter; for others it says which are near', async () => {
    const { errors } = await accounts.create({
      erpCustomerNames: ['Acme Beverages', 'Acme Beverage', 'zenith pharma', 'Nobody At All Like That'],
    });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        {
          path: 'input.erpCustomerNames.1',
          message: expect.stringMatching(
            /^found "Acme Beverage", which the ERP does not have; near: "Acme Beverages"/,
          ),
        },
        {
          path: 'input.erpCustomerNames.2',
          message: expect.stringMatching(/; near: "Zenith Pharma"/),
        },
        {
          path: 'input.erpCustomerNames.3',
          message: 'found "Nobody At All Like That", which the ERP does not have',
        },
      ],
    });
  });

  test('are one question, however many; none are none', async () => {
    const many = Array.from({ length: 900 }, (_, n) => `${n}`);
    app.clear();
    await accounts.create({ erpCustomerNames: [] });
    expect(app.erpQueries).toHaveLength(0);
    const { errors } = await accounts.create({ erpCustomerNames: ['All', ...many] });
    // The second finds what is near.
    expect(app.erpQueries).toHaveLength(2);
    expect(errors[0]?.extensions.fields).toHaveLength(100);
  });

  test('that some login has already are taken while the ERP is down, and others wait for it', async () => {
    const silent = await app.sibling({
      ERP_KIND: 'postgres',
      ERP_HOST: '127.0.0.1',
      ERP_PORT: '1',
      ERP_DATABASE: 'erp',
      ERP_USER: 'x',
      ERP_PASSWORD: 'x',
    });
    const known = ['Acme Beverages', 'Northwind Foods Pty Ltd'];
    const meanwhile = new Accounts(silent);
    expect((await meanwhile.create({ erpCustomerNames: known })).errors).toEqual([]);
    const { errors } = await meanwhile.create({ erpCustomerNames: [...known, 'Kōbe Tea'] });
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/"Kōbe Tea"\. Try again later/),
      extensions: { code: 'ERP_UNAVAILABLE', retryable: true },
    });
    expect(errors[0]?.message).not.toContain('Acme');
    await silent.stop();
  });
});
