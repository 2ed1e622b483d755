import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  ConsoleMessage,
  Page,
  Request,
  WebError,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { finishRoutes, sharedBrowser } from './browser.js';
import type { DemoUser, TestApp } from './start-app.js';

/** It only ends a hang, like the tests' own: a busy machine needs more than the usual half minute. */
const TIMEOUT_MS = 120_000;

/** How the portal is opened. */
interface Opening extends Omit<BrowserContextOptions, 'baseURL' | 'storageState'> {
  /** Who signs in first; nobody if it isn't given. */
  as?: DemoUser | { username: string; password: string };
  /** The address. */
  at: string;
  /** Another instance than the one that `servePortal` started. */
  service?: TestApp;
  /** What the console is expected to say, because the test makes it go wrong. */
  expects?: RegExp;
  /** In a profile that no other test gets, because this one leaves something in it, such as another clock. */
  alone?: boolean;
}

/** A browser profile with the portal open, and what went wrong in it. */
interface Visit {
  page: Page;
  /** What its tabs complained of, violations of the security policy among it, and requests to other hosts. */
  problems: string[];
  /** Closes its tabs, and leaves the profile to the next test unless this one had it alone. */
  end(): Promise<void>;
}

/** The portal of a test file. */
export interface Portal<Served> {
  /** What was started, once it has been. */
  readonly served: Served;
  readonly app: TestApp;
  /** Opens it as in a profile of its own. Its tabs are closed after the test. Any problem in it fails the test. */
  open(opening: Opening): Promise<Page>;
}

/** Starts a service before the tests of a file, and stops it after these, its app first. */
export function servePortal<Served extends { app: TestApp; stop?(): Promise<void> }>(
  start: () => Promise<Served>,
): Portal<Served> {
  let running: { served: Served; profiles: Profiles } | undefined;
  const visits: Visit[] = [];
  const must = () => {
    if (!running) throw new Error('the service is started before the first test, not earlier');
    return running;
  };
  beforeAll(async () => {
    const [served, browser] = await Promise.all([start(), sharedBrowser()]);
    running = { served, profiles: new Profiles(browser) };
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    for (const visit of ended) await visit.end();
    expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(async () => {
    await running?.profiles.close();
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
      const { profiles, served } = must();
      const opened = await visit(profiles, { service: served.app, ...opening });
      visits.push(opened);
      return opened.page;
    },
  };
}

/** Opens the portal. Its caller ends the visit, and looks at the problems. */
async function visit(
  profiles: Profiles,
  { service, as, at, expects, alone, viewport, ...options }: Opening & { service: TestApp },
): Promise<Visit> {
  const { context, giveBack } = await profiles.take({
    ...{ locale: 'en-AU', timezoneId: 'Australia/Sydney', baseURL: service.url, reducedMotion: 'reduce' },
    ...options,
  });
  await context.setStorageState(as ? remembering(service.url) : { cookies: [], origins: [] });
  const { problems, unwatch } = watchProblems(context, { own: new URL(service.url).host, expects });
  if (as) await logIn(context, as);
  const page = await context.newPage();
  if (viewport) await page.setViewportSize(viewport);
  await page.goto(at);
  // Whoever goes elsewhere before the session is open would cut its answer off.
  if (as) await page.locator('h1').first().waitFor();
  const end = async () => {
    await finishRoutes(context);
    await Promise.all(context.pages().map((tab) => tab.close()));
    unwatch();
    if (alone) await context.close();
    else await giveBack();
  };
  return { page, problems, end };
}

/**
 * Profiles of a browser, which keep the portal's files from test to test: a page opens in a third of the time then. Nothing
 * else stays in them.
 */
class Profiles {
  readonly #idle = new Map<string, BrowserContext[]>();
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** One that nobody uses now. Its storage may be another's until it is set. */
  async take(
    options: BrowserContextOptions,
  ): Promise<{ context: BrowserContext; giveBack(): Promise<void> }> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, idle);
    const context = idle.pop() ?? (await this.#browser.newContext(options));
    context.setDefaultTimeout(TIMEOUT_MS);
    const giveBack = async () => {
      await context.setOffline(false);
      await context.clearPermissions();
      idle.push(context);
    };
    return { context, giveBack };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.values()].flat().map((context) => context.close()));
  }
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
): { problems: string[]; unwatch(): void } {
  const problems: string[] = [];
  const onConsole = (line: ConsoleMessage) => {
    const said = `${line.text()} ${line.location().url}`;
    // The browser asks for it by itself, beside a file that it shows.
    const isIcon = line.location().url.endsWith('/favicon.ico');
    if (line.type() === 'error' && !isIcon && !expects?.test(said)) problems.push(said);
  };
  const onError = (error: WebError) => problems.push(String(error.error()));
  const onRequest = (request: Request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== own) problems.push(`asked ${host}`);
  };
  context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
  const unwatch = () => {
    context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
  };
  return { problems, unwatch };
}
