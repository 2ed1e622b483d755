import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser, testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { Deliveries } from '../support/deliveries.js';
import { hasFocus, mustBeAccessible, visit } from '../support/freight-pages.js';
import { quoteOf, store } from '../support/quotes.js';

let freight: Awaited<ReturnType<typeof startFreight>>;
let browser: Browser;
beforeAll(async () => {
  [freight, browser] = await Promise.all([startFreight(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await freight?.app.stop();
});

/** Presses Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await target.page().keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error('the keyboard did not get there');
}

async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

testInBrowser('a quote is requested with the keyboard alone', async () => {
  const { page, context, problems } = await visit(browser, freight.app, {
    as: 'customer1',
    at: '/customer/quotes',
  });
  await tabTo(page.getByRole('link', { name: 'Request a quote' }).first());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Request a quote' }).waitFor();
  await typeInto(group(page, 'From').getByLabel('Suburb'), 'Darwin');
  await typeInto(group(page, 'From').getByLabel('State'), 'NT');
  await typeInto(group(page, 'To').getByLabel('Suburb'), 'Broome');
  await typeInto(group(page, 'To').getByLabel('State'), 'WA');
  await tabTo(page.getByLabel('Packaging'));
  await page.keyboard.press('ArrowDown');
  await typeInto(page.getByLabel('Weight of one'), '12.5');
  await tabTo(page.getByLabel('Dangerous goods'));
  await page.keyboard.press('Space');
  await typeInto(page.getByLabel('UN number'), '1263');
  await typeInto(page.getByLabel('Class or division'), '3');
  await tabTo(button(page, 'Review'));
  await page.keyboard.press('Enter');
  await tabTo(button(page, 'Send request'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Darwin NT → Broome WA' }).waitFor();
  const [row] = await freight.app.database('select id from quote order by created_at desc limit 1');
  expect((await quoteOf(freight.app, String(row?.['id']))).items).toMatchObject([
    { packaging: 'PALLET', weightKg: '12.5', dangerousGoods: { unNumber: 'UN1263', class: '3' } },
  ]);
  expect(problems).toEqual([]);
  await context.close();
});

testInBrowser(
  'a German on a phone writes numbers with a comma, and nothing runs off the screen',
  async () => {
    const { page, context, problems } = await visit(browser, freight.app, {
      ...{ as: 'customer1', at: '/customer/request-quote', locale: 'de-DE' },
      viewport: { width: 360, height: 740 },
    });
    await page.getByLabel('Gewicht eines Stücks').fill('1.5');
    await button(page, 'Prüfen').click();
    await page.getByText('Eine Zahl über 0, etwa 12,5').waitFor();
    await page.getByLabel('Gewicht eines Stücks').fill('12,125');
    for (const [name, suburb] of [
      ['Von', 'Sydney'],
      ['Nach', 'Hobart'],
    ] as const) {
      await group(page, name).getByLabel('Ort').fill(suburb);
      await group(page, name).getByLabel('Bundesstaat').fill('TAS');
    }
    const width = () => page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(await width()).toBe(0);
    await button(page, 'Prüfen').click();
    await page.getByText('12,125 kg').filter({ visible: true }).first().waitFor();
    expect(await width()).toBe(0);
    await button(page, 'Anfrage senden').click();
    await page.getByText('Wartet auf Preis').first().waitFor();
    for (const path of ['/customer/quotes', '/customer/bookings', '/customer/shipments', page.url()]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await width(), path).toBe(0);
    }
    expect(problems).toEqual([]);
    await context.close();
  },
);

testInBrowser(
  'a tracking link shows a stranger where it is and nothing else, a dead one says so',
  async () => {
    const { app, connotes } = freight;
    const { id, number } = await connotes.reach('IN_TRANSIT');
    const { trackingUrl } = await connotes.must(id);
    const path = new URL(trackingUrl).pathname;
    const { page, context, problems } = await visit(browser, app, { at: path });
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
    expect(problems).toEqual([]);

    await page.goto('/track/nobody-has-this-link');
    await page.getByRole('heading', { level: 1, name: 'This link leads nowhere' }).waitFor();
    await mustBeAccessible(page, 'a dead link');
    await context.close();
  },
);

testInBrowser(
  'every page and dialog of freight can be used with a screen reader, in the light and in the dark',
  async () => {
    const { app, acme, connotes, driver1 } = freight;
    const [id = ''] = await store(app, acme, [{ status: 'QUOTED' }]);
    const { reference } = await quoteOf(app, id);
    const delivered = await connotes.reach('IN_TRANSIT');
    const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 }, '');
    const photo = await deliveries.photo(delivered.id);
    await deliveries.deliver(delivered.id, { receivedBy: 'Kim Lee', photoIds: [photo] });
    const { number } = await connotes.reach('CONFIRMED');
    const { page, context, problems } = await visit(browser, app, {
      as: 'customer1',
      at: '/customer/quotes',
    });
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
    expect(await group(page, 'From').getByLabel('Suburb').inputValue()).toBe('Sydney');
    await button(page, 'Review').click();
    await page.getByText('Required').first().waitFor();
    await mustBeAccessible(page, 'a form with errors');
    await dialog(page.getByRole('link', { name: 'Bookings' }), 'Leave without sending?');
    expect(problems).toEqual([]);
    await context.close();
  },
);
