import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { EndPortalUserSessionsDocument } from '../../schema/operations.generated.js';
import { Accounts } from '../support/accounts.js';
import { launchBrowser, testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { mustBeAccessible, visit } from '../support/freight-pages.js';
import type { DemoUser, TestApp } from '../support/start-app.js';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  const [freight, launched] = await Promise.all([startFreight(), launchBrowser()]);
  [app, browser] = [freight.app, launched];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const inventory = (page: Page) => page.getByRole('grid').getByRole('row').nth(2);

/** Signs in with the form of the page. */
async function signIn(page: Page, as: DemoUser): Promise<void> {
  const form = page.locator('form');
  await form.getByLabel('User name or e-mail').fill(as);
  await form.getByLabel('Password', { exact: true }).fill('password123');
  await form.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(user, 'i') }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** How the sessions of a login stand. */
async function openSessionsOf(user: DemoUser): Promise<number> {
  const [row] = await app.database(
    `select count(*)::int as open from session s join portal_user u on u.id = s.user_id
     where u.username = $1 and s.revoked_at is null`,
    [user],
  );
  return Number(row?.['open']);
}

/** An admin ends all sessions of a login. */
async function endSessionsOf(user: DemoUser): Promise<void> {
  const id = await new Accounts(app).idOf(user);
  const { errors } = await app.ask(EndPortalUserSessionsDocument, { id }, 'admin1');
  expect(errors).toEqual([]);
}

async function quoteCount(): Promise<number> {
  const [row] = await app.database('select count(*)::int as count from quote');
  return Number(row?.['count']);
}

/** Fills in what a quote needs. */
async function writeQuote(page: Page): Promise<void> {
  for (const [name, suburb, state] of [
    ['From', 'Hobart', 'TAS'],
    ['To', 'Cairns', 'QLD'],
  ] as const) {
    const group = page.getByRole('group', { name, exact: true });
    await group.getByLabel('Suburb').fill(suburb);
    await group.getByLabel('State').fill(state);
  }
  await page.getByLabel('Packaging').selectOption('Pallet');
  await page.getByLabel('Weight of one').fill('12.5');
}

testInBrowser('a session that is revoked while one writes costs nothing that was written', async () => {
  const { page, context, problems } = await visit(browser, app, {
    as: 'customer1',
    at: '/customer/request-quote',
  });
  const before = await quoteCount();
  await writeQuote(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await endSessionsOf('customer1');
  await page.getByRole('button', { name: 'Send request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await mustBeAccessible(page, 'session ended');
  expect(await dialog.getByLabel('User name or e-mail').inputValue()).toBe('customer1');
  await dialog.getByLabel('Password', { exact: true }).fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.getByText('Wrong user name').waitFor();
  await dialog.getByLabel('Password', { exact: true }).fill('password123');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'Hobart TAS → Cairns QLD').waitFor();
  expect(await quoteCount()).toBe(before + 1);
  expect(problems).toEqual([]);
  await context.close();
});

testInBrowser('what one user had begun is not done as another who signs in instead', async () => {
  const { page, context } = await visit(browser, app, { as: 'customer1', at: '/customer/request-quote' });
  await writeQuote(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await endSessionsOf('customer1');
  const before = await quoteCount();
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  const other = await context.newPage();
  await other.goto('/login');
  await signIn(other, 'customer2');
  await other.waitForURL(/dashboard/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /customer2/i }).waitFor();
  expect(await page.getByText('Hobart').count()).toBe(0);
  expect(await page.getByLabel('Suburb').first().inputValue()).toBe('');
  await page.reload();
  await page.getByRole('button', { name: /customer2/i }).waitFor();
  expect(await quoteCount()).toBe(before);
  await context.close();
});

testInBrowser('another user who signs in sees no stock of the one before', async () => {
  const { page, context } = await visit(browser, app, { as: 'customer1', at: '/inventory' });
  await inventory(page).waitFor();
  const mine = await page.getByRole('grid').getByRole('row').nth(1).textContent();
  const other = await context.newPage();
  await other.goto('/inventory');
  await inventory(other).waitFor();
  await signOut(other, 'customer1');
  await other.waitForURL(/\/login/);
  await heading(page, 'Sign in').waitFor();
  expect(new URL(page.url()).pathname).toBe('/login');
  expect(await page.getByRole('grid').count()).toBe(0);
  await signIn(other, 'customer2');
  await other.waitForURL(/dashboard/);
  await other.getByRole('link', { name: 'Inventory' }).first().click();
  await heading(other, 'Inventory').waitFor();
  await other.getByText(/rows/).first().waitFor();
  expect(await other.locator('main').textContent()).not.toContain(mine);
  await context.close();
});

testInBrowser('after signing out, Back and a reload show nothing, and the server has ended it', async () => {
  const { page, context, problems } = await visit(browser, app, { as: 'warehouse1', at: '/inventory' });
  await inventory(page).waitFor();
  expect(await openSessionsOf('warehouse1')).toBe(1);
  await signOut(page, 'warehouse1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf('warehouse1')).toBe(0);
  await page.goBack();
  await heading(page, 'Sign in').waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  await page.goto('/inventory');
  await heading(page, 'Sign in').waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

testInBrowser('signing out ends the session even if the access token has expired meanwhile', async () => {
  const { page, context } = await visit(browser, app, { as: 'driver1', at: '/driver/dashboard' });
  await heading(page, 'Dashboard').waitFor();
  let first: string | undefined;
  await page.route('**/graphql', async (route) => {
    const { authorization } = route.request().headers();
    const isLogout = route.request().postData()?.includes('mutation PortalLogout');
    if (isLogout) first ??= authorization;
    if (!isLogout || authorization !== first) return route.continue();
    const errors = [{ message: 'expired', extensions: { code: 'UNAUTHENTICATED' } }];
    await route.fulfill({ json: { data: null, errors } });
  });
  await signOut(page, 'driver1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf('driver1')).toBe(0);
  await context.close();
});

testInBrowser('a session lives through a reload, and many tabs renew it with one request', async () => {
  const { page, context, problems } = await visit(browser, app, { as: 'admin1', at: '/inventory' });
  let refreshes = 0;
  context.on('request', (request) => {
    if (request.postData()?.includes('refreshSession')) refreshes += 1;
  });
  await page.reload();
  await inventory(page).waitFor();
  expect(refreshes).toBe(1);
  const others = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(others.map((other) => other.goto('/inventory')));
  await Promise.all(others.map((other) => inventory(other).waitFor()));
  expect(refreshes).toBe(1);
  expect(problems).toEqual([]);
  await context.close();
});
