import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { servePortal, signIn } from '../support/portal-page.js';
import {
  endSessionsOf,
  heading,
  inventoryRow,
  quoteCount,
  signOut,
  writeQuote,
} from '../support/session-pages.js';

const portal = servePortal(startFreight);

testInBrowser('a session that is revoked while one writes costs nothing that was written', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/request-quote', withoutLive: true });
  const before = await quoteCount(portal.app);
  await writeQuote(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await endSessionsOf(portal.app, 'customer1');
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
  expect(await quoteCount(portal.app)).toBe(before + 1);
});

testInBrowser('what one user had begun is not done as another who signs in instead', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/request-quote', withoutLive: true });
  await writeQuote(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await endSessionsOf(portal.app, 'customer1');
  const before = await quoteCount(portal.app);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  const other = await page.context().newPage();
  await other.goto('/login');
  await signIn(other, 'customer2');
  await other.waitForURL(/dashboard/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /customer2/i }).waitFor();
  await expect.poll(() => page.getByText('Hobart').count()).toBe(0);
  await expect.poll(() => page.getByLabel('Suburb').first().inputValue()).toBe('');
  await page.reload();
  await page.getByRole('button', { name: /customer2/i }).waitFor();
  expect(await quoteCount(portal.app)).toBe(before);
});

testInBrowser('another user who signs in sees no stock of the one before', async () => {
  const page = await portal.open({ as: 'customer1', at: '/inventory' });
  await inventoryRow(page).waitFor();
  const mine = await page.getByRole('grid').getByRole('row').nth(1).textContent();
  const other = await page.context().newPage();
  await other.goto('/inventory');
  await inventoryRow(other).waitFor();
  await signOut(other, 'customer1');
  await other.waitForURL(/\/login/);
  await heading(page, 'Sign in').waitFor();
  await page.waitForURL(/\/login/);
  await page.getByRole('grid').waitFor({ state: 'detached' });
  await signIn(other, 'customer2');
  await other.waitForURL(/dashboard/);
  await other.getByRole('link', { name: 'Inventory' }).first().click();
  await heading(other, 'Inventory').waitFor();
  await other.getByText(/^[\d,]+ rows/).waitFor();
  expect(await other.locator('main').textContent()).not.toContain(mine);
});

testInBrowser('a session lives through a reload, and many tabs renew it with one request', async () => {
  const page = await portal.open({ as: 'admin1', at: '/inventory' });
  // Its own renewal comes after the page is opened.
  await inventoryRow(page).waitFor();
  let refreshes = 0;
  page.context().on('request', (request) => {
    if (request.postData()?.includes('refreshSession')) refreshes += 1;
  });
  await page.reload();
  await inventoryRow(page).waitFor();
  expect(refreshes).toBe(1);
  // A busy tab tells late.
  await page.evaluate(`{
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
      setTimeout(() => postMessage.call(this, message), 400);
    };
  }`);
  const others = await Promise.all(Array.from({ length: 4 }, () => page.context().newPage()));
  await Promise.all(others.map((other) => other.goto('/inventory')));
  await Promise.all(others.map((other) => inventoryRow(other).waitFor()));
  expect(refreshes).toBe(1);
});
