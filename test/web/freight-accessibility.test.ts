import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { Deliveries } from '../support/deliveries.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, store } from '../support/quotes.js';
import { button } from '../support/session-pages.js';

const portal = servePortal(startFreight);

testInBrowser(
  'a tracking link shows a stranger where it is and nothing else, a dead one says so',
  async () => {
    const { connotes } = portal.served;
    const { id, number } = await connotes.reach('IN_TRANSIT');
    const { trackingUrl } = await connotes.must(id);
    const path = new URL(trackingUrl).pathname;
    const page = await portal.open({ at: path, expects: /status of 404/ });
    await page.getByRole('heading', { level: 1, name: `Shipment ${number}` }).waitFor();
    await page.getByText('Sydney NSW → Melbourne VIC').waitFor();
    expect(await page.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('Booked'),
      expect.stringContaining('Confirmed'),
      expect.stringContaining('Driver assigned'),
      expect.stringContaining('On the way'),
    ]);
    const told = await page.locator('body').textContent();
    for (const secret of ['Collins', 'Pat', '5550', '450']) expect(told).not.toContain(secret);
    await mustBeAccessible(page, 'tracking');

    await page.goto('/track/nobody-has-this-link');
    await page.getByRole('heading', { level: 1, name: 'This link leads nowhere' }).waitFor();
    await mustBeAccessible(page, 'a dead link');
  },
);

testInBrowser(
  'every page and dialog of freight can be used with a screen reader, in the light and in the dark',
  async () => {
    const { app, acme, connotes, driver1 } = portal.served;
    const [id = ''] = await store(app, acme, [{ status: 'QUOTED' }]);
    const { reference } = await quoteOf(app, id);
    const delivered = await connotes.reach('IN_TRANSIT');
    const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 });
    const photo = await deliveries.photo(delivered.id);
    await deliveries.deliver(delivered.id, { receivedBy: 'Kim Lee', photoIds: [photo] });
    const { number } = await connotes.reach('CONFIRMED');
    const page = await portal.open({ as: 'customer1', at: '/customer/quotes' });
    const look = async (path: string, ready: Locator) => {
      if (new URL(page.url()).pathname !== path) await page.goto(path);
      await ready.first().waitFor();
      await mustBeAccessible(page, path);
    };
    const dialog = async (open: Locator, name: string) => {
      await open.click();
      await page.getByRole('dialog', { name }).waitFor();
      await mustBeAccessible(page, name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await look('/customer/quotes', page.getByRole('table'));
    await look(`/customer/quotes/${reference}`, button(page, 'Approve'));
    await dialog(button(page, 'Reject'), 'Reject this quote');
    await look('/customer/bookings', page.getByRole('table'));
    await look(`/customer/bookings/${number}`, button(page, 'Cancel booking'));
    await dialog(button(page, 'Cancel booking'), 'Cancel this booking');
    await look(`/customer/bookings/${delivered.number}`, button(page, 'Enlarge photo 1: Delivery'));
    await dialog(button(page, 'Enlarge photo 1: Delivery'), 'Photo 1: Delivery');
    await look('/customer/shipments', page.getByRole('table'));
    await look('/customer/quotes/QT-999999', page.getByRole('heading', { name: 'Not there, or not yours' }));
    await look('/customer/book-shipment', button(page, 'Review'));
    await look('/customer/request-quote', button(page, 'Review'));
    await dialog(button(page, 'Use an earlier address: From'), 'Earlier addresses');
    await button(page, 'Use an earlier address: From').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Sydney NSW/ })
      .first()
      .click();
    const suburb = page.getByRole('group', { name: 'From' }).getByLabel('Suburb');
    await expect.poll(() => suburb.inputValue()).toBe('Sydney');
    await button(page, 'Review').click();
    await page.getByText('Required').first().waitFor();
    await mustBeAccessible(page, 'a form with errors');
    await dialog(page.getByRole('link', { name: 'Bookings' }), 'Leave without sending?');
  },
);
