import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Accounts } from '../../support/accounts.js';
import { addCustomer } from '../../support/customers.js';
import { type RestAnswer, type RestRequest, rest } from '../../support/rest.js';
import { scrape } from '../../support/scrape.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];
const ALLOWED = 'GET, POST, PATCH, DELETE, HEAD, OPTIONS';
const SITE = 'https://crm.example.com';

let app: TestApp;
let id: string;
let path: string;
beforeAll(async () => {
  app = await startTestApp({ CORS_ORIGINS: SITE });
  id = (await addCustomer(app)).id;
  path = `/api/customers/${id}/provision-portal`;
});
afterAll(() => app.stop());

/** Holds an answer to what every problem has. */
function expectProblem({ status, type, headers, body }: RestAnswer, wanted: object) {
  expect(type).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: 'about:blank',
    title: expect.stringMatching(/^[A-Z]/),
    status,
    detail: expect.any(String),
    requestId: headers.get('x-request-id'),
    ...wanted,
  });
  expect(headers.get('cache-control')).toBe('no-store');
}
const post = (request: RestRequest) => rest(app, 'POST', path, request);
const accounts = () => app.database('select count(*)::int as n from portal_user');

describe('whoever is not staff', () => {
  test.each(METHODS)(
    'is refused %s without a token, with a spoilt one, and with cookies alone',
    async (method) => {
      const token = await app.tokenOf('operations1');
      const requests: RestRequest[] = [
        {},
        { headers: { authorization: `Bearer ${token.slice(0, -4)}AAAA` } },
        { headers: { authorization: `Basic ${btoa('operations1:password123')}` } },
        {
          headers: {
            cookie: `portico_refresh=${token}; access_token=${token}; authorization=Bearer ${token}`,
          },
        },
      ];
      for (const request of requests) {
        const answer = await rest(app, method, path, { as: null, ...request });
        expectProblem(answer, { status: 401, code: 'UNAUTHENTICATED' });
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
    },
  );

  test('is refused for their role, and every attempt of theirs is written down', async () => {
    const before = await accounts();
    for (const as of ['customer1', 'customerall', 'driver1', 'warehouse1'] as const) {
      for (const method of METHODS) {
        expectProblem(await rest(app, method, path, { as }), { status: 403, code: 'FORBIDDEN' });
      }
    }
    expect(await accounts()).toEqual(before);
    const onDenied = await app.database(
      `select actor_name, target_label, changes from (
         select action, actor_name, target_label, changes from audit_intake
         union all select action, actor_name, target_label, changes from audit_entry) e
       where action = 'AUTHORIZATION_DENIED' and actor_name = 'driver1' order by target_label`,
    );
    const role = [{ field: 'role', before: null, after: 'DRIVER' }];
    expect(onDenied).toEqual(
      [...METHODS].sort().map((method) => ({
        actor_name: 'driver1',
        target_label: `${method} /api/customers/{id}/provision-portal`,
        changes: role,
      })),
    );
  });

  test('does not learn whether a customer exists, nor what is wrong with what they sent', async () => {
    const request = { as: 'customer1', body: '{' } as const;
    const found = await rest(app, 'POST', path, request);
    const wrong = await rest(app, 'POST', '/api/customers/nobody/provision-portal', request);
    const without = ({ requestId: _id, ...body }: RestAnswer['body']) => body;
    expect(without(found.body)).toEqual(without(wrong.body));
  });

  test('has to choose a new password first where that is due, whatever their role', async () => {
    const made = await new Accounts(app).create({ role: 'OPERATIONS' });
    const { portalUser, temporaryPassword } = made.data?.createPortalUser ?? {};
    const token = await app.tokenOf(String(portalUser?.username), String(temporaryPassword));
    expectProblem(await rest(app, 'GET', path, { as: { token } }), {
      ...{ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' },
    });
  });
});

describe('a request that is not what it should be makes no account, and says what is wrong', () => {
  const long = JSON.stringify({ sendWelcomeEmail: true, more: 'x'.repeat(2_000_000) });
  test.each<[string, RestRequest, number, object]>([
    ['no JSON', { body: '{"sendWelcomeEmail": ' }, 400, { code: 'BAD_REQUEST' }],
    [
      'a list',
      { body: [] },
      400,
      { fields: [{ path: 'body', message: 'found array; wanted object', reason: 'INVALID_FORMAT' }] },
    ],
    ['null', { body: 'null' }, 400, { code: 'BAD_REQUEST' }],
    [
      'another type',
      { body: { sendWelcomeEmail: 'yes', autoConfirmEmail: null } },
      400,
      {
        code: 'BAD_USER_INPUT',
        fields: [
          { path: 'sendWelcomeEmail', message: 'found string; wanted boolean' },
          { path: 'autoConfirmEmail', message: 'found null; wanted boolean' },
        ],
      },
    ],
    [
      'unknown fields',
      { body: '{"sendMail": "canary-in-a-value", "__proto__": {"sendWelcomeEmail": false}}' },
      400,
      {
        fields: ['sendMail', '__proto__'].map((name) => ({
          path: name,
          message: expect.stringContaining('sendWelcomeEmail, autoConfirmEmail'),
          reason: 'UNKNOWN',
        })),
      },
    ],
    ['a form', { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, {}],
    ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, {}],
    [
      'another charset',
      { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      {},
    ],
    ['something compressed', { body: '{}', headers: { 'content-encoding': 'gzip' } }, 415, {}],
    ['too long a body', { body: long }, 413, { detail: expect.stringMatching(/bytes; \d+ are allowed/) }],
    ['a caller who takes no JSON', { headers: { accept: 'text/html' } }, 406, {}],
    ['a caller who refuses JSON', { headers: { accept: 'application/json; charset=utf-8; q=0' } }, 406, {}],
  ])('%s', async (_what, request, status, wanted) => {
    const before = await accounts();
    const answer = await post(request);
    expectProblem(answer, { status, ...wanted });
    expect(answer.text).not.toContain('canary');
    expect(await accounts()).toEqual(before);
  });

  test('an id that is none', async () => {
    for (const wrong of ['1', `${id}x`, 'a%00b', "'%20or%201=1--"]) {
      for (const method of METHODS) {
        const answer = await rest(app, method, `/api/customers/${wrong}/provision-portal`);
        expectProblem(answer, { status: 400, code: 'BAD_USER_INPUT', fields: [{ path: 'id' }] });
      }
    }
    expectProblem(await rest(app, 'GET', '/api/customers/%zz/provision-portal'), { status: 400 });
  });

  test('a field where none is taken', async () => {
    expectProblem(await rest(app, 'PATCH', path, { body: { email: 'x@y.example' } }), {
      ...{ status: 400, fields: [{ path: 'email' }] },
    });
  });

  test('an address that is none, or spelt otherwise', async () => {
    for (const wrong of [
      '/api',
      '/api/',
      '/API/openapi.json',
      '/api/nowhere',
      `${path}/`,
      path.replace('customers', 'Customers'),
    ]) {
      expectProblem(await rest(app, 'GET', wrong), { status: 404, code: 'NOT_FOUND' });
    }
    expect((await rest(app, 'GET', '/apis')).body).toHaveProperty('errors');
  });

  test('another method, which is told those that there are', async () => {
    for (const method of ['PUT', 'PROPFIND']) {
      const answer = await rest(app, method, path);
      expectProblem(answer, { status: 405 });
      expect(answer.headers.get('allow')).toBe(ALLOWED);
    }
    const { status, headers } = await rest(app, 'OPTIONS', path, { as: null });
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 204, allow: ALLOWED });
  });
});

test.each([
  'application/json; charset=utf-8',
  'application/problem+json, application/json; charset="utf-8"; q=0.1',
  'application/*; version=2',
])('whoever takes %s gets an answer', async (accept) => {
  expect(await rest(app, 'GET', path, { headers: { accept } })).toMatchObject({
    status: 200,
    type: 'application/json; charset=utf-8',
  });
});

test('requests count against the address and the login as those of GraphQL do', async () => {
  const limited = await app.sibling({ RATE_LIMIT_PER_USER: '2' });
  const token = await app.tokenOf('operations1');
  await rest(limited, 'GET', path, { as: { token } });
  await limited.ask('{ viewer { role } }', {}, { token });
  const refused = await rest(limited, 'GET', path, { as: { token } });
  expectProblem(refused, { status: 429, code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect(refused.headers.get('retry-after')).toBe(String(refused.body.retryAfterSeconds));

  const narrow = await app.sibling({ RATE_LIMIT_PER_ADDRESS: '1' });
  await rest(narrow, 'GET', '/api/openapi.json', { as: null });
  const second = await rest(narrow, 'GET', path, { as: null });
  expectProblem(second, { status: 429, code: 'RATE_LIMITED' });
});

test('an error of ours is masked, and found in the log by its id', async () => {
  await app.database('alter table customer rename to hidden');
  const answer = await rest(app, 'GET', path).finally(() =>
    app.database('alter table hidden rename to customer'),
  );
  expectProblem(answer, { status: 500, code: 'INTERNAL_SERVER_ERROR' });
  expect(answer.text).not.toMatch(/relation|select|customer/i);
  const line = app.log.find((one) => one.includes('unexpected error') && one.includes(answer.body.requestId));
  expect(line).toContain('does not exist');
});

test('pages of the sites in the settings may ask, those of others may not', async () => {
  const from = async (origin: string, method: string) =>
    (await rest(app, method, path, { headers: { origin } })).headers;
  for (const method of ['GET', 'OPTIONS', 'PUT']) {
    expect((await from(SITE, method)).get('access-control-allow-origin')).toBe(SITE);
    expect((await from('https://evil.example', method)).get('access-control-allow-origin')).toBeNull();
  }
  expect((await from(SITE, 'OPTIONS')).get('access-control-allow-methods')).toBe('GET,POST,PATCH,DELETE');
});

test('the log says who asked for what, and metrics count it by its address without the id', async () => {
  const of = { route: 'GET /api/customers/{id}/provision-portal', status: '404' };
  const before = await scrape(app, 'portico_http_requests_total', of);
  const { body } = await rest(app, 'GET', path.replace(/\w{4}-/, '0000-'));
  // Both are told once the answer is gone.
  await until(async () => (await scrape(app, 'portico_http_requests_total', of)) === before + 1);
  const line = app.log.map((one) => JSON.parse(one)).find(({ req }) => req?.id === body.requestId);
  expect(line).toMatchObject({
    operation: { name: 'readPortalAccount', type: 'rest' },
    userId: expect.any(String),
    errorCodes: ['NOT_FOUND'],
    databaseQueries: 2,
  });
  const { text } = await rest(app, 'GET', '/metrics', { as: null });
  expect(text).not.toContain(id);
});
