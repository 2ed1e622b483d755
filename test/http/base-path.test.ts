import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  LoginDocument,
  LogoutDocument,
  RefreshSessionDocument,
  RequestPasswordResetDocument,
} from '../../schema/operations.generated.js';
import { closeBrowser, launchBrowser, openPage, testInBrowser } from '../support/browser.js';
import { CookieJar } from '../support/cookie-jar.js';
import { addCustomer } from '../support/customers.js';
import { NOT_PASSED_ON, type PathProxy, startPathProxy } from '../support/path-proxy.js';
import { loadPlayground, readAnswers, send, tab, watch } from '../support/playground-page.js';
import { sendRaw } from '../support/raw-client.js';
import { scrape } from '../support/scrape.js';
import { startTestApp, type TestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

const PATH = '/portal';
const SITE = 'https://app.example.com';
const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });
const JSON_TYPE = { 'content-type': 'application/json' };
const SIGN_IN = { login: 'operations1', password: 'password123' };

let app: TestApp;
const proxies = new Map<string, PathProxy>();
beforeAll(async () => {
  app = await startTestApp({
    APP_BASE_URL: `https://example.com${PATH}`,
    ...{ TRUST_PROXY: '1', CORS_ORIGINS: SITE },
  });
  for (const strip of [true, false])
    proxies.set(strip ? 'strips' : 'keeps', await startPathProxy(app.url, { path: PATH, strip }));
});
afterAll(async () => {
  for (const proxy of proxies.values()) await proxy.close();
  await app.stop();
});

describe.each(['strips', 'keeps'])('behind a proxy that %s the path', (kind) => {
  const portal = () => `${proxies.get(kind)?.url}${PATH}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(portal() + path, { headers });

  test('a session goes on by its cookies, which no other path of the host gets, and ends with them', async () => {
    const jar = new CookieJar();
    const ask = async (document: Parameters<typeof print>[0], variables: object, token = '') => {
      const cookie = jar.header(new URL(`${portal()}/graphql`).pathname);
      const response = await fetch(`${portal()}/graphql`, {
        method: 'POST',
        headers: { ...JSON_TYPE, cookie, ...(token !== '' && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query: print(document), variables }),
      });
      jar.take(response.headers.getSetCookie());
      const { data } = (await response.json()) as { data: Record<string, { accessToken: string }> | null };
      return { data, set: response.headers.getSetCookie() };
    };
    const signedIn = await ask(LoginDocument, SIGN_IN);
    for (const name of ['refresh', 'device']) {
      expect(signedIn.set).toContainEqual(
        expect.stringMatching(
          `^__Secure-portico_${name}=[\\w.-]+; Path=/portal; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$`,
        ),
      );
    }
    expect(signedIn.set).toHaveLength(2);
    for (const path of ['/', '/portalx', '/other/graphql', '/graphql']) expect(jar.header(path)).toBe('');

    const refreshed = await ask(RefreshSessionDocument, {});
    const token = refreshed.data?.['refreshSession']?.accessToken ?? '';
    expect(token).not.toBe('');
    expect(jar.names).toEqual(['__Secure-portico_device', '__Secure-portico_refresh']);
    expect((await ask(LogoutDocument, {}, token)).data).toEqual({ logout: true });
    expect(jar.names).toEqual(['__Secure-portico_device']);
  });

  test('the playground and all that it loads are there, and it asks below the path', async () => {
    for (const page of ['/playground', '/playground/', '/playground/index.html']) {
      const { html, statuses } = await loadPlayground(portal() + page);
      expect(html).toContain(`<base href="${PATH}/playground/"`);
      expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
      expect(statuses.size).toBeGreaterThan(20);
    }
    const script = await (await get('/playground/start.js')).text();
    expect(script).toMatch(/endpointURL: [`"']\/portal\/graphql[`"']/);
  });

  test('a client made from the description of the API finds it', async () => {
    const description = (await (await get('/api/openapi.json')).json()) as {
      servers: { url: string }[];
      paths: Record<string, object>;
    };
    expect(description.servers).toEqual([{ url: PATH }]);
    const { id } = await addCustomer(app);
    const [template = ''] = Object.keys(description.paths).filter((path) => path.includes('{id}'));
    const server = new URL(description.servers[0]?.url ?? '', portal());
    const authorization = `Bearer ${await app.tokenOf('operations1')}`;
    const found = await fetch(server + template.replace('{id}', id), { headers: { authorization } });
    expect({ status: found.status, body: await found.json() }).toMatchObject({
      ...{ status: 200, body: { accountExists: false } },
    });
    const problem = await get('/api/nowhere');
    expect([problem.status, problem.headers.get('content-type')]).toEqual([
      ...[404, 'application/problem+json; charset=utf-8'],
    ]);
  });

  test('health, GraphQL by either method and other sites get the answers that they get at the root', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await get(path)).status).toBe(200);
    const query = `?query=${encodeURIComponent('{ viewer { role } }')}`;
    expect((await get(`/graphql${query}`)).status).toBe(400);
    const asked = await get(`/graphql${query}`, { 'apollo-require-preflight': 'true' });
    expect(await asked.json()).toEqual({ data: { viewer: null } });
    for (const [origin, allowed] of [
      [SITE, SITE],
      ['https://example.com', null],
    ] as const) {
      const { headers } = await fetch(`${portal()}/graphql`, {
        ...{ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } },
      });
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
    }
    const nowhere = await get('/nowhere');
    expect([nowhere.status, nowhere.headers.get('location')]).toEqual([404, null]);
    expect(await nowhere.json()).toHaveProperty('errors');
    for (const path of ['', '/', '?query=x']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 200, null]);
      expect(await answer.text()).toContain(`<base href="${PATH}/" />`);
    }
  });

  test('a spelling more opens no way to the metrics', async () => {
    for (const path of [...(kind === 'keeps' ? ['/metrics', '/metrics?x'] : []), `${PATH}/metrics`]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  test('the log and the metrics have the paths without the path, so that none is counted as another', async () => {
    const count = (labels: Record<string, string>) => scrape(app, 'portico_http_requests_total', labels);
    const before = await Promise.all([count({ route: 'playground' }), count({ route: 'other' })]);
    app.log.length = 0;
    await get('/playground/start.js', { 'x-request-id': `counted-${kind}` });
    await until(async () => (await count({ route: 'playground' })) === (before[0] ?? 0) + 1);
    expect(await count({ route: 'other' })).toBe(before[1]);
    const line = app.log.map((one) => JSON.parse(one)).find(({ req }) => req?.id === `counted-${kind}`);
    expect(line.req.path).toBe('/playground/start.js');
    expect(await (await fetch(`${app.url}/metrics`)).text()).not.toContain('portal/');
  });
});

testInBrowser('a visitor signs in with the playground, and asks nothing outside the path', async () => {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser);
    const { problems } = watch(page);
    const paths = new Set<string>();
    page.on('request', (request) => paths.add(new URL(request.url()).pathname));
    const answers = await readAnswers(page);
    await page.goto(`${proxies.get('strips')?.url}${PATH}/playground`);
    await tab(page, 'login', 'shown');
    expect((await send(page, answers)).data['login']).toHaveProperty('accessToken');
    expect(problems).toEqual([]);
    expect(paths).toContain(`${PATH}/graphql`);
    expect([...paths].filter((path) => !path.startsWith(`${PATH}/`))).toEqual([]);
  } finally {
    await closeBrowser(browser);
  }
});

test('the proxies of these tests pass on nothing that is not below the path', async () => {
  for (const { url } of proxies.values()) {
    for (const path of ['/', '/graphql', '/portalx/graphql', '/healthz'])
      expect(await (await fetch(url + path)).text()).toBe(NOT_PASSED_ON);
  }
});

test('a path that only looks like it is another one', async () => {
  const status = async (path: string) =>
    (await fetch(app.url + path, { method: 'POST', headers: JSON_TYPE, body: VIEWER })).status;
  for (const path of [PATH, '']) expect([path, await status(`${path}/graphql`)]).toEqual([path, 200]);
  for (const path of ['/portalx', '/portal-', '/PORTAL', '/%70ortal', '/port', '//portal', '/portal/portal'])
    expect([path, await status(`${path}/graphql`)]).toEqual([path, 404]);
  for (const path of ['/portalgraphql', '/portal//graphql', '/portal/%2fgraphql', '/portal/x/../graphqlx'])
    expect([path, await status(path)]).toEqual([path, 404]);
});

test('a request that names the host in its first line is understood, and the host has no effect', async () => {
  for (const target of [
    'http://evil.example/portal/healthz',
    'HTTP://evil.example/healthz',
    'http://portal/portal',
    'http://evil.example',
  ]) {
    const answer = await sendRaw(app.url, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toContain('evil.example');
  }
  const target = 'http://evil.example/portalx/healthz';
  const answer = await sendRaw(app.url, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

test('no spelling of the first line leads below the path to the metrics', async () => {
  const ask = (target: string) =>
    sendRaw(app.url, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  for (const host of ['', 'http://evil.example', 'HTTP://u:p@evil.example:1']) {
    expect(await ask(`${host}/metrics`)).toMatch(/^HTTP\/1\.1 200 /);
    for (const rest of ['', '?x', '#', '#x', '?#x', '#?x', '/', '/#']) {
      for (const path of ['/portal/metrics', '/portal//metrics', '/portal/METRICS', '/portal/\\metrics'])
        expect([host, path, rest, (await ask(host + path + rest)).slice(0, 12)]).toEqual([
          ...[host, path, rest, 'HTTP/1.1 404'],
        ]);
    }
  }
  expect(await ask('/portal/healthz#x')).toMatch(/^HTTP\/1\.1 200 /);
});

test('without https the cookies have the path too, and their plain names', async () => {
  const plain = await app.sibling({ APP_BASE_URL: 'http://localhost:5001/portal/' });
  const { headers } = await plain.ask(LoginDocument, SIGN_IN);
  expect(
    headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, '').replace(/Expires=[^;]+; /, '')),
  ).toEqual(['refresh', 'device'].map((name) => `portico_${name}; Path=/portal; HttpOnly; SameSite=Strict`));
});

test('both spellings of an address count towards one limit', async () => {
  const limited = await app.sibling({ RATE_LIMIT_PER_ADDRESS: '3' });
  const statuses = [];
  for (const path of ['/nowhere', '/portal/nowhere', '/portal/graphqlx', '/nowhere', '/portal/nowhere'])
    statuses.push((await fetch(limited.url + path)).status);
  expect(statuses).toEqual([404, 404, 404, 429, 429]);
});

test('a mailed link leads below the path', async () => {
  await app.ask(RequestPasswordResetDocument, { email: 'customer2@demo.example' });
  const [mail] = await app.mailsTo('customer2@demo.example');
  // Of the instances of this test, any sends it: they know the portal by different hosts.
  expect(mail?.text).toMatch(/https?:\/\/[\w.:]+\/portal\/reset-password#token=/);
});
