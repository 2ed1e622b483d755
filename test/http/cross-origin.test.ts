import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/start-app.js';

const VIEWER = JSON.stringify({ query: '{ viewer { role } }' });
const OURS = 'https://app.example.com';

let app: TestApp;
let closed: TestApp;
beforeAll(async () => {
  app = await startTestApp({ CORS_ORIGINS: `${OURS}, http://localhost:3000` });
  closed = await app.sibling({ CORS_ORIGINS: '' });
});
afterAll(() => app.stop());

const ask = (origin: string, to = app) =>
  fetch(`${to.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: VIEWER,
  });
const preflight = (origin: string, to = app) =>
  fetch(`${to.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-evil',
    },
  });
const cors = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control')));

describe('a page of a site that is named in the settings', () => {
  test.each([OURS, 'http://localhost:3000'])('%s may ask and read, with its cookies', async (origin) => {
    const response = await ask(origin);
    expect(await response.json()).toEqual({ data: { viewer: null } });
    expect(cors(response)).toEqual({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-request-id,retry-after',
    });
    expect(response.headers.get('vary')).toMatch(/\bOrigin\b/i);
  });

  test('learns beforehand what it may send, for ten minutes', async () => {
    const response = await preflight(OURS);
    expect(response.status).toBe(204);
    expect(cors(response)).toEqual({
      'access-control-allow-origin': OURS,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers':
        'content-type,authorization,x-request-id,apollo-require-preflight,traceparent',
      'access-control-expose-headers': 'x-request-id,retry-after',
      'access-control-max-age': '600',
    });
  });

  test('reads its refusals too', async () => {
    for (const init of [{ method: 'PUT' }, { method: 'POST', body: 'x' }]) {
      const response = await fetch(`${app.url}/graphql`, { ...init, headers: { origin: OURS } });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(cors(response)).toMatchObject({ 'access-control-allow-origin': OURS });
    }
  });
});

describe('a page of any other site gets no word that it may read the answer', () => {
  test.each([
    'https://evil.example',
    'https://app.example.com.evil.example',
    'https://evil-app.example.com',
    'https://app.example.com@evil.example',
    'https://sub.app.example.com',
    'https://example.com',
    'http://app.example.com',
    'https://app.example.com:444',
    'https://app.example.com:443',
    'https://APP.EXAMPLE.COM',
    'https://app.example.com/',
    'https://app.example.com.',
    'https://appxexample.com',
    'http://localhost:30000',
    `${OURS}, https://evil.example`,
    'null',
    '*',
    'undefined',
    'false',
  ])('%s', async (origin) => {
    for (const response of [await ask(origin), await preflight(origin)]) {
      expect(cors(response)).toEqual({});
      // Or a cache would hand one site's answer to another.
      expect(response.headers.get('vary')).toMatch(/\bOrigin\b/i);
    }
  });

  test('nor does anybody where the settings name no site', async () => {
    for (const response of [await ask(OURS, closed), await preflight(OURS, closed)])
      expect(cors(response)).toEqual({});
  });

  test('nor is anything but GraphQL open to the named ones', async () => {
    for (const path of ['/healthz', '/readyz', '/playground/', '/nowhere', '/graphql/more']) {
      expect(cors(await fetch(app.url + path, { headers: { origin: OURS } }))).toEqual({});
    }
  });
});

test('a page that asks too often can read when to ask again', async () => {
  const limited = await app.sibling({ RATE_LIMIT_PER_ADDRESS: '1' });
  await ask(OURS, limited);
  const response = await ask(OURS, limited);
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(cors(response)).toMatchObject({
    'access-control-allow-origin': OURS,
    'access-control-expose-headers': 'x-request-id,retry-after',
  });
});
