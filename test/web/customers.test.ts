import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ProvisionPortalAccountDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { anEmail } from '../support/crm.js';
import { hasFocus } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { requested } from '../support/quotes.js';
import { button, heading } from '../support/session-pages.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(startFreight);

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the customer' }).getByRole('link', { name });
const at = (id: string, part = '') => `/dashboard/customers/${id}${part}`;
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** The temporary password that a dialog shows. */
const shownPassword = async (page: Page) =>
  (await page.getByRole('dialog').locator('code').textContent()) ?? '';

testInBrowser(
  'a customer is added, gets an account whose password is shown once, and signs in with it',
  async () => {
    const { app, crm } = portal.served;
    const taken = anEmail();
    await crm.without({ email: taken });
    const email = anEmail('grace');
    const page = await portal.open({ as: 'operations1', at: '/dashboard/customers' });
    await page.getByRole('row').nth(1).waitFor();
    await mustBeAccessible(page, 'customers');
    await page.getByRole('link', { name: 'Add a customer' }).click();
    await heading(page, 'Add a customer').waitFor();
    await page.getByLabel('First name').fill('Grace');
    await page.getByLabel('Company').fill('Hopper Compilers');
    await page.getByLabel('E-mail').fill(taken);
    await page.getByLabel('Phone').fill('none');
    await button(page, 'Add customer').click();
    await page.getByText('Required').waitFor();
    await page.getByLabel('Last name').fill('Hopper');
    await button(page, 'Add customer').click();
    await page.getByText('Enter a phone number').waitFor();
    await mustBeAccessible(page, 'a customer that was refused');
    await page.getByLabel('Phone').fill('+61 2 5550 1234');
    await button(page, 'Add customer').click();
    await page.getByText('Another customer has this address.').waitFor();
    await expect.poll(() => hasFocus(page.getByLabel('E-mail'))).toBe(true);
    await page.getByRole('link', { name: 'Inventory' }).click();
    await dialog(page, 'Leave without saving?').waitFor();
    await button(page, 'Stay').click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Create a portal account').uncheck();
    await button(page, 'Add customer').click();
    await heading(page, 'Hopper Compilers').waitFor();

    await tab(page, 'Portal').click();
    await page.getByText('This customer has no portal account.').waitFor();
    await mustBeAccessible(page, 'a customer without an account');
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('PortalProvisionAccount')) await held;
      await route.continue();
    });
    await button(page, 'Create portal account').click();
    await page.getByRole('link', { name: 'Inventory' }).click();
    await dialog(page, 'Leave without the password?').waitFor();
    await button(page, 'Stay').click();
    goOn();
    await dialog(page, 'The temporary password').waitFor();
    const password = await shownPassword(page);
    await mustBeAccessible(page, 'a temporary password');
    await page.keyboard.press('Escape');
    await dialog(page, 'Have you kept the password?').waitFor();
    await mustBeAccessible(page, 'the end of a temporary password');
    await button(page, 'Show it again').click();
    await expect.poll(() => shownPassword(page)).toBe(password);
    await button(page, 'Close').last().click();
    await button(page, 'Close for good').click();
    await page.getByText('Password to be changed').waitFor();
    await page.getByText(email).waitFor();
    await mustBeAccessible(page, "a customer's account");
    await expect.poll(() => page.content()).not.toContain(password);
    await app.tokenOf(email, password);
    expect(await crm.mails(email)).toHaveLength(1);
  },
);

testInBrowser(
  'what somebody else saved meanwhile stands beside what was typed, and nothing of it is lost',
  async () => {
    const { app, crm } = portal.served;
    const id = await crm.without({ firstName: 'Ada', lastName: 'Byron', company: 'Engines' });
    const page = await portal.open({ as: 'operations1', at: at(id) });
    const toastSays = await listenToToasts(page);
    await page.getByLabel('Company').fill('Analytical Engines');
    await page.getByLabel('Phone').fill('+61 2 5550 1111');
    await crm.update({ id, company: 'Difference Engines', lastName: 'Lovelace' });
    await button(page, 'Save changes').click();
    await page.getByRole('heading', { name: 'Somebody changed this customer meanwhile' }).waitFor();
    const company = page.getByRole('group', { name: 'Company' });
    await company.getByLabel('Saved meanwhile Difference Engines').waitFor();
    expect(await company.getByLabel('Yours Analytical Engines').isChecked()).toBe(true);
    expect(
      await page.getByRole('group', { name: 'Last name' }).getByLabel('Saved meanwhile').isChecked(),
    ).toBe(true);
    await mustBeAccessible(page, 'two versions of a customer');
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await company.getByLabel('Saved meanwhile').check();
    await crm.update({ id, firstName: 'Augusta' });
    await button(page, 'Save what is chosen').click();
    await page.getByRole('group', { name: 'First name' }).waitFor();
    const phone = page.getByRole('group', { name: 'Phone' });
    await expect.poll(() => phone.getByLabel('Yours').isChecked()).toBe(true);
    await button(page, 'Save what is chosen').click();
    await toastSays('The changes are saved.');
    const [row] = await app.database(
      'select first_name, last_name, company, phone from customer where id = $1',
      [id],
    );
    expect(row).toEqual({
      ...{ first_name: 'Augusta', last_name: 'Lovelace' },
      ...{ company: 'Difference Engines', phone: '+61 2 5550 1111' },
    });
    await heading(page, 'Difference Engines').waitFor();
    await expect.poll(() => hasFocus(page.getByLabel('First name'))).toBe(true);

    await page.getByLabel('Company').fill('Typed in Vain');
    await app.database('update customer set deleted_at = now() where id = $1', [id]);
    await button(page, 'Save changes').click();
    await page.getByText('The customer was deleted meanwhile.').waitFor();
    expect(await page.getByLabel('Company').inputValue()).toBe('Typed in Vain');
    await mustBeAccessible(page, 'a customer that was deleted while it was changed');
    await button(page, 'Undo changes').click();
    await page.getByLabel('Company').waitFor({ state: 'detached' });
  },
);

testInBrowser('many customers get accounts at once, and one who is refused is told why', async () => {
  const { app, crm } = portal.served;
  const company = `Fleet ${anEmail().slice(4, 16)}`;
  const [first, second] = [anEmail('one'), anEmail('two')];
  await crm.without({ company, firstName: 'One', email: first });
  await crm.without({ company, firstName: 'Two', email: second });
  await crm.without({ company, firstName: 'Three', email: null });
  const page = await portal.open({
    as: 'operations1',
    at: `/dashboard/customers?search=${encodeURIComponent(company)}&sort=oldest`,
  });
  await page.getByLabel('Select all on this page').check();
  await page.getByText('3 selected').waitFor();
  await button(page, 'Create portal accounts').click();
  await dialog(page, 'Create 3 portal accounts?').waitFor();
  await mustBeAccessible(page, 'accounts for many');
  await page.keyboard.press('Escape');
  await page.getByText('3 selected').waitFor();
  await expect.poll(() => hasFocus(button(page, 'Create portal accounts'))).toBe(true);
  await button(page, 'Create portal accounts').click();
  await page.getByLabel('Send the welcome mail').uncheck();
  await button(page, 'Create').click();
  await page.getByText('2 accounts were created.').waitFor();
  const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
  expect(await results.nth(2).textContent()).toContain('An account needs an e-mail address.');
  await mustBeAccessible(page, 'what became of many');
  const password = await results.nth(0).locator('code').textContent();
  await app.tokenOf(first, password ?? '');
  expect(await crm.mails(second)).toEqual([]);
  await button(page, 'Close').last().click();
  await button(page, 'Close for good').click();
  await page.getByText('Password to be changed').nth(1).waitFor();
  await page.getByText('1 selected').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
});

testInBrowser('access is revoked and restored, and a failed account is tried again', async () => {
  const { app, crm } = portal.served;
  const id = await crm.without({ company: 'Revoked Freight' });
  await app.ask(ProvisionPortalAccountDocument, { input: { customerId: id } }, 'operations1');
  const page = await portal.open({ as: 'operations1', at: at(id, '/portal') });
  await button(page, 'Send password reset').click();
  await button(page, 'Send').click();
  await expect.poll(() => crm.actions(id)).toContain('PASSWORD_RESET_REQUESTED');
  await button(page, 'Revoke access').click();
  await dialog(page, 'Revoke the access of Revoked Freight?').waitFor();
  await mustBeAccessible(page, 'the end of an access');
  await button(page, 'Revoke').click();
  await button(page, 'Restore access').click();
  expect((await crm.account(id)).status).toBe('REVOKED');
  await button(page, 'Restore').click();
  await button(page, 'Revoke access').waitFor();
  expect((await crm.account(id)).status).toBe('PASSWORD_CHANGE_REQUIRED');

  const refused = await crm.without();
  await app.database(
    `update customer set provisioning = 'FAILED', provisioning_error = 'No luck.' where id = $1`,
    [refused],
  );
  await page.goto(at(refused, '/portal'));
  await page.getByText('No luck.').waitFor();
  await mustBeAccessible(page, 'an account that failed');
  await button(page, 'Try again').click();
  await dialog(page, 'The temporary password').waitFor();
});

testInBrowser(
  'an admin deletes a customer and takes it back; a customer sees none of these pages',
  async () => {
    const { app, crm } = portal.served;
    const id = await crm.without({ company: 'Gone Tomorrow' });
    await app.ask(ProvisionPortalAccountDocument, { input: { customerId: id } }, 'operations1');
    const page = await portal.open({ as: 'admin1', at: at(id) });
    await button(page, 'Delete customer').click();
    await dialog(page, 'Delete Gone Tomorrow?').waitFor();
    await mustBeAccessible(page, 'the end of a customer');
    await button(page, 'Delete').click();
    await page.getByText(/^Deleted \d.*has no access to the portal\.$/).waitFor();
    await expect.poll(() => hasFocus(button(page, 'Restore customer'))).toBe(true);
    await button(page, 'Save changes').waitFor({ state: 'detached' });
    await mustBeAccessible(page, 'a deleted customer');
    await tab(page, 'Portal').click();
    await page.getByText('A deleted customer gets no access.').waitFor();
    expect((await crm.account(id)).status).toBe('REVOKED');
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByLabel('Deleted ones too').check();
    await page.getByRole('row', { name: 'Gone Tomorrow' }).getByText('Deleted').waitFor();
    await page.goBack();
    await page.goBack();
    await button(page, 'Restore customer').click();
    await button(page, 'Restore access').waitFor();

    const other = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
    await other.goto(at(id));
    await other.getByText('Not for you').waitFor();
    await other.goto('/operations/erp');
    await other.getByText('Not for you').waitFor();
  },
);

testInBrowser(
  "a customer's quotes and bookings are theirs alone, and an unknown customer is said to be",
  async () => {
    const { app, acme, zenith, connotes } = portal.served;
    await requested(app, 'customer1');
    const { number } = await connotes.reach('CONFIRMED');
    const page = await portal.open({ as: 'operations1', at: at(acme, '/quotes') });
    await page.getByRole('cell', { name: 'Waiting for a price' }).waitFor();
    await mustBeAccessible(page, "a customer's quotes");
    await tab(page, 'Bookings').click();
    await page.getByText(number).waitFor();
    await mustBeAccessible(page, "a customer's bookings");
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await page.goto(at(zenith, '/bookings'));
    await page.getByText('This customer has booked nothing yet.').waitFor();
    await page.goto(at('nobody', '/portal'));
    await page.getByText('There is no customer with this number.').waitFor();
  },
);
