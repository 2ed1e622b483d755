import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeleteCustomerDocument, ViewerDocument } from '../../../schema/operations.generated.js';
import { addCustomer } from '../../support/customers.js';
import { type RestRequest, rest } from '../../support/rest.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const UUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const ask = (method: string, id: string, request: RestRequest = {}) =>
  rest(app, method, `/api/customers/${id}/provision-portal`, request);
const trail = async (id: string) => {
  const rows = await app.database(
    `select action, actor_name from (
       select at, action, actor_name, target_id from audit_intake
       union all select at, action, actor_name, target_id from audit_entry) e
     where target_id = $1 order by at`,
    [id],
  );
  return rows.map((row) => `${row['actor_name']} ${row['action']}`);
};

test('a new account comes with a password that signs in once, a welcome mail and an entry in the audit log', async () => {
  const { id, email } = await addCustomer(app);
  const made = await ask('POST', id, { body: { sendWelcomeEmail: true, autoConfirmEmail: true } });
  expect({ status: made.status, body: made.body }).toEqual({
    status: 201,
    body: {
      success: true,
      message: 'Portal account created successfully',
      accountExists: false,
      userId: UUID,
      email,
      tempPassword: expect.stringMatching(/^\S{16}$/),
      status: { accountExists: true, email, userId: made.body.userId, createdAt: TIME },
    },
  });
  expect(made.headers.get('cache-control')).toBe('no-store');
  const [mail] = await app.mailsTo(email);
  expect(mail?.text).toContain(made.body.tempPassword);
  expect(app.log.join()).not.toContain(made.body.tempPassword);
  expect(await trail(id)).toEqual(['operations1 CUSTOMER_CREATED', 'operations1 PORTAL_ACCOUNT_PROVISIONED']);

  const token = await app.tokenOf(email, made.body.tempPassword);
  const { data } = await app.ask(ViewerDocument, {}, { token });
  expect(data?.viewer).toMatchObject({ role: 'CUSTOMER', mustChangePassword: true });
  const { body } = await ask('GET', id);
  expect(body).toEqual({
    ...made.body.status,
    lastLogin: TIME,
    status: 'PASSWORD_CHANGE_REQUIRED',
  });
});

test('asked for again, an account is left as it is, and its password is not told', async () => {
  const { id, email } = await addCustomer(app);
  const { body: first } = await ask('POST', id, { body: {} });
  for (const as of ['operations1', 'admin1'] as const) {
    const { status, body } = await ask('POST', id.toUpperCase(), { as });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        success: true,
        message: 'Portal account already exists',
        accountExists: true,
        userId: first.userId,
        email,
      },
    });
  }
  expect(await trail(id)).toHaveLength(2);
});

test('asked for five times at once, one account is made', async () => {
  const { id } = await addCustomer(app);
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('POST', id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.userId)).size).toBe(1);
});

test('without a welcome mail none is sent, and an e-mail that is not taken for confirmed is not', async () => {
  const { id, email } = await addCustomer(app);
  const { status } = await ask('POST', id, { body: { sendWelcomeEmail: false, autoConfirmEmail: false } });
  expect(status).toBe(201);
  expect(await app.database('select 1 from mail where recipient = $1', [email])).toEqual([]);
  expect(await app.database('select email_confirmed from portal_user where customer_id = $1', [id])).toEqual([
    { email_confirmed: false },
  ]);
});

test('a customer without an account is told apart from one that nobody knows', async () => {
  const { id } = await addCustomer(app, { email: null });
  expect((await ask('GET', id)).body).toEqual({
    ...{ accountExists: false, email: null, userId: null, createdAt: null, lastLogin: null },
    status: 'NONE',
  });
  const head = await ask('HEAD', id);
  expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' });
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0);
  for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
    const { status, body } = await ask(method, UNKNOWN);
    expect({ method, status, fields: body.fields }).toEqual({
      ...{ method, status: 404 },
      fields: [{ path: 'id', message: expect.stringContaining(UNKNOWN), reason: 'UNKNOWN' }],
    });
  }
});

test('what stands against an account is said: no e-mail, one that another login has, a deleted customer', async () => {
  const { id: without } = await addCustomer(app, { email: null });
  const { id: taken } = await addCustomer(app, { email: 'Customer1@portico.example' });
  const { id: gone } = await addCustomer(app);
  await app.database(
    `update portal_user set email = 'customer1@portico.example', email_key = 'customer1@portico.example'
     where username = 'customer1'`,
  );
  await app.ask(DeleteCustomerDocument, { id: gone }, 'admin1');
  const refused = await Promise.all([without, taken, gone].map((id) => ask('POST', id)));
  expect(refused.map(({ status, body }) => ({ status, ...body }))).toMatchObject([
    {
      ...{ status: 400, code: 'BAD_USER_INPUT' },
      fields: [{ path: 'id', reason: 'LACKS', params: { what: 'EMAIL' } }],
    },
    { status: 409, code: 'CONFLICT', fields: [{ path: 'id', reason: 'TAKEN' }] },
    { status: 404, code: 'NOT_FOUND', fields: [{ path: 'id', reason: 'DELETED' }] },
  ]);
});

describe('a login that is there', () => {
  test('is mailed a link for a new password', async () => {
    const { id, email } = await addCustomer(app);
    await ask('POST', id, { body: { sendWelcomeEmail: false } });
    const { status, body } = await ask('PATCH', id);
    expect({ status, body }).toEqual({
      status: 200,
      body: { success: true, message: 'Password reset email sent' },
    });
    expect((await app.mailsTo(email))[0]?.text).toMatch(/#/);
  });

  test('loses its sessions at once when its access is revoked, and again is no error', async () => {
    const { id, email } = await addCustomer(app);
    const { body: made } = await ask('POST', id);
    const token = await app.tokenOf(email, made.tempPassword);
    for (const _time of [1, 2]) {
      const { status, body } = await ask('DELETE', id, { body: 'ignored' });
      expect({ status, body }).toEqual({
        status: 200,
        body: { success: true, message: 'Portal access revoked' },
      });
    }
    expect((await app.ask(ViewerDocument, {}, { token })).data?.viewer).toBeNull();
    expect((await ask('GET', id)).body).toMatchObject({ accountExists: true, status: 'REVOKED', email });
    expect(await trail(id)).toContain('operations1 PORTAL_ACCESS_REVOKED');
    expect((await ask('PATCH', id)).body).toMatchObject({ status: 409, code: 'CONFLICT' });
  });

  test('must be there', async () => {
    const { id } = await addCustomer(app);
    for (const method of ['PATCH', 'DELETE']) {
      expect((await ask(method, id)).body).toMatchObject({ status: 404, fields: [{ path: 'id' }] });
    }
  });

  test('that is staff’s by its role is for admins alone', async () => {
    const { id } = await addCustomer(app);
    await ask('POST', id);
    await app.database('update portal_user set role_id = 1 where customer_id = $1', [id]);
    for (const method of ['PATCH', 'DELETE']) {
      expect((await ask(method, id)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
      expect((await ask(method, id, { as: 'admin1' })).status).toBe(200);
    }
  });
});
