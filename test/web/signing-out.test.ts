import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser, testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { visit } from '../support/freight-pages.js';
import { heading, inventoryRow, openSessionsOf, signOut, writeQuote } from '../support/session-pages.js';
import type { TestApp } from '../support/start-app.js';

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

testInBrowser('after signing out, Back and a reload show nothing, and the server has ended it', async () => {
  const { page, context, problems } = await visit(browser, app, { as: 'warehouse1', at: '/inventory' });
  await inventoryRow(page).waitFor();
  expect(await openSessionsOf(app, 'warehouse1')).toBe(1);
  await signOut(page, 'warehouse1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf(app, 'warehouse1')).toBe(0);
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
  await expect.poll(() => openSessionsOf(app, 'driver1')).toBe(0);
  await context.close();
});

testInBrowser(
  'a sign-out that the server did not hear of is told when the portal is opened again',
  async () => {
    const { page, context } = await visit(browser, app, { as: 'customerall', at: '/customer/dashboard' });
    await heading(page, 'Dashboard').waitFor();
    const before = await openSessionsOf(app, 'customerall');
    await page.route('**/graphql', (route) => route.abort());
    await signOut(page, 'customerall');
    await heading(page, 'Sign in').waitFor();
    expect(await openSessionsOf(app, 'customerall')).toBe(before);
    await page.unroute('**/graphql');
    await page.goto('/inventory');
    await heading(page, 'Sign in').waitFor();
    await expect.poll(() => openSessionsOf(app, 'customerall')).toBe(before - 1);
    await context.close();
  },
);

testInBrowser('whoever stays for what is not saved is not signed out', async () => {
  const { page, context, problems } = await visit(browser, app, {
    as: 'customer1',
    at: '/customer/request-quote',
  });
  await writeQuote(page);
  const before = await openSessionsOf(app, 'customer1');
  await signOut(page, 'customer1');
  const dialog = page.getByRole('dialog', { name: 'Leave without sending?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Suburb').first().inputValue()).toBe('Hobart');
  expect(await openSessionsOf(app, 'customer1')).toBe(before);
  await signOut(page, 'customer1');
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => openSessionsOf(app, 'customer1')).toBe(before - 1);
  expect(problems).toEqual([]);
  await context.close();
});
