import { print } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LoginDocument, ViewerDocument } from '../../schema/operations.generated.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const WRONG = { login: 'nobody', password: 'wrong-password' };
const SIGN_IN = JSON.stringify({ query: print(LoginDocument), variables: WRONG });
const VIEWER = JSON.stringify({ query: print(ViewerDocument) });

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ TRUST_PROXY: '1' });
  await Promise.all([app.tokenOf('customer1'), app.tokenOf('customer2')]);
});
afterAll(() => app.stop());
beforeEach(() => app.database('delete from rate_limit'));

/** An instance with limits of its own, which has counted nothing yet. It ends with the test: a server has only so many connections. */
const limited = async (settings: Record<string, string>) => {
  const instance = await app.sibling(settings);
  instances.push(instance);
  return instance;
};
const instances: TestApp[] = [];
afterEach(async () => {
  for (const instance of instances.splice(0)) await instance.stop();
});

const post = async (to: TestApp, body: string, from: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${to.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
    body,
  });
  const answer = JSON.parse(await response.text());
  return {
    status: response.status,
    headers: response.headers,
    answer,
    code: answer.errors?.[0].extensions.code,
  };
};

/** The body and header of whoever asks too often; the seconds are those of the minute that has begun. */
function expectRefusal({ status, headers, answer }: Awaited<ReturnType<typeof post>>) {
  const { retryAfterSeconds } = answer.errors[0].extensions;
  expect({ status, answer }).toEqual({
    status: 429,
    answer: {
      errors: [
        {
          message: expect.stringContaining(`${retryAfterSeconds} s`),
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
        },
      ],
    },
  });
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  expect(headers.get('retry-after')).toBe(String(retryAfterSeconds));
  expect(headers.get('cache-control')).toBe('no-store');
}

describe('requests from one address', () => {
  let instance: TestApp;
  beforeAll(async () => {
    instance = await app.sibling({ RATE_LIMIT_PER_ADDRESS: '3' });
  });
  const view = (from: string) => post(instance, VIEWER, from);

  test('are let through up to the limit, and another address is none the worse', async () => {
    for (let i = 0; i < 3; i += 1) expect((await view('203.0.113.1')).status).toBe(200);
    expectRefusal(await view('203.0.113.1'));
    expect((await view('203.0.113.2')).status).toBe(200);
  });

  test('count together where IPv6 lets one client choose among addresses', async () => {
    for (const host of ['1', '2', 'ffff:1']) expect((await view(`2001:db8:0:1::${host}`)).status).toBe(200);
    expectRefusal(await view('2001:db8:0:1:dead:beef::9'));
    expect((await view('2001:db8:0:2::1')).status).toBe(200);
  });

  test('count together as IPv4 and as IPv4 within IPv6', async () => {
    for (const from of ['203.0.113.3', '::ffff:203.0.113.3', '::ffff:cb00:7103']) {
      expect((await view(from)).status).toBe(200);
    }
    expectRefusal(await view('203.0.113.3'));
  });

  test('count by what the proxy says, whatever the client put in front of it', async () => {
    for (const made of ['10.0.0.1', '10.0.0.2', 'x']) {
      expect((await view(`${made}, 203.0.113.4`)).status).toBe(200);
    }
    expectRefusal(await view('10.0.0.4, 203.0.113.4'));
  });

  test('count together where the proxy adds ports', async () => {
    for (const port of [1, 2, 3]) expect((await view(`203.0.113.5:${port}`)).status).toBe(200);
    expectRefusal(await view('203.0.113.5:4'));
  });

  test('count whatever they ask for, and are refused before their body is read', async () => {
    const from = { headers: { 'x-forwarded-for': '203.0.113.6' } };
    for (const path of ['/nowhere', '/playground/', '/graphql']) await fetch(instance.url + path, from);
    expectRefusal(await post(instance, '{"query": ', '203.0.113.6'));
    const asOther = await post(instance, VIEWER, '203.0.113.6', {
      accept: 'application/graphql-response+json',
    });
    expectRefusal(asOther);
    expect(asOther.headers.get('content-type')).toContain('application/graphql-response+json');
  });

  test('do not count where they ask whether the service is healthy', async () => {
    for (let i = 0; i < 5; i += 1) {
      for (const path of ['/healthz', '/readyz']) {
        const { status } = await fetch(instance.url + path, {
          headers: { 'x-forwarded-for': '203.0.113.7' },
        });
        expect(status).toBe(200);
      }
    }
    expect((await view('203.0.113.7')).status).toBe(200);
  });
});

test('one login that asks too often is held up on every address, and no other login with it', async () => {
  const instance = await limited({ RATE_LIMIT_PER_USER: '3' });
  const as = async (user: 'customer1' | 'customer2', from: string) =>
    post(instance, VIEWER, from, { authorization: `Bearer ${await app.tokenOf(user)}` });
  for (let i = 1; i <= 3; i += 1) {
    expect((await as('customer1', `203.0.113.${i}`)).answer.data.viewer.user.username).toBe('customer1');
  }
  expectRefusal(await as('customer1', '203.0.113.4'));
  expect((await as('customer2', '203.0.113.1')).answer.data.viewer.user.username).toBe('customer2');
  expect((await post(instance, VIEWER, '203.0.113.4')).status).toBe(200);
});

describe('mutations of one login', () => {
  const approve = (name: string) =>
    `${name}: approveQuote(id: "00000000-0000-4000-8000-000000000000") { quote { id } }`;
  test.each([
    ['by other names', `mutation { ${[1, 2, 3, 4].map((n) => approve(`a${n}`)).join(' ')} }`],
    [
      'in fragments',
      `mutation { ...F ... @include(if: true) { ${approve('a')} } } fragment F on Mutation { ...G ${approve('b')} }
       fragment G on Mutation { ${approve('c')} ${approve('d')} }`,
    ],
  ])('count each where several stand in one operation %s: all run or none', async (how, query) => {
    const instance = await limited({ RATE_LIMIT_PER_USER: '7' });
    const authorization = `Bearer ${await app.tokenOf('customer1')}`;
    const send = (from: string) => post(instance, JSON.stringify({ query }), from, { authorization });
    expect([how, (await send('203.0.113.1')).code]).toEqual([how, 'NOT_FOUND']);
    instance.clear();
    expectRefusal(await send('203.0.113.2'));
    expect(instance.databaseQueries.filter((sql) => /quote/.test(sql))).toEqual([]);
    expectRefusal(await post(instance, VIEWER, '203.0.113.3', { authorization }));
    const other = `Bearer ${await app.tokenOf('customer2')}`;
    expect((await post(instance, VIEWER, '203.0.113.1', { authorization: other })).status).toBe(200);
  });

  test('leave queries as they are, of which a request may have many', async () => {
    const instance = await limited({ RATE_LIMIT_PER_USER: '2' });
    const query = `{ ${[1, 2, 3, 4].map((n) => `a${n}: viewer { role }`).join(' ')} }`;
    const authorization = `Bearer ${await app.tokenOf('customer1')}`;
    for (let i = 0; i < 2; i += 1) {
      const { status } = await post(instance, JSON.stringify({ query }), '203.0.113.1', { authorization });
      expect(status).toBe(200);
    }
  });
});

describe('sign-ins, which anybody may try', () => {
  const one = (name: string) => `${name}: login(input: $input) { accessToken }`;
  const document = (body: string, rest = '') =>
    JSON.stringify({
      query: `mutation ($input: LoginInput!) { ${body} } ${rest}`,
      variables: { input: WRONG },
    });
  const tried = (from: string) =>
    app.database('select points from rate_limit where key = $1', [`public:${from}`]);

  test('count by address, and hold up neither questions nor other addresses', async () => {
    const instance = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '2' });
    for (let i = 0; i < 2; i += 1) {
      expect((await post(instance, SIGN_IN, '203.0.113.1')).code).toBe('INVALID_CREDENTIALS');
    }
    expectRefusal(await post(instance, SIGN_IN, '203.0.113.1'));
    expect((await post(instance, VIEWER, '203.0.113.1')).status).toBe(200);
    expect((await post(instance, SIGN_IN, '203.0.113.2')).code).toBe('INVALID_CREDENTIALS');
  });

  test.each([
    ['by other names', document([1, 2, 3].map((n) => one(`a${n}`)).join(' '))],
    ['in a fragment', document(`${one('a')} ...F`, `fragment F on Mutation { ${one('b')} ${one('c')} }`)],
    ['in a fragment within', document(`... on Mutation { ${one('a')} ... { ${one('b')} ${one('c')} } }`)],
    [
      'in one fragment after another',
      document(
        `...A ...B`,
        `fragment A on Mutation { ...B ${one('a')} } fragment B on Mutation { ${one('b')} }`,
      ),
    ],
    [
      'under a condition',
      document([1, 2, 3].map((n) => `... @include(if: true) { ${one(`a${n}`)} }`).join(' ')),
    ],
  ])('count each where several stand in one operation %s: all run or none', async (how, body) => {
    const instance = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '2' });
    instance.clear();
    expectRefusal(await post(instance, body, '203.0.113.1'));
    expect({ how, asked: instance.databaseQueries.filter((sql) => /portal_user/.test(sql)) }).toEqual({
      how,
      asked: [],
    });
  });

  test('are not held up by mutations of whoever is signed in', async () => {
    const instance = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '1' });
    const token = await app.tokenOf('customer1');
    for (let i = 0; i < 3; i += 1) {
      const { code } = await post(
        instance,
        JSON.stringify({
          query:
            'mutation { changePassword(input: { currentPassword: "x", newPassword: "another password" }) { accessToken } }',
        }),
        '203.0.113.1',
        { authorization: `Bearer ${token}` },
      );
      expect(code).toBe('BAD_USER_INPUT');
    }
    expect(await tried('203.0.113.1')).toEqual([]);
  });

  test('count together on all instances', async () => {
    const settings = { RATE_LIMIT_PUBLIC_MUTATIONS: '4' };
    const instances = await Promise.all([limited(settings), limited(settings)]);
    for (let i = 0; i < 2; i += 1) {
      for (const instance of instances) {
        expect((await post(instance, SIGN_IN, '2001:db8::1')).code).toBe('INVALID_CREDENTIALS');
      }
    }
    for (const instance of instances) expectRefusal(await post(instance, SIGN_IN, '2001:db8::2'));
  });

  test('of many at once no more than allowed are tried', async () => {
    const settings = { RATE_LIMIT_PUBLIC_MUTATIONS: '5' };
    const instances = await Promise.all([limited(settings), limited(settings)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => post(instances[i % 2] as TestApp, SIGN_IN, '203.0.113.1')),
    );
    expect(answers.filter(({ code }) => code === 'INVALID_CREDENTIALS')).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('of a flood reach the database no more once they are refused', async () => {
    const instance = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '1' });
    await post(instance, SIGN_IN, '203.0.113.1');
    instance.clear();
    for (let i = 0; i < 10; i += 1) expectRefusal(await post(instance, SIGN_IN, '203.0.113.1'));
    expect(instance.databaseQueries).toEqual([]);
  });

  test('are open again when the minute is over', async () => {
    const instance = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '1' });
    await post(instance, SIGN_IN, '203.0.113.1');
    const another = await limited({ RATE_LIMIT_PUBLIC_MUTATIONS: '1' });
    await app.database('update rate_limit set expire = expire - 60000');
    expect((await post(another, SIGN_IN, '203.0.113.1')).code).toBe('INVALID_CREDENTIALS');
    expectRefusal(await post(another, SIGN_IN, '203.0.113.1'));
  });

  test('leave no trace of addresses for longer than they count', async () => {
    await app.database("insert into rate_limit values ('public:203.0.113.8', 1, 1)");
    expect(await tried('203.0.113.8')).toEqual([{ points: 1 }]);
    await post(await limited({}), SIGN_IN, '203.0.113.1');
    expect(await tried('203.0.113.8')).toEqual([]);
    expect(await tried('203.0.113.1')).toEqual([{ points: 1 }]);
  });

  test('are refused where they can not be counted, and nothing of the reason is shown', async () => {
    const instance = await limited({});
    await app.database('alter table rate_limit rename to hidden');
    const { status, code, answer } = await post(instance, SIGN_IN, '203.0.113.1').finally(() =>
      app.database('alter table hidden rename to rate_limit'),
    );
    expect({ status, code }).toEqual({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer)).not.toMatch(/rate_limit|relation|insert/i);
    expect(instance.log.join()).toContain('\\"rate_limit\\" does not exist');
  });
});
