import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { hasFocus } from '../support/freight-pages.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, store } from '../support/quotes.js';
import { button } from '../support/session-pages.js';

const portal = servePortal(startFreight);

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

testInBrowser('a quote is requested with the keyboard alone', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/quotes' });
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
  const [row] = await portal.app.database('select id from quote order by created_at desc limit 1');
  expect((await quoteOf(portal.app, String(row?.['id']))).items).toMatchObject([
    { packaging: 'PALLET', weightKg: '12.5', dangerousGoods: { unNumber: 'UN1263', class: '3' } },
  ]);
});

testInBrowser(
  'a German on a phone writes numbers with a comma, and nothing runs off the screen',
  async () => {
    const page = await portal.open({
      ...{ as: 'customer1', at: '/customer/request-quote', locale: 'de-DE' },
      viewport: { width: 360, height: 740 },
    });
    await page.getByLabel('Gewicht je Stück').fill('1.5');
    await button(page, 'Prüfen').click();
    await page.getByText('Eine Zahl über 0, etwa 12,5').waitFor();
    await page.getByLabel('Gewicht je Stück').fill('12,125');
    for (const [name, suburb] of [
      ['Von', 'Sydney'],
      ['Nach', 'Hobart'],
    ] as const) {
      await group(page, name).getByLabel('Ort').fill(suburb);
      await group(page, name).getByLabel('Bundesstaat').fill('TAS');
    }
    const width = () => page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    await expect.poll(width).toBe(0);
    await button(page, 'Prüfen').click();
    await page.getByText('12,125 kg').filter({ visible: true }).first().waitFor();
    await expect.poll(width).toBe(0);
    await button(page, 'Anfrage senden').click();
    await page.getByText('Wartet auf Preis').first().waitFor();
    for (const path of ['/customer/quotes', '/customer/bookings', '/customer/shipments', page.url()]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(width, { message: path }).toBe(0);
    }
  },
);

testInBrowser(
  'a list is found again where it was left: status, search and page are in its address',
  async () => {
    await store(
      portal.app,
      portal.served.acme,
      Array.from({ length: 30 }, () => ({ status: 'APPROVED' })),
    );
    const page = await portal.open({ as: 'customer1', at: '/customer/quotes' });
    await page.getByRole('link', { name: 'Approved 30' }).click();
    await page.getByRole('searchbox').fill('darwin perth');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/search=darwin/);
    await page.getByRole('link', { name: /Next page/ }).click();
    await page.waitForURL(/after=/);
    // The header is a row, too.
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 5);
    await page.getByRole('link', { name: 'Perth WA → Darwin NT' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Perth WA → Darwin NT' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 5);
    await page.getByRole('link', { name: /Previous page/ }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 25);
    expect(await page.getByRole('searchbox').inputValue()).toBe('darwin perth');
    await page.getByRole('searchbox').fill('nowhere at all');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  },
);
