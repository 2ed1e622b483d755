import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading, openSessionsOf } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));
const accounts = () => new Accounts(portal.app);

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

testInBrowser('a new user gets a password that is shown once, and sees what the preview shows', async () => {
  const page = await portal.open({ as: 'admin1', at: '/admin/users' });
  await page.getByRole('link', { name: 'New user' }).click();
  await heading(page, 'New user').waitFor();
  await page.getByLabel('User name').fill('new kim');
  await page.getByLabel('E-mail address').fill('kim@acme.example');
  const choice = page.getByRole('group', { name: 'Sees the stock of' });
  await choice.getByLabel('Find an ERP customer').fill('acme');
  await choice.getByLabel('Acme Beverages').check();
  await choice.getByLabel('Find an ERP customer').fill('');
  await choice.getByLabel('Northwind Foods Pty Ltd').check();
  await choice.getByText('2 chosen').waitFor();
  await button(page, 'Create user').click();
  await page.getByText('found "new kim"').waitFor();
  await mustBeAccessible(page, 'a new user that was refused');
  await page.getByLabel('User name').fill('kim.acme');
  await button(page, 'Create user').click();
  const shown = dialog(page, 'kim.acme can sign in');
  const password = (await shown.locator('code').textContent()) ?? '';
  await mustBeAccessible(page, 'a temporary password');
  await page.keyboard.press('Escape');
  await shown.getByText('Have you kept it?').waitFor();
  await mustBeAccessible(page, 'closing a temporary password');
  await button(page, 'Close for good').click();
  await heading(page, 'kim.acme').waitFor();
  expect(await portal.app.tokenOf('kim.acme', password)).toBeTruthy();

  await page.getByRole('link', { name: 'What they see' }).click();
  await heading(page, 'What kim.acme sees').waitFor();
  await page.getByText('Stock is shown of "Acme Beverages", "Northwind Foods Pty Ltd".').waitFor();
  const customers = await page.getByRole('row').locator('td:nth-child(3)').allTextContents();
  expect(new Set(customers)).toEqual(new Set(['Acme Beverages', 'Northwind Foods Pty Ltd']));
  await mustBeAccessible(page, 'what a user sees');
  expect(await portal.app.database("select 1 from audit_intake where action = 'ACCESS_PREVIEWED'")).toEqual(
    [],
  );
});
