import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChangePasswordDocument,
  InventoryCountDocument,
  LoginDocument,
  ViewerDocument,
} from '../../schema/operations.generated.js';
import { createLogger } from '../../src/cli/logger.js';
import { ApiKeys } from '../support/api-keys.js';
import { rest } from '../support/rest.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

interface Line {
  msg: string;
  req?: { id: string; method: string; path: string };
  res?: { status: number };
  responseTime?: number;
  err?: { message: string };
  [name: string]: unknown;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'trace' });
});
afterAll(() => app.stop());

/** The line of a request, which is written once its answer is out. */
async function lineOf(requestId: string | null): Promise<Line> {
  const find = () =>
    app.log
      .map((line): Line => JSON.parse(line))
      .find(({ req, res }) => res !== undefined && req?.id === requestId);
  await until(() => find() !== undefined);
  return find() as Line;
}

const post = (query: string, headers: Record<string, string> = {}, variables: object = {}) =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });

describe('who looks a request up in the log', () => {
  test('finds who asked what, what it took and how it was answered', async () => {
    await app.tokenOf('customer1');
    app.clear();
    const { headers } = await app.ask(InventoryCountDocument, {}, 'customer1');
    const erpQueries = app.erpQueries.length;
    const line = await lineOf(headers.get('x-request-id'));
    const [{ id } = { id: '' }] = await app.database(
      "select id from portal_user where username = 'customer1'",
    );
    expect(line).toMatchObject({
      req: { method: 'POST', path: '/graphql' },
      res: { status: 200 },
      responseTime: expect.any(Number),
      userId: id,
      operation: { name: 'InventoryCount', type: 'query' },
      databaseQueries: 1,
      erpQueries,
      erpMs: expect.any(Number),
    });
    expect(line).not.toHaveProperty('errorCodes');
  });

  test('finds the API key that was used, for GraphQL and for REST', async () => {
    const { id, secret } = await new ApiKeys(app).made();
    const graphql = await app.ask(InventoryCountDocument, {}, { token: secret });
    const path = '/api/customers/00000000-0000-4000-8000-000000000000/provision-portal';
    const refused = await rest(app, 'GET', path, { as: { token: secret } });
    for (const { headers } of [graphql, refused]) {
      const line = await lineOf(headers.get('x-request-id'));
      expect(line).toMatchObject({ apiKeyId: id });
      expect(line).not.toHaveProperty('userId');
    }
  });

  test('finds the codes of its errors, and nothing of operations where there was none', async () => {
    const { headers } = await app.ask('{ a: inventory { totalCount } b: portalUsers { totalCount } }');
    expect(await lineOf(headers.get('x-request-id'))).toMatchObject({ errorCodes: ['UNAUTHENTICATED'] });
    const health = await fetch(`${app.url}/healthz?token=x`, { headers: { 'x-request-id': 'mine' } });
    await health.text();
    const line = await lineOf('mine');
    expect(line.req?.path).toBe('/healthz');
    expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'req', 'res', 'responseTime', 'time']);
  });

  test('finds the code of a request that failed before its operation was looked at', async () => {
    const token = await app.tokenOf('customer1');
    await app.database('alter table session rename to hidden');
    const { headers } = await app
      .ask(ViewerDocument, {}, { token })
      .finally(() => app.database('alter table hidden rename to session'));
    const line = await lineOf(headers.get('x-request-id'));
    expect(line).toMatchObject({ res: { status: 500 }, errorCodes: ['INTERNAL_SERVER_ERROR'] });
  });

  test('is not flooded by a name of any length, nor told of one that the document does not give', async () => {
    const long = await app.ask(`query ${'x'.repeat(5000)} { viewer { role } }`);
    const line = await lineOf(long.headers.get('x-request-id'));
    expect(line['operation']).toEqual({ name: 'x'.repeat(100), type: 'query' });

    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { role } }', operationName: 'forged\nline' }),
    });
    await response.text();
    await lineOf(response.headers.get('x-request-id'));
    expect(app.log.join()).not.toContain('forged');
  });
});

describe('no secret gets into the log, at level trace', () => {
  const CANARY = 'canary-7f3a-canary';
  const canaries = () => app.log.filter((line) => line.includes('canary'));

  test.each([
    ['in a sign-in that fails', print(LoginDocument), {}, { login: 'customer1', password: CANARY }],
    [
      'in a variable of any name',
      'query ($a: String!) { viewer { role } }',
      {},
      { a: CANARY, b: { c: CANARY } },
    ],
    [
      'in a bearer token',
      '{ viewer { role } }',
      { authorization: `Bearer ${CANARY}.${CANARY}.${CANARY}` },
      {},
    ],
    ['in another authorization', '{ viewer { role } }', { authorization: `Basic ${CANARY}` }, {}],
    ['in a cookie', '{ viewer { role } }', { cookie: `refresh=${CANARY}` }, {}],
    ['in a document that does not parse', `{ viewer(a: "${CANARY}" { role } }`, {}, {}],
    ['in a document that is not valid', `{ viewer(a: "${CANARY}") { role } }`, {}, {}],
  ])('%s', async (_where, query, headers: Record<string, string>, variables) => {
    const response = await post(query, headers, variables);
    await response.text();
    await lineOf(response.headers.get('x-request-id'));
    expect(canaries()).toEqual([]);
  });

  test('in the address, which is where links keep theirs', async () => {
    const response = await fetch(`${app.url}/graphql?query=${CANARY}&token=${CANARY}`, {
      headers: { cookie: CANARY, 'x-request-id': `${CANARY} no id` },
    });
    await response.text();
    await lineOf(response.headers.get('x-request-id'));
    expect(canaries()).toEqual([]);
  });

  test('of a session: neither its token nor a password that was chosen, nor the hash that a query failed with', async () => {
    const chosen = `${CANARY} chosen`;
    const token = await app.tokenOf('customer2');
    const change = { currentPassword: 'password123', newPassword: chosen };
    await app.database('alter table portal_user add constraint broken check (version < 0) not valid');
    const failed = await app
      .ask(ChangePasswordDocument, change, { token })
      .finally(() => app.database('alter table portal_user drop constraint broken'));
    expect(failed.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    const changed = await app.ask(ChangePasswordDocument, change, { token });
    const granted = changed.data?.changePassword.accessToken ?? '';
    expect(granted).not.toBe('');
    await lineOf(changed.headers.get('x-request-id'));

    const log = app.log.join();
    expect(log).toContain('"broken"');
    for (const secret of [chosen, token, granted, 'password123', 'argon2']) expect(log).not.toContain(secret);
  });
});

describe('whatever a part of the service logs', () => {
  /** What is written of it, as it ships. */
  const written = (...what: [object, string?]) => {
    const lines: string[] = [];
    const logger = createLogger(
      { logLevel: 'trace', production: true },
      { write: (line) => lines.push(line) },
    );
    logger.child({ part: 'test' }).trace(...what);
    return { text: lines.join(), line: JSON.parse(lines.join()) as Line };
  };

  test.each([
    'password',
    'newPassword',
    'passwordHash',
    'PASSWORD_HASH',
    'token',
    'accessToken',
    'refresh_token',
    'Authorization',
    'cookie',
    'set-cookie',
    'variables',
    'clientSecret',
    'api-key',
  ])('a value named %s is censored, however deep it stands and whatever it is', (name) => {
    for (const value of ['canary', ['canary'], { inner: { input: 'canary' } }, 4711]) {
      const { text, line } = written({
        [name]: value,
        a: { b: [{ c: { d: { [name]: value } } }] },
        kept: 'kept',
      });
      expect(text).not.toMatch(/canary|4711/);
      expect(line['kept']).toBe('kept');
      expect(line['part']).toBe('test');
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  test('a child logger that was made with a secret keeps it', () => {
    const lines: string[] = [];
    const logger = createLogger(
      { logLevel: 'info', production: true },
      { write: (line) => lines.push(line) },
    );
    logger.child({ client: { headers: { cookie: 'canary' } } }).info('hello');
    expect(lines.join()).not.toContain('canary');
  });

  test.each([
    ['a bearer token', 'sent Bearer canary-canary', 'canary'],
    ['an API key', `sent ptk_canary${'x'.repeat(37)}`, 'canary'],
    ['a JSON web token', 'got eyJhbGciOi.eyJzdWIi.canary_-', 'canary'],
    ['an argon2id hash', '$argon2id$v=19$m=19456,t=2,p=1$canary$canary', 'canary'],
    ['a bcrypt hash', '$2b$12$canarycanarycanary', 'canary'],
    ['a Werkzeug hash', 'scrypt:32768:8:1$canary$0123456789abcdef', 'canary'],
  ])('%s in a message is censored', (_what, message, secret) => {
    expect(written({}, message).text).not.toContain(secret);
    const { line, text } = written({ err: new Error(`it failed: ${message}`) });
    expect(text).not.toContain(secret);
    expect(line.err?.message).toContain('it failed');
  });

  test('an error keeps what it carries along but for what helps to find the mistake', () => {
    const cause = Object.assign(new Error('canary in a row'), {
      where: 'unnamed portal parameter $1 = canary',
    });
    const error = Object.assign(new Error('duplicate key'), {
      ...{ code: '23505', constraint: 'unique', query: 'insert into t values ($1)' },
      ...{ parameters: ['canary'], detail: 'Key (a)=(canary)', where: '$1 = canary', driverError: cause },
      ...{ config: { url: 'postgres://u:canary@db' }, response: 'canary', rows: [{ a: 'canary' }] },
    });
    const { text, line } = written({ err: error });
    expect(text).not.toContain('canary');
    expect(line.err).toMatchObject({ message: 'duplicate key', code: '23505', constraint: 'unique' });
  });
});
