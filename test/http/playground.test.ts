import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { buildASTSchema, getVariableValues, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { closeBrowser, launchBrowser, openPage, testInBrowser } from '../support/browser.js';
import {
  type Answers,
  loadPlayground,
  readAnswers,
  send,
  tab,
  tabNames,
  watch,
} from '../support/playground-page.js';
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
  const { html, statuses } = await loadPlayground(`${app.url}/playground/`);
  expect(html).not.toMatch(/["'(](https?:)?\/\//);
  expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  for (const kind of [/^main\.js$/, /^start\.js$/, /^chunk-/, /^worker-/, /\.woff2$/, /\.svg$/]) {
    expect([...statuses.keys()]).toContainEqual(expect.stringMatching(kind));
  }
});

/** How often the schema was loaded. */
const schemasIn = (answers: Answers) => [...answers.values()].filter(({ data }) => '__schema' in data).length;

test('the playground brings every operation of the schema folder, in the order of their numbers', async () => {
  const script = await (await get('start.js')).text();
  const names = [...script.matchAll(/initialName: `([^`]*)`/g)].map(([, name]) => name);
  expect(names).toEqual(TABS);
  for (const file of FILES) expect(script).toContain(readFileSync(new URL(file, FOLDER), 'utf8'));
});

test('no tab lacks a variable: each has its values, or names in its pane what is to be filled in', async () => {
  let tabs: { initialName: string; initialQuery: string; initialVariables: string }[] = [];
  const AltairGraphQL = {
    init: ({ initialWindows }: { initialWindows: typeof tabs }) => (tabs = initialWindows),
  };
  class MutationObserver {
    observe() {}
  }
  runInNewContext(await (await get('start.js')).text(), { AltairGraphQL, MutationObserver, document: {} });
  const schema = buildASTSchema(parse(readFileSync(new URL('../schema.graphql', FOLDER), 'utf8')));
  const lacking = tabs.flatMap(({ initialName, initialQuery, initialVariables }) => {
    const [definition] = parse(initialQuery).definitions;
    if (definition?.kind !== 'OperationDefinition') return [`${initialName} is no operation`];
    const variables = JSON.parse(initialVariables) as Record<string, unknown>;
    const declared = (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    const { errors = [] } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    return [
      ...errors.map(({ message }) => `${initialName}: ${message}`),
      ...Object.keys(variables).filter((name) => !declared.includes(name)),
    ];
  });
  expect(tabs.map(({ initialName }) => initialName)).toEqual(TABS);
  expect(lacking).toEqual([]);
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
      const page = await openPage(browser);
      const seen = watch(page);
      const answers = await readAnswers(page);
      await page.goto(`${app.url}/playground`);
      await tab(page, 'login', 'shown');
      expect(await tabNames(page)).toEqual(TABS);

      const login = await send(page, answers);
      expect(login.authorization).toBeUndefined();
      await expect.poll(() => schemasIn(answers)).toBe(1);
      const { accessToken } = login.data['login'] as { accessToken: string };
      await page.getByText('Updated active environment variables').waitFor();

      await tab(page, 'inventory', 'clicked');
      const inventory = await send(page, answers);
      expect(inventory.authorization).toBe(`Bearer ${accessToken}`);
      await page.locator('app-query-result').getByText('"Acme Beverages"').first().waitFor();
      // Those that were shown have the schema, and the browser is not busy with that of a hundred others.
      await expect.poll(() => schemasIn(answers)).toBe(2);

      await tab(page, 'inventory-changed', 'clicked');
      await page.getByRole('button', { name: 'Send Request' }).click();
      await page.locator('app-query-result').getByText('"inventoryChanged"').first().waitFor();

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
      await closeBrowser(browser);
    }
  },
);
