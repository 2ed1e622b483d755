import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LoginDocument } from '../../schema/operations.generated.js';
import { sendRaw } from '../support/raw-client.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const SIGN_IN = JSON.stringify({
  query: print(LoginDocument),
  variables: { login: 'customer1', password: 'password123' },
});

let app: TestApp;
let behindProxy: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  behindProxy = await app.sibling({ TRUST_PROXY: '1', APP_BASE_URL: 'https://portal.example.com' });
});
afterAll(() => app.stop());
beforeEach(() => app.database('delete from session'));

/** The address that a sign-in with this header is noted with. */
async function notedAddress(to: TestApp, forwardedFor: string, more: Record<string, string> = {}) {
  const response = await fetch(`${to.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor, ...more },
    body: SIGN_IN,
  });
  expect(response.status).toBe(200);
  const [session] = await app.database('select ip from session');
  await app.database('delete from session');
  return session?.['ip'];
}

describe('the address that a sign-in is noted with', () => {
  test.each(['203.0.113.9', '203.0.113.9, 198.51.100.1', '::1', '<script>'])(
    "is the connection's own where no proxy is known, whatever %s says",
    async (given) => {
      expect(await notedAddress(app, given)).toBe('127.0.0.1');
    },
  );

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['127.0.0.1, 10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['<script>alert(1)</script>, 203.0.113.9', '203.0.113.9'],
    ['2001:db8::9', '2001:db8::9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['[2001:db8::9]:4711', '2001:db8::9'],
    ['[2001:db8::9]', '2001:db8::9'],
  ])('is what one proxy adds at the end of %s', async (given, noted) => {
    expect(await notedAddress(behindProxy, given)).toBe(noted);
  });

  test.each([
    ['nothing that it knows', 'unknown'],
    ['SQL', "' or 1=1 --"],
    ['a script', '<script>'],
    ['far too much', 'x'.repeat(8000)],
    ['two at once', '203.0.113.9 198.51.100.1'],
    ['nothing', ','],
  ])("is the proxy's where it says %s, which is no address", async (_what, given) => {
    expect(await notedAddress(behindProxy, given)).toBe('127.0.0.1');
  });

  test('is not to be had from headers of other kinds', async () => {
    const others = { forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9', 'client-ip': '203.0.113.9' };
    expect(await notedAddress(behindProxy, '198.51.100.7', others)).toBe('198.51.100.7');
  });
});

describe('a proxy that the settings do not know of', () => {
  const warnings = ({ log }: TestApp) => log.filter((line) => line.includes('TRUST_PROXY'));

  test('is told of in the log, once', async () => {
    const instance = await app.sibling();
    await fetch(`${instance.url}/nowhere`);
    expect(warnings(instance)).toEqual([]);
    for (let i = 0; i < 3; i += 1) {
      await fetch(`${instance.url}/nowhere`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    }
    expect(warnings(instance).map((line) => JSON.parse(line).level)).toEqual([40]);
    expect(warnings(behindProxy)).toEqual([]);
  });
});

describe('the name that a client calls the service by', () => {
  const EVIL = 'evil.example';
  const forms: [string, string][] = [
    ['in Host', `Host: ${EVIL}`],
    ['in Host with a port', `Host: ${EVIL}:8080`],
    [
      'in X-Forwarded-Host',
      `Host: x\r\nX-Forwarded-Host: ${EVIL}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 444`,
    ],
    ['in Forwarded', `Host: x\r\nForwarded: host=${EVIL};proto=https`],
    ['in X-Original-URL', `Host: x\r\nX-Original-URL: https://${EVIL}/\r\nX-Rewrite-URL: https://${EVIL}/`],
    ['as its origin', `Host: x\r\nOrigin: https://${EVIL}\r\nReferer: https://${EVIL}/`],
  ];
  const paths = [
    '/',
    '/graphql',
    '/playground',
    '/playground/',
    '/playground/index.html',
    '/healthz',
    '/readyz',
    '/%2e%2e',
  ];

  test.each(forms)('%s comes back in no answer', async (_where, headers) => {
    for (const { url } of [app, behindProxy]) {
      for (const path of [
        ...paths,
        `http://${EVIL}/graphql`,
        `http://${EVIL}/playground`,
        `//${EVIL}/%2e%2e`,
      ]) {
        const answer = await sendRaw(url, `GET ${path} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
        expect(answer).toMatch(/^HTTP\/1\.1 [245]/);
        expect(answer).not.toContain(EVIL);
        expect(answer).not.toMatch(/\r\nlocation:/i);
      }
      const signedIn = await sendRaw(
        url,
        `POST http://${EVIL}/graphql HTTP/1.1\r\n${headers}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${SIGN_IN.length}\r\n\r\n${SIGN_IN}`,
      );
      expect(signedIn).toContain('accessToken');
      expect(signedIn).not.toContain(EVIL);
    }
  });

  test('is asked for once, as HTTP wants it', async () => {
    for (const headers of ['X-Nothing: here', `Host: x\r\nHost: ${EVIL}`]) {
      const answer = await sendRaw(
        app.url,
        `GET /healthz HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    }
  });
});

describe('browsers are told to come by HTTPS only', () => {
  const told = async (to: TestApp, headers = {}) =>
    (await fetch(`${to.url}/healthz`, { headers })).headers.get('strict-transport-security');

  test('where people reach the service so, and by no word of a client', async () => {
    expect(await told(behindProxy)).toMatch(/^max-age=\d{8}/);
    expect(await told(app)).toBeNull();
    expect(await told(app, { 'x-forwarded-proto': 'https' })).toBeNull();
  });
});
