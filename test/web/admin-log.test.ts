import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { RetryMailDocument, UpdatePreferencesDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { ApiKeys } from '../support/api-keys.js';
import { behindTheTriggers } from '../support/audit.js';
import { testInBrowser } from '../support/browser.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';
import { startSmtpServer } from '../support/smtp-server.js';
import { startTestApp } from '../support/start-app.js';
import { listenToToasts } from '../support/toasts.js';

/** What the mail server refuses until it is mended. */
const refused = new Set(['lost@customer.example']);
const portal = servePortal(async () => {
  const smtp = await startSmtpServer((step, about) =>
    step === 'recipient' && refused.has(about) ? '550 5.1.1 No such user' : undefined,
  );
  const app = await startTestApp({
    ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port) },
    EMAIL_FROM: 'Portico <no-reply@portal.example.com>',
  });
  return { app, smtp, stop: () => smtp.close() };
});

/** Without the narrow spaces that one version of a formatter writes and another doesn't. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const checkbox = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const focused = (page: Page) => page.evaluate('document.activeElement.textContent');
const rows = (page: Page) => page.locator('tbody').getByRole('row');

/** What reading the stock with a key answers. */
const read = (secret: string) =>
  fetch(`${portal.app.url}/export/inventory.csv`, { headers: { authorization: `Bearer ${secret}` } });

/** Has the answer to an operation get lost on its way, once. */
async function loseAnswer(page: Page, operation: string): Promise<void> {
  let isLost = false;
  await page.route('**/graphql', async (route) => {
    if (isLost || !route.request().postData()?.includes(operation)) return route.fallback();
    isLost = true;
    await route.fetch();
    await route.fulfill({ body: 'lost' });
  });
}

testInBrowser('a time that is refused is told to the minute, in the zone that the viewer wants', async () => {
  const { username, password } = await new Accounts(portal.app).made({ role: 'ADMIN' });
  const token = await portal.app.tokenOf(username, password);
  const timeZone = 'America/St_Johns';
  await portal.app.ask(UpdatePreferencesDocument, { input: { timeZone } }, { token });
  const page = await portal.open({ as: { username, password }, at: '/admin/api-keys' });
  await button(page, 'New API key').click();
  const making = dialog(page, 'New API key');
  await making.getByLabel('Name').fill('Forever');
  await making.getByLabel('Find an ERP customer').fill('acme');
  await checkbox(page, 'Acme Beverages').check();
  await making.getByLabel('Expires').fill('2999-01-01');
  /** When a key that is made now must have expired. */
  const latest = () => {
    const date = new Date();
    date.setUTCFullYear(date.getUTCFullYear() + 10);
    return new Intl.DateTimeFormat('en-AU', {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZone },
    }).format(date);
  };
  const before = latest();
  await button(page, 'Create key').click();
  const said = await making.getByText(/^Not after/).textContent();
  // A minute may end meanwhile.
  expect([before, latest()].map((time) => plain(`Not after ${time}.`))).toContain(plain(String(said)));
});

testInBrowser(
  'a key is shown once, reads the stock that it was made for, and none once revoked',
  async () => {
    const page = await portal.open({ as: 'admin1', at: '/admin/api-keys' });
    await page.getByRole('heading', { name: 'There are no API keys' }).waitFor();
    await mustBeAccessible(page, 'no API keys');
    const toastSays = await listenToToasts(page);
    await button(page, 'New API key').click();
    const making = dialog(page, 'New API key');
    await making.getByLabel('Name').fill('Lost');
    await making.getByLabel('Expires').press('1');
    await button(page, 'Create key').click();
    await making.getByText('Enter a whole day').waitFor();
    await making.getByLabel('Expires').fill('');
    await button(page, 'Create key').click();
    await making.getByText('Choose at least one, or all.').waitFor();
    await mustBeAccessible(page, 'a key that was refused');
    await making.getByLabel('Find an ERP customer').fill('acme');
    await checkbox(page, 'Acme Beverages').check();
    await making.getByLabel('Expires').fill('2999-01-01');
    await button(page, 'Create key').click();
    await making.getByText(/^Not after .*20\d\d/).waitFor();
    await making.getByLabel('Expires').fill('');
    await loseAnswer(page, 'PortalCreateApiKey');
    await button(page, 'Create key').click();
    await making.getByText('The key may be there all the same.').waitFor();
    await page.locator('tbody').getByText('Lost').waitFor();
    await making.getByLabel('Name').fill('Month end');
    await button(page, 'Create key').click();
    const shown = dialog(page, 'The key “Month end”');
    const secret = (await shown.locator('code').textContent()) ?? '';
    await mustBeAccessible(page, 'a secret');
    await button(page, 'Done').click();
    await button(page, 'Close for good').click();
    await shown.waitFor({ state: 'detached' });
    expect(await page.getByText(secret).count()).toBe(0);
    const answer = await read(secret);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('Northwind');

    const row = rows(page).filter({ hasText: 'Month end' });
    await row.getByRole('cell', { name: 'Acme Beverages', exact: true }).waitFor();
    await mustBeAccessible(page, 'API keys');
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await row.getByText('Last used: ').waitFor();
    await button(page, 'Revoke Month end').click();
    await dialog(page, 'Revoke “Month end”?').waitFor();
    await mustBeAccessible(page, 'revoking a key');
    await button(page, 'Revoke key').click();
    await toastSays('“Month end” is revoked.');
    await row.getByText('Revoked').waitFor();
    await expect.poll(() => focused(page)).toBe('API keys');
    expect((await read(secret)).status).toBe(401);
  },
);

testInBrowser(
  'the log is searched by the address, and an entry shows what was before and after',
  async () => {
    const accounts = new Accounts(portal.app);
    const { id } = await accounts.made({ username: 'lee', displayName: 'Lee' });
    await accounts.update({ id, displayName: 'Lee Wong', erpCustomerNames: ['Acme Beverages'] });
    await portal.app.tokenOf('lee', 'wrong').catch(() => null);
    const page = await portal.open({ as: 'admin1', at: `/admin/audit?target=${id}` });
    await page.getByRole('link', { name: 'User changed', exact: true }).waitFor();
    await page.getByLabel('Outcome').selectOption('Refused');
    await page.waitForURL(/outcome=DENIED/);
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('link', { name: 'Failed to sign in' }).waitFor();
    await page.getByLabel('Outcome').selectOption('Allowed');
    await page.getByRole('link', { name: 'Failed to sign in' }).waitFor({ state: 'detached' });
    await page.getByText('Actions', { exact: true }).click();
    await checkbox(page, 'User changed').check();
    await page.waitForURL(/actions=PORTAL_USER_UPDATED/);
    await checkbox(page, 'ERP customers of a user changed').check();
    await page.waitForURL(/actions=PORTAL_USER_UPDATED,ERP_ACCESS_CHANGED/);
    await page.getByText('Actions: 2 chosen').waitFor();
    await expect.poll(() => rows(page).count()).toBe(2);
    await mustBeAccessible(page, 'the audit log with its actions');
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await page.getByLabel('To', { exact: true }).press('Enter');
    await page.getByText('Nothing matches').waitFor();
    await page.goBack();

    await page.getByRole('link', { name: 'User changed', exact: true }).click();
    await page.waitForURL(/entry=\d+$/);
    const changes = page.getByRole('table', { name: 'Before and after' });
    expect(await changes.getByRole('row').last().textContent()).toBe('displayNameLeeLee Wong');
    await mustBeAccessible(page, 'an entry of the audit log');
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await page.goBack();
    await changes.waitFor({ state: 'detached' });
    await mustFit(page);
  },
);

testInBrowser('the log says whether it is unchanged, and is exported as it is filtered', async () => {
  const page = await portal.open({ as: 'admin1', at: '/admin/audit?actor=admin1' });
  await rows(page).first().waitFor();
  await button(page, 'Verify').click();
  await page.getByText(/entries are as they were written, and none is missing\./).waitFor();
  await button(page, 'Export').click();
  const asking = dialog(page, 'Export the audit log');
  await asking.getByLabel('Format').selectOption('NDJSON, a line of JSON for each entry');
  await mustBeAccessible(page, 'exporting the audit log');
  const downloading = page.waitForEvent('download');
  await button(page, 'Download').click();
  expect((await downloading).suggestedFilename()).toMatch(/\.ndjson$/);
  await asking.getByText(/entr(y|ies) in .*\.ndjson/).waitFor();
  await page.keyboard.press('Escape');

  const [row] = await portal.app.database('select max(sequence)::int as last from audit_entry');
  const last = Number(row?.['last']);
  await behindTheTriggers(
    portal.app,
    `update audit_entry set actor_name = 'nobody' where sequence = ${last}`,
  );
  await button(page, 'Verify').click();
  await page.getByText(`Entry ${last} is missing or was altered.`).waitFor();
  await mustBeAccessible(page, 'a log that was altered');
  await page.getByRole('link', { name: `Look at entry ${last}` }).click();
  await dialog(page, `Entry ${last}`).waitFor();
});

testInBrowser('mails that failed are seen, with why, and sent again', async () => {
  const { app, smtp } = portal.served;
  await new Accounts(app).made({ username: 'lost' });
  await expect
    .poll(() =>
      app.database("select 1 from mail where recipient = 'lost@customer.example' and status = 'DEAD'"),
    )
    .toHaveLength(1);
  const page = await portal.open({ as: 'admin1', at: '/admin/dashboard' });
  await page.getByRole('link', { name: 'Mails that failed' }).click();
  await page.waitForURL(/\/admin\/mails\?status=FAILED$/);
  await rows(page).getByText('Given up').waitFor();
  await mustBeAccessible(page, 'mails that failed');
  await rows(page).getByRole('link').click();
  const panel = page.getByRole('dialog');
  await panel.getByText('550 5.1.1 No such user').waitFor();
  await panel.getByText(/Hello lost,[\s\S]*token=••••/).waitFor();
  await mustBeAccessible(page, 'a mail that failed');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  const toastSays = await listenToToasts(page);
  refused.clear();
  await button(page, 'Send again to lost@customer.example').click();
  await toastSays('The mail to lost@customer.example is on its way again.');
  await page.getByText('Nothing matches').waitFor();
  await expect.poll(() => focused(page)).toBe('Mails');
  await expect.poll(() => smtp.taken.map(({ to }) => to.join())).toContain('lost@customer.example');
  await page.goto('/admin/mails?search=LOST@customer.example');
  await rows(page).getByText('Sent', { exact: true }).first().waitFor();
  await rows(page).getByRole('link').first().click();
  await panel.getByText('What it said is erased.').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  await mustBeAccessible(page, 'mails on a phone');
});

testInBrowser('a mail that somebody else sent again is not sent twice, and the page says so', async () => {
  const { app } = portal.served;
  refused.add('twice@customer.example');
  await new Accounts(app).made({ username: 'twice' });
  const failed = "select id from mail where recipient = 'twice@customer.example' and status = 'DEAD'";
  await expect.poll(() => app.database(failed)).toHaveLength(1);
  const page = await portal.open({ as: 'admin1', at: '/admin/mails?status=FAILED', expects: /409|400/ });
  const again = button(page, 'Send again to twice@customer.example');
  await again.waitFor();
  const [mail] = await app.database(failed);
  refused.clear();
  await app.ask(RetryMailDocument, { id: String(mail?.['id']) }, 'admin1');
  await again.click();
  await page.getByRole('alert').getByText('only one that is FAILED or DEAD can be retried').waitFor();
});

testInBrowser('an admin reads these pages in German', async () => {
  await new ApiKeys(portal.app).made({ name: 'Monatsende' });
  const page = await portal.open({ as: 'admin1', at: '/admin/api-keys', locale: 'de-DE' });
  await heading(page, 'API-Schlüssel').waitFor();
  await rows(page).getByText('Gültig', { exact: true }).first().waitFor();
  await page.goto('/admin/audit');
  await heading(page, 'Protokoll').waitFor();
  await page.goto('/admin/mails');
  await page.getByText('Fehlgeschlagen').waitFor();
  await page.goto('/admin/users');
  await page.getByRole('link', { name: 'customer1' }).click();
  await page.getByRole('link', { name: 'Was zu sehen ist' }).click();
  await page.getByText(/^Sie sehen, was /).waitFor();
  await mustBeAccessible(page, 'what a user sees, in German');
});
