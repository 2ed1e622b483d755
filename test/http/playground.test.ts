import { readdirSync, readFileSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { launchBrowser, testInBrowser } from '../support/browser.js';
import { MAIL_SERVER } from '../support/production.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const FOLDER = new URL('../../schema/operations/', import.meta.url);
const FILES = readdirSync(FOLDER).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
const TABS = FILES.map((file) => file.replace(/^\d+-|\.graphql$/g, ''));

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const get = (path: string) => fetch(new URL(path, `${app.url}/playground/`));

test('the playground opens with and without the slash, under a policy that lets no foreign code in', async () => {
  for (const path of ['/playground', '/playground/']) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  }
});

test('everything that the playground loads is answered by this service, none of it by another host', async () => {
  const html = await (await get('')).text();
  expect(html).not.toMatch(/["'(](https?:)?\/\//);
  const named = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  const addresses = new Set(named);
  // Styles and bundles name what they load later, such as "./chunk-2OVBIND4.js" and "./media/mono.woff2".
  const later = /["'](?:\.?\/)?((?:chunk|worker)-\w+\.js|(?:media|assets\/\w+)\/[\w.-]+\.\w+)["']/g;
  for (const address of addresses) {
    const response = await get(address);
    expect({ address, status: response.status }).toEqual({ address, status: 200 });
    if (!/\.(js|css)$/.test(address)) continue;
    for (const [, found = ''] of (await response.text()).matchAll(later)) addresses.add(found);
  }
  for (const kind of [/^main\.js$/, /^start\.js$/, /^chunk-/, /^worker-/, /\.woff2$/, /\.svg$/]) {
    expect([...addresses]).toContainEqual(expect.stringMatching(kind));
  }
});

test('the playground brings every operation of the schema folder, in the order of their numbers', async () => {
  const script = await (await get('start.js')).text();
  const names = [...script.matchAll(/initialName: `([^`]*)`/g)].map(([, name]) => name);
  expect(names).toEqual(TABS);
  for (const file of FILES) expect(script).toContain(readFileSync(new URL(file, FOLDER), 'utf8'));
});

test("Altair's frame for code from other hosts is not there", async () => {
  expect((await get('iframe-sandbox/index.html')).status).toBe(404);
});

test('there is no playground where it was turned off', async () => {
  const closed = await startTestApp({ PLAYGROUND_ENABLED: 'false' });
  try {
    for (const path of ['/playground', '/playground/', '/playground/main.js']) {
      expect((await fetch(closed.url + path)).status).toBe(404);
    }
  } finally {
    await closed.stop();
  }
});

test('in production the playground is off unless it is asked for', () => {
  const production = {
    NODE_ENV: 'production',
    SECRET_KEY: 'q8Zr2LwTn5Xv1KyBd7Hs4MjPc9Gf3RtU',
    DATABASE_URL: 'embedded',
    ERP_KIND: 'embedded',
    APP_BASE_URL: 'https://portal.example.com',
    ...MAIL_SERVER,
  };
  expect(parseConfig(production).playground).toBe(false);
  expect(parseConfig({ ...production, PLAYGROUND_ENABLED: 'true' }).playground).toBe(true);
  expect(parseConfig({}).playground).toBe(true);
});

testInBrowser(
  'a visitor signs in with the first tab, sees stock in another, and starts anew on reopening',
  async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const seen = watch(page);
      const answers = await readAnswers(page);
      await page.goto(`${app.url}/playground`);
      await tab(page, 'login', 'shown');
      expect(await tabNames(page)).toEqual(TABS);

      const login = await send(page, answers);
      expect(login.authorization).toBeUndefined();
      const { accessToken } = login.data['login'] as { accessToken: string };
      await page.getByText('Updated active environment variables').waitFor();

      await tab(page, 'inventory', 'clicked');
      const inventory = await send(page, answers);
      expect(inventory.authorization).toBe(`Bearer ${accessToken}`);
      await page.locator('app-query-result').getByText('"Acme Beverages"').first().waitFor();

      await page.reload();
      await tab(page, 'login', 'shown');
      expect(await tabNames(page)).toEqual(TABS);
      await tab(page, 'viewer', 'clicked');
      const viewer = await send(page, answers);
      expect(viewer.authorization).toBeUndefined();
      expect(viewer.data).toEqual({ viewer: null });

      expect(seen.problems).toEqual([]);
      expect([...seen.hosts]).toEqual([new URL(app.url).host]);
    } finally {
      await browser.close();
    }
  },
);

/** Notes whom the page turns to, and what it complains of: policy violations among it. */
function watch(page: Page) {
  const hosts = new Set<string>();
  const problems: string[] = [];
  const visit = (visited: { url(): string }) => {
    const { host, protocol } = new URL(visited.url());
    if (/^(http|ws)/.test(protocol)) hosts.add(host);
  };
  page.on('request', visit);
  page.on('websocket', visit);
  page.on('console', (line) => {
    // Altair says so of an answer that arrives in pieces, and shows it once it is whole.
    if (line.type() === 'error' && !line.text().startsWith('Could not parse JSON.'))
      problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return { hosts, problems };
}

type Answers = Map<Request, { data: Record<string, unknown> }>;

/** The answers of /graphql, read on their way to the page: the browser may forget a body that it has handed on. */
async function readAnswers(page: Page): Promise<Answers> {
  const answers: Answers = new Map();
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    answers.set(route.request(), await response.json());
    await route.fulfill({ response });
  });
  return answers;
}

/** Waits for a tab to be the one in front, after clicking on it or without. */
async function tab(page: Page, name: string, how: 'shown' | 'clicked'): Promise<void> {
  const tabs = page.locator('app-window-switcher-item');
  const named = tabs.filter({ has: page.getByText(name, { exact: true }) });
  if (how === 'clicked') await named.click();
  await named.locator('.window-switcher__item--active').waitFor();
}

async function tabNames(page: Page): Promise<string[]> {
  const names = await page.locator('app-window-switcher-item .window-switcher__input').allInnerTexts();
  return names.map((name) => name.trim());
}

/** Presses the button, and waits for the answer to what it sent. */
async function send(
  page: Page,
  answers: Answers,
): Promise<{ authorization: string | undefined; data: Record<string, unknown> }> {
  const isSent = (request: Request) =>
    request.url().endsWith('/graphql') && !request.postData()?.includes('IntrospectionQuery');
  const [response] = await Promise.all([
    page.waitForResponse((answer) => isSent(answer.request())),
    page.getByRole('button', { name: 'Send Request' }).click(),
  ]);
  const data = answers.get(response.request())?.data ?? {};
  return { authorization: response.request().headers()['authorization'], data };
}
