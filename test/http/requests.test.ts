import { gzipSync } from 'node:zlib';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LoginDocument } from '../../schema/operations.generated.js';
import { sendRaw } from '../support/raw-client.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });
const SIGN_IN = JSON.stringify({
  query: print(LoginDocument),
  variables: { login: 'customer1', password: 'password123' },
});

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const send = (init: RequestInit & { headers?: Record<string, string> }) => fetch(`${app.url}/graphql`, init);
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  send({ method: 'POST', body, headers });
const sessions = async () => (await app.database('select count(*)::int as open from session'))[0]?.['open'];

/** Each of our refusals has the shape of a GraphQL answer. */
async function refusalOf(response: Response) {
  const body = JSON.parse(await response.text());
  expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, message: body.errors[0].message };
}

describe('a body is taken as JSON in UTF-8, and as nothing else', () => {
  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
  ])('%s is understood', async (type) => {
    const response = await post(VIEWER, { 'content-type': type });
    expect(await response.json()).toEqual({ data: { viewer: null } });
  });

  test.each([
    'application/json; charset=utf-16',
    'application/json; charset=utf-7',
    'application/json; charset=utf-8, text/plain',
    'application/json, text/plain',
    'text/plain, application/json',
    'application/jsonx',
    'application/json+x',
    'text/json',
    'application/graphql',
    'application/graphql-response+json',
    'multipart/form-data; boundary=application/json',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    '*/*',
    'json',
  ])('%s is refused before anything runs', async (type) => {
    const before = await sessions();
    const refusal = await refusalOf(await post(SIGN_IN, { 'content-type': type }));
    expect(refusal.status).toBe(415);
    expect(refusal.message).toContain('application/json');
    expect(await sessions()).toBe(before);
  });

  test('of two content types neither counts', async () => {
    for (const second of ['text/plain', 'application/json']) {
      const answer = await sendRaw(
        app.url,
        `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n` +
          `content-type: ${second}\r\ncontent-length: ${VIEWER.length}\r\n\r\n${VIEWER}`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 415 /);
    }
  });

  test('a small body that would swell to gigabytes is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    const small = gzipSync(VIEWER);
    for (const body of [bomb, small]) {
      const response = await post(body, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      expect(await refusalOf(response)).toEqual({
        status: 415,
        message: expect.stringContaining('compressed'),
      });
    }
    for (const encoding of ['deflate', 'br', 'zstd', 'x-unknown', 'gzip, gzip']) {
      const response = await post(VIEWER, {
        'content-type': 'application/json',
        'content-encoding': encoding,
      });
      expect((await refusalOf(response)).status).toBe(415);
    }
  });
});

describe('a request can not smuggle another one', () => {
  const smuggled = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
  test.each([
    ['a length and chunks', `content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['two lengths', `content-length: 0\r\ncontent-length: ${smuggled.length}\r\n\r\n${smuggled}`],
    ['chunks of another kind', `transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a length that is none', `content-length: +4\r\n\r\n${smuggled}`],
    ['a name with a blank', `content-length : 4\r\n\r\n${smuggled}`],
    ['a broken line', `x: y\rcontent-length: 4\r\n\r\n${smuggled}`],
  ])('by %s', async (_how, rest) => {
    const answer = await sendRaw(
      app.url,
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${rest}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

describe('a method', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND', 'QUERY'])(
    '%s is refused with what is allowed',
    async (method) => {
      const answer = await sendRaw(
        app.url,
        `${method} /graphql?query=%7Bviewer%7Brole%7D%7D HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\n` +
          'connection: close\r\n\r\n',
      );
      // A name that Node doesn't know is no HTTP to it.
      const known = !answer.startsWith('HTTP/1.1 400');
      if (known) expect(answer).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, POST, OPTIONS\r\n/i);
      expect(answer).not.toContain('"data"');
    },
  );

  test('OPTIONS says what is allowed, and nothing of other sites', async () => {
    const response = await send({ method: 'OPTIONS', headers: { origin: 'https://app.example.com' } });
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 204,
      allow: 'GET, POST, OPTIONS',
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('TRACE and CONNECT give nothing back', async () => {
    for (const start of ['TRACE /graphql', 'CONNECT evil.example:443']) {
      const answer = await sendRaw(
        app.url,
        `${start} HTTP/1.1\r\nhost: x\r\nx-canary: seen-by-nobody\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).not.toContain('seen-by-nobody');
      expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
    }
  });
});

describe('an answer that the client would not take', () => {
  test.each([
    'text/html',
    'image/*',
    'application/xml',
    'multipart/mixed',
    'application/json;q=0',
    'application/json; charset=utf-8; q=0',
    'application/json; q=0.000; charset=utf-8, application/graphql-response+json; Q=0',
    '*/*; q=0',
    'text/html; x="a, application/json; q=1"',
    'application/jsonx; charset=utf-8',
  ])('%s is refused before anybody is signed in', async (accept) => {
    const before = await sessions();
    const response = await post(SIGN_IN, { 'content-type': 'application/json', accept });
    expect((await refusalOf(response)).status).toBe(406);
    expect(await sessions()).toBe(before);
  });

  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    [
      'application/graphql-response+json, application/json;q=0.9',
      'application/graphql-response+json; charset=utf-8',
    ],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    // What the draft recommends.
    [
      'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
      'application/graphql-response+json; charset=utf-8',
    ],
    ['application/json; charset=utf-8', 'application/json; charset=utf-8'],
    ['application/json;charset="UTF-8";profile="a, b;q=0"', 'application/json; charset=utf-8'],
    ['application/json; version=2; q=0.5, text/html', 'application/json; charset=utf-8'],
    [
      'application/json; charset=utf-8; q=0.5, application/graphql-response+json; x=1; q=0.6; ext=";q=0"',
      'application/graphql-response+json; charset=utf-8',
    ],
    [
      'application/json; charset=utf-8; q=0, */*; charset=utf-8',
      'application/graphql-response+json; charset=utf-8',
    ],
  ])('whoever takes %s gets it from refusals and answers alike', async (accept, type) => {
    const json = { 'content-type': 'application/json', accept };
    const answers = [
      await post(VIEWER, json),
      await post('{"query": ', json),
      await post(`"${'x'.repeat(256 * 1024)}"`, json),
      await post(VIEWER, { ...json, 'content-type': 'text/plain' }),
      await send({ method: 'PUT', headers: json }),
      await post('{"query": "{"}', json),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 413, 415, 405, 400]);
    for (const { headers } of answers) {
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

test('a mutation by GET is refused, whatever it is called in', async () => {
  const before = await sessions();
  const { query, variables } = JSON.parse(SIGN_IN);
  for (const extra of [
    {},
    { operationName: 'Login' },
    { query: `query A { viewer { role } } ${query}`, operationName: 'Login' },
  ]) {
    const search = new URLSearchParams([
      ...Object.entries({ query, variables: JSON.stringify(variables), ...extra }),
    ]);
    const response = await fetch(`${app.url}/graphql?${search}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  }
  expect(await sessions()).toBe(before);
});

describe('an operation name that is empty is none', () => {
  const one = 'query A { viewer { role } }';
  const ask = {
    GET: (query: string, operationName: string) =>
      fetch(`${app.url}/graphql?${new URLSearchParams({ query, operationName })}`, {
        headers: { 'apollo-require-preflight': '1' },
      }),
    POST: (query: string, operationName: string) =>
      post(JSON.stringify({ query, operationName }), { 'content-type': 'application/json' }),
  };

  test.each(['GET', 'POST'] as const)('by %s', async (method) => {
    for (const query of [one, '{ viewer { role } }']) {
      const answer = await ask[method](query, '');
      expect({ status: answer.status, body: await answer.json() }).toEqual({
        status: 200,
        body: { data: { viewer: null } },
      });
    }
    // It chooses none of several, and no other name is taken for it.
    for (const [query, name] of [
      [`${one} query B { viewer { role } }`, ''],
      [one, ' '],
      [one, 'null'],
    ] as const) {
      const answer = await ask[method](query, name);
      expect({ name, status: answer.status, body: await answer.json() }).toEqual({
        ...{ name, status: 400 },
        body: { errors: [expect.objectContaining({ message: expect.stringMatching(/operation/) })] },
      });
    }
    expect((await ask[method](one, 'A')).status).toBe(200);
  });

  test('does not let a mutation run by GET', async () => {
    expect((await ask.GET('mutation { logout }', '')).status).toBe(405);
  });
});

test('GraphQL answers at its own address only', async () => {
  for (const path of ['/graphql/more', '/graphql.json', '/graphqlx', '//graphql']) {
    const response = await fetch(app.url + path, {
      method: 'POST',
      body: VIEWER,
      headers: { 'content-type': 'application/json' },
    });
    expect({ path, status: response.status }).toEqual({ path, status: 404 });
  }
});
