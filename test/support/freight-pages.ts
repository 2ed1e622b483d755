import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoUser, TestApp } from './start-app.js';

/** A window of the portal, and what went wrong in it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained of, policy violations among it, and requests to other hosts. */
  problems: string[];
}

/** Opens the portal as a demo login, at a page; as nobody without one. */
export async function visit(
  browser: Browser,
  app: TestApp,
  { as, at, ...options }: { as?: DemoUser; at: string } & BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    ...{ locale: 'en-AU', timezoneId: 'Australia/Sydney', baseURL: app.url },
    ...options,
  });
  const page = await context.newPage();
  const problems = watchProblems(page, new URL(app.url).host);
  await page.goto(as ? `/login?to=${encodeURIComponent(at)}` : at);
  if (as) await signIn(page, as);
  return { page, context, problems };
}

/** Fills the form that asks for login and password. */
async function signIn(page: Page, as: DemoUser): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(as);
  await page.locator('input[type=password]').fill('password123');
  await page.locator('input[type=password]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/login');
}

function watchProblems(page: Page, own: string): string[] {
  const problems: string[] = [];
  page.on('console', (line) => {
    // The browser asks for it by itself.
    const isIcon = line.location().url.endsWith('/favicon.ico');
    if (line.type() === 'error' && !isIcon) problems.push(`${line.text()} ${line.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== own) problems.push(`asked ${host}`);
  });
  return problems;
}

/** In the page: what axe finds, each with the elements that it is about. */
const LOOK = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** Whether an element of the page has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Whether an image of the page has arrived. */
export const isLoaded = (image: Locator): Promise<boolean> =>
  image.evaluate((element) => 'naturalWidth' in element && Number(element.naturalWidth) > 0);

/** Fails if axe finds anything on the page as it is now, in the light or in the dark. */
export async function mustBeAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate(LOOK);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Fills in from where to where. */
export async function fillLane(page: Page): Promise<void> {
  const [from, to] = [page.getByRole('group', { name: 'From' }), page.getByRole('group', { name: 'To' })];
  await from.getByLabel('Suburb').fill('Sydney');
  await from.getByLabel('State').fill('nsw');
  await from.getByLabel('Postcode').fill('2000');
  await to.getByLabel('Suburb').fill('Melbourne');
  await to.getByLabel('State').fill('VIC');
}

/** Fills in two items, one of them dangerous, with a UN number that isn't one. */
export async function fillGoods(page: Page): Promise<void> {
  const first = page.getByRole('group', { name: 'Item 1' });
  await first.getByLabel('Packaging').selectOption('Pallet');
  await first.getByLabel('Quantity').fill('2');
  await first.getByLabel('Weight of one').fill('180.005');
  await first.getByLabel('Length').fill('120');
  await first.getByLabel('Width').fill('80');
  await first.getByLabel('Height').fill('110.5');
  await page.getByRole('button', { name: 'Add another item' }).click();
  const second = page.getByRole('group', { name: 'Item 2' });
  await second.getByLabel('Weight of one').fill('20');
  await second.getByLabel('Dangerous goods').check();
  await second.getByLabel('UN number').fill('12');
  await second.getByLabel('Class or division').fill('3');
}

/** Opens the papers of a booking to Dock Street, and prints the page itself. */
export async function printAll(page: Page): Promise<void> {
  const context = page.context();
  for (const [button, file] of [
    ['Consignment note (PDF)', 'connote.pdf'],
    ['Labels (PDF)', 'label.pdf'],
  ] as const) {
    const answered = context.waitForEvent('response', (response) => response.url().includes(file));
    await page.getByRole('button', { name: button }).click();
    const paper = await answered;
    expect(paper.status()).toBe(200);
    expect(paper.headers()['content-type']).toBe('application/pdf');
  }

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Book again' }).isVisible()).toBe(false);
  expect(await page.getByText('220 Dock Street').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
}
