import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PACKAGE_ROOT } from '../../src/shared/package-root.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { Crm } from '../support/crm.js';
import { hasFocus } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const sqlFile = (name: string) => join(PACKAGE_ROOT, 'sql', 'erp', `${name}.postgres.sql`);
const PHONE = { width: 360, height: 740 };

/** Customer1's account has an invoice that is long overdue, in a currency of no other, and what was paid on it. */
const portal = servePortal(async () => {
  const app = await startTestApp({
    ERP_INVOICES_SQL: sqlFile('invoices'),
    ERP_PAYMENTS_SQL: sqlFile('payments'),
    PAYMENT_URL: 'https://pay.example.com/?invoice={number}&amount={amount}&in={currency}',
  });
  await app.erp(
    `insert into erp.invoice values
       (9000001, 'Acme Beverages', 'OLD-1', 'PO 77', 'Storage of barrels', '2019-03-01', '2019-03-31', 'CHF', 1100.5, 100, 800.25),
       (9000002, 'Acme Beverages', 'ODD-1', null, null, current_date, null, 'A$', 'NaN', null, 12.3456)`,
  );
  await app.erp(
    `insert into erp.payment values
       (9000001, 'Acme Beverages', 'PAID-1', 'OLD-1', 'EFT', 'Bank 5', '2019-04-02', 'CHF', 300.25),
       (9000002, 'Acme Beverages', 'PAID-2', null, 'CARD', null, '2019-04-03', 'CHF', 5)`,
  );
  return { app };
});

const section = (page: Page, name: string) => page.getByRole('region', { name });
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const invoiceLink = (page: Page, number: string) => page.getByRole('link', { name: number, exact: true });

/** Presses what downloads a file, and reads its rows. */
async function rowsOf(page: Page, dialog: Locator): Promise<Record<string, string>[]> {
  await dialog.getByLabel('Format').selectOption('CSV');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  return parse(await readFile(await file.path()), { columns: true, bom: true });
}

testInBrowser(
  'a customer finds what is overdue, what was paid on it, and where to pay the rest',
  async () => {
    const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
    const open = section(page, 'Open invoices');
    await open.getByText('800.25').first().waitFor();
    await mustBeAccessible(page, 'a dashboard with invoices');
    await open.getByRole('link', { name: 'CHF' }).click();
    await page.waitForURL((url) => url.search === '?currency=CHF&status=OVERDUE&sort=due');
    const sums = section(page, 'What is open');
    await sums.getByText('1 open invoice', { exact: true }).waitFor();
    await expect
      .poll(() => sums.locator('dd').allTextContents())
      .toEqual(['800.25 CHF', 'Overdue 800.25 CHF']);
    await expect
      .poll(() => row(page, 'OLD-1').getByRole('cell').allTextContents())
      .toEqual([
        ...['OLD-1due 31 Mar 2019 · total 1,100.50 CHF', 'Acme Beverages', '1 Mar 2019', '31 Mar 2019'],
        ...['PO 77', 'Storage of barrels', '1,100.50 CHF', '800.25 CHF', 'Overdue'],
      ]);
    await mustBeAccessible(page, 'invoices');

    await invoiceLink(page, 'OLD-1').click();
    const panel = page.getByRole('dialog', { name: 'OLD-1' });
    await panel.getByText('2 Apr 2019').waitFor();
    await panel.getByText('300.25 CHF').waitFor();
    await panel.getByText('PAID-1 · EFT · Bank 5').waitFor();
    await panel.getByText('100.00 CHF').waitFor();
    const pay = panel.getByRole('link', { name: 'Pay OLD-1' });
    expect(await pay.getAttribute('href')).toBe(
      'https://pay.example.com/?invoice=OLD-1&amount=800.25&in=CHF',
    );
    expect(await pay.getAttribute('rel')).toContain('noopener');
    await panel.getByText('opens pay.example.com, another site, in a new tab').waitFor();
    await panel.getByRole('button', { name: 'Copy: Number' }).waitFor();
    await mustBeAccessible(page, 'an invoice');
    await page.setViewportSize(PHONE);
    await mustFit(page);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(invoiceLink(page, 'OLD-1'))).toBe(true);
    await mustFit(page);
    await mustBeAccessible(page, 'invoices on a phone');
    await page.setViewportSize({ width: 1280, height: 720 });

    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
    await dialog.getByText('1 row', { exact: true }).waitFor();
    await mustBeAccessible(page, 'the export of invoices');
    expect(await rowsOf(page, dialog)).toEqual([
      expect.objectContaining({
        number: 'OLD-1',
        openAmount: expect.stringMatching(/^800\.25/),
        currency: 'CHF',
      }),
    ]);
  },
);

testInBrowser('payments lead to what they paid, and what is shown is in the address', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Invoices' }).click();
  await heading(page, 'Invoices').waitFor();
  // A code that no browser knows, and an amount that a calculation in the ERP has spoilt.
  await row(page, 'ODD-1').getByText('12.3456 A$').waitFor();
  await row(page, 'ODD-1').getByText('not a number').last().waitFor();
  const [first, second] = [page.getByRole('row').nth(1), page.getByRole('link', { name: 'Next page' })];
  const before = await first.textContent();
  await second.click();
  await expect.poll(() => first.textContent()).not.toBe(before);
  await page.getByRole('columnheader', { name: 'Due' }).getByRole('link').click();
  await page.waitForURL(/\?sort=due$/);
  await row(page, 'OLD-1').waitFor();
  await expect.poll(() => first.textContent()).toMatch(/^OLD-1/);
  await page.getByRole('columnheader', { name: 'Due' }).getByRole('link').click();
  await page.waitForURL(/\?sort=-due$/);
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Due' }).getAttribute('aria-sort'))
    .toBe('descending');

  await page
    .getByRole('navigation', { name: 'Invoices and payments' })
    .getByRole('link', { name: 'Payments' })
    .click();
  await heading(page, 'Payments').waitFor();
  await expect.poll(() => page.locator('header [aria-current=page]').allTextContents()).toEqual(['Invoices']);
  await page.getByText('More filters').click();
  await page.getByLabel('Paid until').fill('2019-12-31');
  await page.getByLabel('Search', { exact: true }).fill('paid');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(
    (url) => url.search.includes('paidTo=2019-12-31') && url.search.includes('search=paid'),
  );
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
  await row(page, 'PAID-2').getByText('on account').waitFor();
  await mustBeAccessible(page, 'payments');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  const exported = await rowsOf(page, dialog);
  expect(exported.map(({ number, invoiceNumber }) => [number, invoiceNumber])).toEqual([
    ['PAID-2', ''],
    ['PAID-1', 'OLD-1'],
  ]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await invoiceLink(page, 'OLD-1').click();
  await page.getByRole('dialog', { name: 'OLD-1' }).getByText('300.25 CHF').waitFor();
  await page.keyboard.press('Escape');
  await page.setViewportSize(PHONE);
  await mustFit(page);
});

testInBrowser(
  'the staff find the invoices of one customer among all, and whoever has none sees no page of them',
  async () => {
    const page = await portal.open({ as: 'operations1', at: '/invoices?search=OLD-1' });
    await row(page, 'OLD-1').getByText('Acme Beverages').waitFor();
    await page.getByRole('combobox', { name: 'Customer' }).fill('zenith');
    await page.getByRole('option', { name: 'Zenith Pharma' }).click();
    await page.waitForURL(/customer=Zenith(\+|%20)Pharma/);
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await row(page, 'INV-').first().waitFor();
    await mustBeAccessible(page, 'invoices of all customers');

    const other = await portal.open({ as: 'customer2', at: '/invoices?search=OLD-1&invoice=9000001' });
    await other.getByText('This invoice is no longer in the ERP, or is not yours to see.').waitFor();
    await other.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    expect(await other.getByText('Acme').count()).toBe(0);

    const warehouse = await portal.open({ as: 'warehouse1', at: '/warehouse/dashboard' });
    await warehouse.goto('/payments');
    await warehouse.getByText('Your role does not have this page.').waitFor();
  },
);

testInBrowser('a portal without payments, or without invoices, offers none', async () => {
  const without = await portal.app.sibling({ ERP_INVOICES_SQL: '', ERP_PAYMENTS_SQL: '' });
  const page = await portal.open({ service: without, as: 'customer2', at: '/customer/dashboard' });
  await section(page, 'Quotes to decide').waitFor();
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  expect(await links.allTextContents()).not.toContain('Invoices');
  expect(await section(page, 'Open invoices').count()).toBe(0);
  await page.goto('/invoices');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  const alone = await portal.app.sibling({ ERP_PAYMENTS_SQL: '' });
  const payments = await portal.open({ service: alone, as: 'customer1', at: '/invoices?search=OLD-1' });
  await row(payments, 'OLD-1').first().waitFor();
  expect(await payments.getByRole('link', { name: 'Payments', exact: true }).count()).toBe(0);
  await payments.goto('/payments');
  await payments.getByRole('heading', { name: 'There is nothing here' }).waitFor();
});

testInBrowser('a portal without histories offers none, to customers or to staff', async () => {
  const without = await portal.app.sibling({ HISTORY_ENABLED: 'false' });
  const page = await portal.open({ service: without, as: 'customer1', at: '/invoices' });
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  await expect.poll(() => links.allTextContents()).toContain('Invoices');
  expect(await links.allTextContents()).not.toContain('History');
  await page.goto('/customer/history');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  const id = await new Crm(portal.app).without();
  const staff = await portal.open({ service: without, as: 'operations1', at: `/dashboard/customers/${id}` });
  const parts = staff.getByRole('navigation', { name: 'Parts of the customer' }).getByRole('link');
  await expect.poll(() => parts.allTextContents()).toContain('Bookings');
  expect(await parts.allTextContents()).not.toContain('History');
});

testInBrowser('without the ERP the page says so, and all else is there, in German too', async () => {
  const down = await portal.app.sibling({
    ...{ ERP_KIND: 'postgres', ERP_HOST: '127.0.0.1', ERP_PORT: '1', ERP_STALE_MAX_SECONDS: '0' },
  });
  const words = 'Das ERP antwortet zurzeit nicht. Alles andere funktioniert.';
  const page = await portal.open({ service: down, as: 'customer1', at: '/invoices', locale: 'de-DE' });
  await heading(page, 'Rechnungen').waitFor();
  await page.getByText(words).waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  await mustBeAccessible(page, 'invoices without the ERP');
  await page.goto('/customer/dashboard');
  await section(page, 'Offene Rechnungen').getByText(words).waitFor();
  await section(page, 'Angebote zur Entscheidung').getByText(/./).first().waitFor();

  const german = await portal.open({ as: 'customer1', at: '/invoices?search=OLD-1', locale: 'de-DE' });
  await row(german, 'OLD-1').getByText('1.100,50 CHF').last().waitFor();
  await row(german, 'OLD-1').getByText('Überfällig').last().waitFor();
  await german.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('"stale":false', '"stale":true'),
    });
  });
  await german.reload();
  await german.getByText(/^Das ERP antwortet zurzeit nicht. Das sind seine Antworten von/).waitFor();
  await german.getByText(/Letzter Stand im ERP:/).waitFor();
});
