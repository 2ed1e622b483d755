import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { finishRoutes, sharedBrowser } from './browser.js';
import type { DemoUser, TestApp } from './start-app.js';

/** It only ends a hang, like the tests' own: a busy machine needs more than the usual half minute. */
const TIMEOUT_MS = 120_000;

/** How the portal is opened. */
interface Opening extends BrowserContextOptions {
  /** Who signs in first; nobody if it isn't given. */
  as?: DemoUser | { username: string; password: string };
  /** The address. */
  at: string;
  /** Another instance than the one that `servePortal` started. */
  service?: TestApp;
  /** What the console is expected to say, because the test makes it go wrong. */
  expects?: RegExp;
}

/** A browser profile with the portal open, and what went wrong in it. */
interface Visit {
  page: Page;
  context: BrowserContext;
  /** What its tabs complained of, violations of the security policy among it, and requests to other hosts. */
  problems: string[];
}

/** The portal of a test file. */
export interface Portal<Served> {
  /** What was started, once it has been. */
  readonly served: Served;
  readonly app: TestApp;
  /** Opens it in a profile of its own, which is closed after the test. Any problem in it fails the test. */
  open(opening: Opening): Promise<Page>;
}

/** Starts a service before the tests of a file, and stops it after these, its app first. */
export function servePortal<Served extends { app: TestApp; stop?(): Promise<void> }>(
  start: () => Promise<Served>,
): Portal<Served> {
  let running: { served: Served; browser: Browser } | undefined;
  const visits: Visit[] = [];
  const must = () => {
    if (!running) throw new Error('the service is started before the first test, not earlier');
    return running;
  };
  beforeAll(async () => {
    const [served, browser] = await Promise.all([start(), sharedBrowser()]);
    running = { served, browser };
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    for (const { context } of ended) {
      await finishRoutes(context);
      await context.close();
    }
    expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(async () => {
    await running?.served.app.stop();
    await running?.served.stop?.();
  });
  return {
    get served() {
      return must().served;
    },
    get app() {
      return must().served.app;
    },
    open: async (opening) => {
      const { browser, served } = must();
      const opened = await visit(browser, { service: served.app, ...opening });
      visits.push(opened);
      return opened.page;
    },
  };
}

/** Opens the portal. Its caller closes the context, and looks at the problems. */
async function visit(
  browser: Browser,
  { service, as, at, expects, ...options }: Opening & { service: TestApp },
): Promise<Visit> {
  const context = await browser.newContext({
    ...{ locale: 'en-AU', timezoneId: 'Australia/Sydney', baseURL: service.url, reducedMotion: 'reduce' },
    ...(as && { storageState: remembering(service.url) }),
    ...options,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const problems = watchProblems(context, { own: new URL(service.url).host, expects });
  if (as) await logIn(context, as);
  const page = await context.newPage();
  await page.goto(at);
  // Whoever goes elsewhere before the session is open would cut its answer off.
  if (as) await page.locator('h1').first().waitFor();
  return { page, context, problems };
}

/** What the portal keeps in a browser where somebody is signed in. */
const remembering = (origin: string) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: 'portico.session /', value: 'open' }] }],
});

/** Signs in past the form, which has tests of its own: the profile gets the cookie by which the portal goes on. */
async function logIn(context: BrowserContext, as: NonNullable<Opening['as']>): Promise<void> {
  const { username, password } = typeof as === 'string' ? { username: as, password: 'password123' } : as;
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { expiresAt } }';
  const variables = { input: { login: username, password } };
  const answer = await context.request.post('/graphql', { data: { query, variables } });
  expect(await answer.json()).toMatchObject({ data: { login: {} } });
}

/** Fills the form that asks for login and password, in any language, and sends it. */
export async function signIn(page: Page, login: string, password = 'password123'): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[type=password]').fill(password);
  await page.locator('input[type=password]').press('Enter');
}

/** Watches every tab of a profile. The console tells of violations of the security policy, too. */
function watchProblems(
  context: BrowserContext,
  { own, expects }: { own: string; expects: RegExp | undefined },
): string[] {
  const problems: string[] = [];
  context.on('console', (line) => {
    const said = `${line.text()} ${line.location().url}`;
    // The browser asks for it by itself, beside a file that it shows.
    const isIcon = line.location().url.endsWith('/favicon.ico');
    if (line.type() === 'error' && !isIcon && !expects?.test(said)) problems.push(said);
  });
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== own) problems.push(`asked ${host}`);
  });
  return problems;
}
