import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { plantToken } from '../support/account-token.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { servePortal } from '../support/portal-page.js';
import { heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

/** Fills in login and password in any language, and waits for the answer. */
async function tryToSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[type=password]').fill(password);
  const answered = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('mutation PortalLogin')),
  );
  await page.locator('input[type=password]').press('Enter');
  await answered;
}

testInBrowser('refusals of a sign-in are said in German to whom the browser says so', async () => {
  const careful = await portal.app.sibling({ LOGIN_ATTEMPTS: '2' });
  const page = await portal.open({ service: careful, at: '/login', locale: 'de-DE' });
  await heading(page, 'Anmelden').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
  expect(await page.getByText('Umsehen als').count()).toBe(0);
  const { username, password } = await new Accounts(portal.app).made({ displayName: 'Sam' });
  await tryToSignIn(page, username, 'falsch');
  await page.getByRole('alert').getByText('Benutzername, E-Mail oder Passwort ist falsch.').waitFor();
  await tryToSignIn(page, username, 'falsch');
  await tryToSignIn(page, username, password);
  // Whether a login is locked is told to nobody who might be guessing.
  await page
    .getByRole('alert')
    .getByText('Nach mehreren Fehlversuchen wird eine Zeit lang auch das richtige abgelehnt.')
    .waitFor();
  await mustBeAccessible(page, 'a locked login');
  const other = await new Accounts(portal.app).made({ displayName: 'Alex' });
  await new Accounts(portal.app).update({ id: other.id, active: false });
  await tryToSignIn(page, other.username, other.password);
  await page.getByRole('alert').getByText('Dieser Zugang ist nicht aktiv.').waitFor();
  const errors = [{ message: 'x', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 90 } }];
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: null, errors } }));
  await tryToSignIn(page, username, password);
  await page
    .getByRole('alert')
    .getByText('Zu viele Versuche. Versuchen Sie es in 2 Minuten noch einmal.')
    .waitFor();
});

testInBrowser('a link that has expired, and one that is not whole, lead to a new one', async () => {
  const { username } = await new Accounts(portal.app).made({ displayName: 'Charlie' });
  const token = await plantToken(portal.app, username);
  const page = await portal.open({ at: `/reset-password#token=${token}` });
  await heading(page, 'Choose a new password').waitFor();
  const rule = page.getByRole('listitem').filter({ hasText: 'characters of any kind' });
  await page.getByLabel('New password').fill('short');
  await rule.getByRole('img', { name: 'Not met yet' }).waitFor();
  await page.getByLabel('New password').fill('green ferries sleep till nine');
  await rule.getByRole('img', { name: 'Met', exact: true }).waitFor();
  await mustBeAccessible(page, 'what a password must be');
  await portal.app.database("update account_token set expires_at = now() - interval '1 second'");
  await page.getByRole('button', { name: 'Set password' }).click();
  await heading(page, 'This link does not work').waitFor();
  await page.goto('/confirm-email');
  await heading(page, 'This link does not work').waitFor();
  await mustBeAccessible(page, 'a link that is not whole');
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail address').fill('nobody@customer.example');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await heading(page, 'Look into your mail').waitFor();
  await mustBeAccessible(page, 'a link on its way');
});
