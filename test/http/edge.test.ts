import { type AddressInfo, createServer } from 'node:net';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryCountDocument,
  LoginDocument,
  ViewerDocument,
} from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });

describe('a running portal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(app.url + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  };
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    send('/graphql', { method: 'POST', headers, body });

  test('whoever watches over it sees that it lives and is ready', async () => {
    const alive = await send('/healthz');
    expect({ status: alive.status, body: alive.json() }).toEqual({ status: 200, body: { status: 'ok' } });
    const ready = await send('/readyz');
    expect({ status: ready.status, body: ready.json() }).toEqual({
      status: 200,
      body: { status: 'ready', dependencies: { database: 'up', erp: 'up' } },
    });
  });

  test('a link on another site can neither sign anybody in nor ask a question', async () => {
    const { login } = { login: { login: 'customer1', password: 'password123' } };
    const link = (query: string) =>
      `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(login))}`;
    const preflighted = { 'apollo-require-preflight': 'true' };

    const mutation = await send(link(print(LoginDocument)), { headers: preflighted });
    expect(mutation.status).toBe(405);
    expect(mutation.text).not.toContain('accessToken":');

    const unasked = await send(link('{ viewer { role } }'));
    expect(unasked.status).toBe(400);
    expect(unasked.json().errors[0].message).toMatch(/CSRF/);
    const asked = await send(link('{ viewer { role } }'), { headers: preflighted });
    expect({ status: asked.status, body: asked.json() }).toEqual({
      status: 200,
      body: { data: { viewer: null } },
    });
  });

  test('a query by GET is refused as long as another site could send it, and is told what opens the door', async () => {
    const get = (headers: Record<string, string>) =>
      send(`/graphql?query=${encodeURIComponent('{ viewer { role } }')}`, { headers });
    const messages = new Set<string>();
    // What a browser sends to another site without asking it first.
    for (const [name, value] of [
      ['accept-language', 'apollo-require-preflight'],
      ['content-type', 'text/plain'],
      ['content-type', 'text/plain; application/json'],
      ['content-type', 'application/x-www-form-urlencoded'],
      ['content-type', 'multipart/form-data; boundary=application/json'],
      ['apollo-require-preflight', ''],
    ] as const) {
      const { status, json } = await get({ [name]: value });
      const [error] = json().errors;
      expect({ status, code: error.extensions.code }).toEqual({ status: 400, code: 'BAD_REQUEST' });
      messages.add(error.message);
    }
    expect(messages.size).toBe(1);
    const named = [...[...messages].join().matchAll(/"([\w-]+): ([\w/]+)"/g)];
    expect(named).toHaveLength(2);
    for (const [, name = '', value = ''] of named) {
      expect((await get({ [name]: value })).json()).toEqual({ data: { viewer: null } });
    }
  });

  test.each([
    ['text', 'text/plain', VIEWER],
    ['a form', 'application/x-www-form-urlencoded', 'query=%7Bviewer%7Brole%7D%7D'],
    [
      'a form with files',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{viewer{role}}\r\n--x--',
    ],
    ['nothing named', '', VIEWER],
  ])('%s, which other sites may send, is refused', async (_what, type, body) => {
    const answer = await post(body, { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(answer.json().errors[0]).toEqual({
      message: expect.stringContaining('application/json'),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  test('one request can not carry a thousand sign-ins', async () => {
    const answer = await post(JSON.stringify(Array(3).fill(JSON.parse(VIEWER))));
    expect(answer.status).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe('BAD_REQUEST');
    expect(answer.json().data).toBeUndefined();
  });

  test('a body that is not JSON is refused with a sentence', async () => {
    const answer = await post('{"query": ');
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      errors: [{ message: 'The body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test('an address where nothing lives says so as JSON', async () => {
    for (const path of ['/nowhere', '/no/where', '/graphql/../.env', '/%00']) {
      const answer = await send(path);
      expect(answer.status).toBe(404);
      expect(answer.json()).toEqual({ errors: [{ message: expect.any(String) }] });
    }
    const crooked = await send('/playground/%E0%A4%A');
    expect(crooked.status).toBeGreaterThanOrEqual(400);
    expect(crooked.status).toBeLessThan(500);
    expect(crooked.json()).toHaveProperty('errors');
  });

  test("a caller's request id is kept where it is a plain one, and replaced where it is not", async () => {
    const idFor = async (id?: string) =>
      (await send('/healthz', { headers: id === undefined ? {} : { 'x-request-id': id } })).headers.get(
        'x-request-id',
      );
    expect(await idFor('order-17.a_b')).toBe('order-17.a_b');
    const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
    for (const id of [undefined, 'two words', '<script>', 'x'.repeat(101)])
      expect(await idFor(id)).toMatch(uuid);
    expect(app.log.join()).not.toContain('<script>');
  });

  test('a browser is told not to frame, sniff or leak, and nobody what it runs on', async () => {
    for (const path of ['/healthz', '/nowhere', '/graphql']) {
      const { headers } = await send(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  /** The log's line of the error that an answer with this request id masked. */
  const logged = (requestId: string | undefined) =>
    app.log.map((line) => JSON.parse(line)).find((line) => line.err && line.req?.id === requestId);

  test.each([
    ['in a resolver', 'portal_user', LoginDocument, { login: 'customer1', password: 'password123' }, null],
    ['before any resolver', 'session', ViewerDocument, {}, 'customer1'],
  ] as const)(
    'an error of ours %s shows nothing of our insides, and support finds it by its id',
    async (...row) => {
      const [, table, document, variables, as] = row;
      if (as) await app.tokenOf(as);
      await app.database(`alter table ${table} rename to hidden`);
      const { errors, text } = await app
        .ask<unknown, unknown>(print(document), variables, as)
        .finally(() => app.database(`alter table hidden rename to ${table}`));
      const requestId = errors[0]?.extensions.requestId;
      expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) });
      expect(text).not.toMatch(/select|relation|portal_user|session|node_modules|QueryFailed|at .+:\d+/i);
      expect(logged(requestId)?.err.message).toContain(`"${table}" does not exist`);
    },
  );

  test('a failing database writes no password hash to the log', async () => {
    const token = await app.tokenOf('customer2');
    await app.database('alter table portal_user add constraint broken check (version < 0) not valid');
    const change = { currentPassword: 'password123', newPassword: 'another password' };
    const { errors } = await app
      .ask(ChangePasswordDocument, change, { token })
      .finally(() => app.database('alter table portal_user drop constraint broken'));
    expect(logged(errors[0]?.extensions.requestId)?.err.message).toContain('"broken"');
    expect(app.log.join()).not.toContain('argon2');
    expect(app.log.join()).not.toMatch(/another password|password123/);
  });

  const PIN = '31415926535897';
  const login = print(LoginDocument);
  const inline = (password: string) =>
    `mutation { login(input: { login: "x", password: ${password} }) { accessToken } }`;
  const isKeptSecret = async (query: string, variables: object, code: string) => {
    const { errors, text } = await app.ask<unknown, unknown>(query, variables);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(text).not.toContain(PIN);
    expect(app.log.join()).not.toContain(PIN);
  };
  const onlyInput = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
  test.each([
    ['is wrong', login, { login: 'customer1', password: PIN }, 'INVALID_CREDENTIALS'],
    ['holds a semicolon', login, { login: 'x', password: [`x; ${PIN}`] }, 'BAD_USER_INPUT'],
    ['is a number in the operation', inline(PIN), {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['breaks the operation', inline(`"x" "${PIN}"`), {}, 'GRAPHQL_PARSE_FAILED'],
    ['is too long', login, { login: 'customer1', password: PIN.repeat(50) }, 'BAD_USER_INPUT'],
    ['is a number', login, { login: 'customer1', password: Number(PIN) }, 'BAD_USER_INPUT'],
    ['is a list', login, { login: 'customer1', password: [PIN] }, 'BAD_USER_INPUT'],
    ['comes without a login', onlyInput, { input: { password: PIN } }, 'BAD_USER_INPUT'],
    ['is a number inside', onlyInput, { input: { login: 'x', password: Number(PIN) } }, 'BAD_USER_INPUT'],
  ])('a password that %s is neither sent back nor logged', (_what, query, variables, code) =>
    isKeptSecret(query, variables, code),
  );
});

describe('with an ERP that is down', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({
      ERP_KIND: 'mssql',
      ERP_HOST: '127.0.0.1',
      ERP_PORT: String(await closedPort()),
      ERP_DATABASE: 'x',
      ERP_USER: 'x',
      ERP_PASSWORD: 'x',
    });
  });
  afterAll(() => app.stop());

  test('people still sign in, and are told that the stock is to be asked for again', async () => {
    const { data } = await app.ask(ViewerDocument, {}, 'customer1');
    expect(data?.viewer?.erpCustomers.length).toBeGreaterThan(0);
    const { errors, text } = await app.ask(InventoryCountDocument, {}, 'customer1');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({ code: 'ERP_UNAVAILABLE', retryable: true });
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|connect|mssql|tedious|socket/i);
  });

  test('the instance stays in service, degraded', async () => {
    const response = await fetch(`${app.url}/readyz`);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { status: 'degraded', dependencies: { database: 'up', erp: 'down' } },
    });
  });
});

/** A port that was free just now, and where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
