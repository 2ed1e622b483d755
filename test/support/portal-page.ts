import type {
  BrowserContext,
  BrowserContextOptions,
  ConsoleMessage,
  Page,
  Request,
  WebError,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { finishRoutes, sharedBrowser } from './browser.js';
import { emptyStorage, Profiles } from './browser-profiles.js';
import type { DemoUser, TestApp } from './start-app.js';

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
  /** Without the connection that tells what happens, as behind a proxy that lets none through. */
  withoutLive?: boolean;
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
  { service, as, at, expects, alone, viewport, withoutLive, ...options }: Opening & { service: TestApp },
): Promise<Visit> {
  const { context, keeper, giveBack } = await profiles.take({
    ...{ locale: 'en-AU', timezoneId: 'Australia/Sydney', baseURL: service.url, reducedMotion: 'reduce' },
    ...options,
  });
  await emptyStorage({ context, keeper }, as !== undefined);
  const { problems, unwatch } = watchProblems(context, { own: new URL(service.url).host, expects });
  if (as) await logIn(context, as);
  const page = await context.newPage();
  if (viewport) await page.setViewportSize(viewport);
  // It is never opened, and never fails.
  if (withoutLive) await page.routeWebSocket(/graphql/, () => {});
  await page.goto(at);
  // Whoever goes elsewhere before the session is open would cut its answer off.
  if (as) await page.locator('h1').first().waitFor();
  const end = async () => {
    await finishRoutes(context);
    await Promise.all(context.pages().map((tab) => (tab === keeper ? null : tab.close())));
    unwatch();
    if (alone) await context.close();
    else await giveBack();
  };
  return { page, problems, end };
}

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
