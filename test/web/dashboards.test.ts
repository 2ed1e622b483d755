import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, requested, store } from '../support/quotes.js';
import { heading } from '../support/session-pages.js';
import type { DemoUser } from '../support/start-app.js';

const portal = servePortal(startFreight);

const section = (page: Page, name: string) => page.getByRole('region', { name });

/** The count beside a word. */
const count = (page: Page, word: string) =>
  page
    .locator('dt', { hasText: new RegExp(`^${word}$`) })
    .locator('xpath=following-sibling::dd')
    .textContent();

testInBrowser('a customer sees what waits for them, and comes to each of it by one press', async () => {
  const { app, acme, connotes } = portal.served;
  const [id = ''] = await store(app, acme, [{ totalAmount: '1234.50' }]);
  await requested(app, 'customer1');
  const { reference } = await quoteOf(app, id);
  const { number } = await connotes.reach('IN_TRANSIT');
  await app.erp(
    `update erp.stock set expiry_date = current_date + 10, qty_on_hand = 7
     where stock_no = (select min(stock_no) from erp.stock where owner_name = 'Acme Beverages')`,
  );
  const page = await portal.open({
    as: 'customer1',
    at: '/customer/dashboard',
  });
  const quotes = section(page, 'Quotes to decide');
  await quotes.getByText('1,234.50').waitFor();
  await quotes.getByText(/days left$/).waitFor();
  await quotes.getByText('1 request waits for our price.').waitFor();
  await section(page, 'On the way').getByText(number).waitFor();
  await section(page, 'Expires soon')
    .getByText(/rows? expires? in the next 90 days/)
    .waitFor();
  await section(page, 'Stock')
    .getByText(/rows · as the ERP had it:/)
    .waitFor();
  await mustBeAccessible(page, "a customer's dashboard");
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  await quotes.getByRole('link', { name: 'Perth WA → Darwin NT' }).click();
  await page.waitForURL(new RegExp(`/customer/quotes/${reference}$`));
  await page.goBack();
  await section(page, 'Expires soon').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/inventory\?sort=expires&item=/);
});

testInBrowser('each role of the staff sees its own counts, and words where there are none', async () => {
  const { app, connotes } = portal.served;
  await app.database(
    `insert into login_counter (key, user_id, failures, looked_at, waiting_until, forget_at)
     select 'test', id, 5, 5, now() + interval '1 hour', now() + interval '1 day' from portal_user where username = 'customer2'`,
  );
  await connotes.reach('PENDING');
  const allocated = await connotes.reach('ALLOCATED');
  const looks: [DemoUser, (page: Page) => Promise<void>][] = [
    [
      'operations1',
      async (page) => {
        await section(page, 'Stock')
          .getByText(/rows · as the ERP had it:/)
          .waitFor();
        await expect.poll(() => count(page, 'Bookings to confirm')).toBe('1');
        await expect.poll(() => count(page, 'Portal accounts that could not be created')).toBe('0');
      },
    ],
    [
      'warehouse1',
      async (page) => {
        await section(page, 'What goes out').getByText(allocated.number).waitFor();
      },
    ],
    [
      'admin1',
      async (page) => {
        await section(page, 'ERP').getByText('Answers').waitFor();
        await expect.poll(() => count(page, 'Logins locked after failed sign-ins')).toBe('1');
        await expect.poll(async () => Number(await count(page, 'Active logins'))).toBeGreaterThan(6);
      },
    ],
  ];
  for (const [as, look] of looks) {
    const role = as.replace('1', '');
    const page = await portal.open({
      as,
      at: `/${role}/dashboard`,
    });
    await look(page);
    await mustBeAccessible(page, `the dashboard of ${role}`);
  }
  const page = await portal.open({
    as: 'customer2',
    at: '/customer/dashboard',
    locale: 'de-DE',
  });
  await section(page, 'Angebote zur Entscheidung')
    .getByText('Kein Preis wartet auf Ihre Entscheidung.')
    .waitFor();
  await section(page, 'Unterwegs').getByText('Nichts ist unterwegs.').waitFor();
});

testInBrowser('without the ERP everything else is there, and the stock says why it is not', async () => {
  const { app, acme } = portal.served;
  await store(app, acme, [{ totalAmount: '77.25' }]);
  const down = await app.sibling({
    ...{ ERP_KIND: 'postgres', ERP_HOST: '127.0.0.1', ERP_PORT: '1', ERP_STALE_MAX_SECONDS: '0' },
  });
  const page = await portal.open({
    service: down,
    as: 'customer1',
    at: '/customer/dashboard',
  });
  await heading(page, 'Dashboard').waitFor();
  await section(page, 'Quotes to decide').getByText('77.25').waitFor();
  const stock = section(page, 'Stock');
  await stock.getByText('The ERP does not answer at the moment. All else works.').waitFor();
  await stock.getByRole('button', { name: 'Try again' }).waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  await mustBeAccessible(page, 'a dashboard without the ERP');
  const admin = await portal.open({ service: down, as: 'admin1', at: '/admin/dashboard' });
  await section(admin, 'ERP').getByText('Does not answer').waitFor();
});
