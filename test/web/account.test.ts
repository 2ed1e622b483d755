import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { hasFocus } from '../support/freight-pages.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens the account of a login that nobody else uses. */
const openAccount = (as: { username: string; password: string }) => portal.open({ as, at: '/account' });

testInBrowser('a name is changed at once, an address once its link was opened', async () => {
  const account = await new Accounts(portal.app).made({ displayName: 'Kim' });
  const page = await openAccount(account);
  const toastSays = await listenToToasts(page);
  const profile = section(page, 'Profile');
  await profile.getByLabel('Name optional').fill('Kim Lee');
  await button(page, 'Save profile').click();
  await toastSays('Your profile is saved.');
  await button(page, 'Kim Lee').waitFor();

  const email = profile.getByLabel('E-mail address');
  await email.fill('not an address');
  await profile.getByLabel('Your password').fill('not it');
  await button(page, 'Save profile').click();
  await profile.getByText('Enter an e-mail address.').waitFor();
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  await email.fill('kim.lee@customer.example');
  await button(page, 'Save profile').click();
  await profile.getByText('This password is wrong.').waitFor();
  await expect.poll(() => hasFocus(profile.getByLabel('Your password'))).toBe(true);
  await mustBeAccessible(page, 'a profile that was refused');
  await profile.getByLabel('Your password').fill(account.password);
  await button(page, 'Save profile').click();
  await profile.getByText(/^kim\.lee@customer\.example waits for its link/).waitFor();
  await profile.getByLabel('Your password').waitFor({ state: 'detached' });
  await mustBeAccessible(page, 'an address that waits');
  await button(page, 'Send the link again').click();
  await toastSays('Another link is on its way');
  expect(await portal.app.mailsTo('kim.lee@customer.example', 2)).toHaveLength(2);

  await email.fill('kim@elsewhere.example');
  await page.getByRole('link', { name: 'Inventory' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await button(page, 'Stay').click();
  expect(await email.inputValue()).toBe('kim@elsewhere.example');
});

testInBrowser('colours, language, zone and rows change at once, in other tabs too, and stay', async () => {
  const page = await openAccount(await new Accounts(portal.app).made());
  const other = await page.context().newPage();
  await other.goto('/inventory');
  await heading(other, 'Inventory').waitFor();
  const choose = async (name: string, option: string) => {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Colours', 'Dark');
  await other.locator('html[data-theme=dark]').waitFor();
  await page.getByRole('switch', { name: 'Compact rows' }).press('Space');
  await other.locator('html[data-density=compact]').waitFor();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('kathm');
  await page.getByRole('option', { name: 'Asia/Kathmandu' }).waitFor();
  await page.getByRole('combobox', { name: 'Time zone' }).press('Enter');
  await page.getByText('Times are in Asia/Kathmandu.').waitFor();
  const saved = page.waitForResponse((answer) => answer.request().postData()?.includes('"de-AT"') ?? false);
  await choose('Language and region', 'Deutsch (Österreich)');
  await heading(page, 'Konto').waitFor();
  await heading(other, 'Bestand').waitFor();
  await page.getByText('Diese hier').waitFor();
  await mustBeAccessible(page, 'the account in German');
  await saved;
  await page.reload();
  await heading(page, 'Konto').waitFor();
  await page.locator('html[data-theme=dark][data-density=compact][lang=de-AT]').waitFor();
});

testInBrowser('a session is ended elsewhere, and a new password ends all others', async () => {
  const account = await new Accounts(portal.app).made();
  const [here, there] = [await openAccount(account), await openAccount(account)];
  await here.reload();
  const toastSays = await listenToToasts(here);
  const sessions = section(here, 'Sessions');
  await sessions.getByRole('listitem').nth(1).waitFor();
  await button(here, 'End').click();
  const dialog = here.getByRole('dialog', { name: 'End this session?' });
  await dialog.waitFor();
  await mustBeAccessible(here, 'ending a session');
  await button(here, 'End session').click();
  await toastSays('The session has ended.');
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
  const ended = there.getByRole('dialog', { name: 'Your session has ended' });
  await ended.waitFor();
  await ended.getByLabel('Password', { exact: true }).fill(account.password);
  await button(there, 'Sign in').click();
  await ended.waitFor({ state: 'detached' });

  const password = section(here, 'Password');
  await password.getByLabel('Current password').fill(account.password);
  await password.getByLabel('New password').fill('wet lanterns hum at noon');
  await button(here, 'Set password').click();
  await toastSays('Your password is changed');
  await expect.poll(() => password.getByLabel('New password').inputValue()).toBe('');
  await sessions.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
  await section(here, 'Activity').getByText('Password changed').waitFor();
  await ended.waitFor();
});

testInBrowser(
  'a password can be looked at while one types, and older activity comes when asked for',
  async () => {
    const account = await new Accounts(portal.app).made();
    await Promise.all(
      Array.from({ length: 25 }, (_, entry) =>
        portal.app.tokenOf(account.username, `wrong ${entry}`).catch(() => null),
      ),
    );
    const page = await openAccount(account);
    const field = page.getByLabel('Current password');
    await field.fill('seen');
    const show = section(page, 'Password').getByRole('button', { name: 'Show password' }).first();
    await show.click();
    await expect.poll(() => show.getAttribute('aria-pressed')).toBe('true');
    expect(await field.getAttribute('type')).toBe('text');
    expect(await field.inputValue()).toBe('seen');
    const entries = section(page, 'Activity').getByRole('listitem');
    await entries.nth(19).waitFor();
    expect(await entries.count()).toBe(20);
    expect(await entries.first().textContent()).toContain('Signed in');
    await button(page, 'Show older').click();
    await entries.nth(25).waitFor();
    await button(page, 'Show older').waitFor({ state: 'detached' });
  },
);
