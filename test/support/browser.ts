import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { test } from 'vitest';

/** The first has no windows to draw, so that it needs half as much of the processor's time. */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const CHROMIUM = process.env['CHROMIUM_PATH'] || (CHROMIUMS.find(existsSync) ?? '/usr/bin/chromium');

/** A test that needs the browser: where there is none, the report says so instead. */
export function testInBrowser(name: string, run: () => Promise<void>): void {
  if (existsSync(CHROMIUM)) test(name, run);
  else test.todo(`${name} (skipped: no browser at ${CHROMIUM})`);
}

/** Starts the browser, told to turn to nobody of its own accord. Its caller closes it. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    ...options,
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-extensions',
      '--disable-sync',
      // Tabs of a profile share a process, which has compiled the portal's files after the first.
      '--process-per-site',
    ],
  });
}

let shared: Promise<Browser> | undefined;

/** The browser of this worker, whose test files share it: to start one takes seconds. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchShared();
  return shared;
}

/** A worker that is told to end has half a second, in which the browser is killed and its profile deleted at exit. */
function launchShared(): Promise<Browser> {
  process.once('SIGTERM', () => process.exit());
  return launchBrowser({ handleSIGTERM: false });
}

/** Opens a page that waits as long as its test may take: a busy machine needs more than the usual half minute. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  return page;
}

/** Closes the browser after the requests that tests pass on for it, so that none outlives the service. */
export async function closeBrowser(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map(finishRoutes));
  await browser.close();
}

/** Ends what tests do with the requests of a profile, after those that are under way. */
export async function finishRoutes(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'wait' })));
}
