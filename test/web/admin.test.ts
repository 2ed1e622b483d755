import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { trailWhere } from '../support/audit-trail.js';
import { testInBrowser } from '../support/browser.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading, openSessionsOf } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(async () => {
  const proxy = await ErpProxy.start();
  return { proxy, app: await startTestApp(proxy.settings), stop: () => proxy.close() };
});
const accounts = () => new Accounts(portal.app);

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const checkbox = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const focused = (page: Page) => page.evaluate('document.activeElement.textContent');

/** Writes down that a login has to wait after failed sign-ins. */
const lock = (id: string) =>
  portal.app.database(
    `insert into login_counter (key, user_id, failures, looked_at, waiting_until, forget_at)
     values ($1, $2, 5, 5, now() + interval '1 hour', now() + interval '1 day')`,
    [`locked ${id}`, id],
  );

testInBrowser('a new user gets a password that is shown once, and sees what the preview shows', async () => {
  const page = await portal.open({ as: 'admin1', at: '/admin/users' });
  await page.getByRole('link', { name: 'New user' }).click();
  await heading(page, 'New user').waitFor();
  await field(page, 'User name').fill('new kim');
  await field(page, 'E-mail address').fill('kim@acme.example');
  const find = page.getByLabel('Find an ERP customer');
  await checkbox(page, 'All').check();
  await find.fill('labs');
  await checkbox(page, 'All').waitFor({ state: 'detached' });
  await checkbox(page, '[Bracket] Labs').check();
  await page.getByText('2 chosen').waitFor();
  await button(page, 'Create user').click();
  await page.getByText('Enter 2 to 64 letters, digits, dots').waitFor();
  await mustBeAccessible(page, 'a new user that was refused');
  await field(page, 'User name').fill('kim.acme');
  await button(page, 'Create user').click();
  const shown = dialog(page, 'kim.acme can sign in');
  const password = (await shown.locator('code').textContent()) ?? '';
  await mustBeAccessible(page, 'a temporary password');
  await page.keyboard.press('Escape');
  await shown.getByText('Have you kept it?').waitFor();
  await mustBeAccessible(page, 'closing a temporary password');
  await button(page, 'Not yet').click();
  await page.evaluate('history.back()');
  await mustBeAccessible(page, 'leaving a temporary password');
  await dialog(page, 'Leave the page?').getByRole('button', { name: 'Stay' }).click();
  await button(page, 'Done').click();
  await button(page, 'Close for good').click();
  await heading(page, 'kim.acme').waitFor();
  expect(await portal.app.tokenOf('kim.acme', password)).toBeTruthy();

  await page.getByRole('link', { name: 'What they see' }).click();
  await heading(page, 'What kim.acme sees').waitFor();
  await page.getByText('Stock is shown of “All” and “[Bracket] Labs”.').waitFor();
  // A customer whose name is All is one like any other.
  await page.getByText('The first 25 of 80 rows.').waitFor();
  const owners = page.getByRole('row').getByRole('cell', { name: /^(All|\[Bracket\] Labs)$/ });
  await expect.poll(() => owners.count()).toBe(25);
  await mustBeAccessible(page, 'what a user sees');
  expect(await trailWhere(portal.app, 'action = $1', 'ACCESS_PREVIEWED')).toHaveLength(1);
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  await page
    .getByText(/^(All|\[Bracket\] Labs) · /)
    .first()
    .waitFor();
});

testInBrowser(
  'an edit that somebody else was quicker with keeps what was typed, and shows both',
  async () => {
    const { id, version } = await accounts().made({ username: 'robin', displayName: 'Robin' });
    const page = await portal.open({ as: 'admin1', at: `/admin/users/${id}` });
    const toastSays = await listenToToasts(page);
    await field(page, 'Name optional').fill('Robin Lee');
    await checkbox(page, 'All ERP customers').check();
    const others = { displayName: 'Robin Smith', email: 'robin.smith@customer.example' };
    expect((await accounts().update({ id, version, ...others })).errors).toEqual([]);
    await button(page, 'Save changes').click();
    const note = page.getByRole('alert');
    await note.getByText('Somebody else has changed this login').waitFor();
    const changed = note.getByRole('row');
    expect(await changed.filter({ hasText: 'Robin' }).first().textContent()).toBe('NameRobin SmithRobin Lee');
    expect(await changed.filter({ hasText: '@' }).textContent()).toContain('Not changed by you');
    expect(await field(page, 'Name optional').inputValue()).toBe('Robin Lee');
    await expect.poll(() => field(page, 'E-mail address').inputValue()).toBe(others.email);
    await mustBeAccessible(page, 'an edit that came second');
    await button(page, 'Save changes').click();
    await toastSays('The changes are saved.');
    expect(await accounts().read(id)).toMatchObject({
      ...{ displayName: 'Robin Lee', email: others.email, allErpCustomers: true },
    });

    await field(page, 'E-mail address').fill('customer1');
    await button(page, 'Save changes').click();
    await page.getByText('Enter an e-mail address.').waitFor();
    await page.getByRole('link', { name: 'Inventory' }).click();
    await dialog(page, 'Leave without saving?').waitFor();
    await button(page, 'Stay').click();
    expect(await field(page, 'E-mail address').inputValue()).toBe('customer1');
  },
);

testInBrowser('a login is unlocked, signed out everywhere, reset and deactivated', async () => {
  const account = await accounts().made({ username: 'sam', displayName: 'Sam' });
  for (const login of ['sam', 'SAM']) await portal.app.tokenOf(login, account.password);
  await lock(account.id);
  const page = await portal.open({ as: 'admin1', at: '/admin/dashboard' });
  await page.getByRole('link', { name: 'Logins locked after failed sign-ins' }).click();
  await page.waitForURL(/\/admin\/users\?status=LOCKED$/);
  await mustBeAccessible(page, 'the locked users');
  await page.getByRole('link', { name: 'Sam', exact: true }).click();
  const toastSays = await listenToToasts(page);
  await button(page, 'Unlock').click();
  await toastSays('Signing in is open again.');
  await button(page, 'Unlock').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('Sam');
  await region(page, 'Activity').getByText('Signed in').first().waitFor();
  await mustBeAccessible(page, 'a user');

  await region(page, 'Sessions').getByRole('button', { name: 'End all' }).click();
  const ending = dialog(page, 'End all sessions of Sam?');
  await ending.getByText('They have to sign in again at all 2 places.').waitFor();
  await mustBeAccessible(page, 'ending all sessions');
  await ending.getByRole('button', { name: 'End all' }).click();
  await toastSays('2 sessions have ended.');
  expect(await openSessionsOf(portal.app, 'sam')).toBe(0);

  await button(page, 'Reset password').click();
  const resetting = dialog(page, 'Reset the password of Sam?');
  await mustBeAccessible(page, 'resetting a password');
  await resetting.getByRole('button', { name: 'Reset password' }).click();
  await toastSays('A temporary password is on its way to sam@customer.example.');
  await button(page, 'Deactivate').click();
  const deactivating = dialog(page, 'Deactivate Sam?');
  await mustBeAccessible(page, 'deactivating a user');
  await deactivating.getByRole('button', { name: 'Deactivate' }).click();
  await toastSays('The login is deactivated.');
  await button(page, 'Reactivate').waitFor();
  await expect.poll(() => focused(page)).toBe('Sam');
  expect(await accounts().actions(account.id)).toEqual([
    ...['PORTAL_USER_CREATED', 'ACCOUNT_UNLOCKED', 'PASSWORD_RESET_BY_ADMIN', 'PORTAL_USER_DEACTIVATED'],
  ]);
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
});

testInBrowser(
  'users are found by filters in the address, and those that nobody uses are deactivated',
  async () => {
    const account = await accounts().made({ username: 'dormant' });
    await portal.app.database(
      `update portal_user set created_at = '2020-01-01', last_login_at = '2020-02-01' where id = $1`,
      [account.id],
    );
    const page = await portal.open({ as: 'admin1', at: '/admin/users?unused=2020-03-01' });
    const rows = page.locator('tbody').getByRole('row');
    await rows.getByText('dormant', { exact: true }).first().waitFor();
    expect(await page.getByLabel('Not signed in since').inputValue()).toBe('2020-03-01');
    await page.getByLabel('Role').selectOption('Driver');
    await page.waitForURL(/role=DRIVER/);
    await page.getByRole('combobox', { name: 'State' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Role').inputValue()).toBe('');
    await page.getByLabel('Not signed in since').fill('');
    await page.getByLabel('Name or e-mail').fill('customer1');
    await page.getByLabel('Name or e-mail').press('Enter');
    await page.waitForURL(/\/admin\/users\?search=customer1$/);
    await page.getByRole('link', { name: 'customer1' }).waitFor();
    await expect.poll(() => rows.count()).toBe(1);

    await button(page, 'Deactivate dormant users').click();
    const asking = dialog(page, 'Deactivate dormant users');
    await asking.getByLabel('Last signed in before').fill('2020-03-01');
    await asking.getByText(/^At most \d+ users? (is|are) deactivated\.$/).waitFor();
    await mustBeAccessible(page, 'deactivating dormant users');
    await button(page, 'Deactivate them').click();
    await asking.getByText('1 user is deactivated.').waitFor();
    expect((await accounts().read(account.id)).active).toBe(false);
    await button(page, 'Close').last().click();
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await mustBeAccessible(page, 'the users on a phone');
  },
);

testInBrowser('an admin reads in German why somebody sees what they see', async () => {
  const id = await accounts().idOf('customer1');
  const page = await portal.open({ as: 'admin1', at: `/admin/users/${id}/access`, locale: 'de-DE' });
  const why = region(page, 'Warum');
  await why
    .getByText('Bestand dieser ERP-Kunden: „Acme Beverages“ und „Brünnhilde Kosmetik GmbH“.')
    .waitFor();
  expect(await why.textContent()).not.toMatch(/Stock|account|signed/);
  await mustBeAccessible(page, 'what somebody sees, in German');
});

testInBrowser('with the ERP down a login can still be seen, explained and changed', async () => {
  const { id } = await accounts().made({ username: 'jo', erpCustomerNames: ['Acme Beverages'] });
  await portal.served.proxy.goDown();
  const page = await portal.open({ as: 'admin1', at: `/admin/users/${id}` });
  const toastSays = await listenToToasts(page);
  const down = page.getByRole('alert').getByText('The ERP does not answer at the moment.');
  await page.getByLabel('Find an ERP customer').fill('beverages');
  await down.waitFor();
  expect(await checkbox(page, 'Acme Beverages').isChecked()).toBe(true);
  await field(page, 'Name optional').fill('Jo');
  await button(page, 'Save changes').click();
  await toastSays('The changes are saved.');
  await page.getByRole('link', { name: 'What they see' }).click();
  await heading(page, 'What Jo sees').waitFor();
  await page.getByText(/^(Assigned:|Stock is shown of) “Acme Beverages”\.$/).waitFor();
  await mustBeAccessible(page, 'what a user sees without the ERP');
  await portal.served.proxy.comeUp();
});

testInBrowser(
  'other roles are told that these pages are not for them, and nothing is asked for',
  async () => {
    const id = await accounts().idOf('customer1');
    const page = await portal.open({ as: 'operations1', at: '/operations/dashboard' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    for (const path of [
      'users',
      'users/new',
      `users/${id}`,
      `users/${id}/access`,
      'api-keys',
      'audit',
      'mails',
    ]) {
      await page.goto(`/admin/${path}`);
      await page.getByRole('heading', { name: 'Not for you' }).waitFor();
    }
    expect(asked.join()).not.toMatch(
      /portalUsers?\b|accessPreview|apiKeys|auditEntries|mailCounts|erpCustomers/,
    );
  },
);
