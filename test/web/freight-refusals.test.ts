import type { Page } from 'playwright-core';
import { beforeEach, expect } from 'vitest';
import { ApproveQuoteDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { descriptionOf } from '../support/accessible-description.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, requested, store } from '../support/quotes.js';
import { writeQuote } from '../support/session-pages.js';

const portal = servePortal(startFreight);
let page: Page;
beforeEach(async () => {
  page = await portal.open({ as: 'customer1', at: '/customer/quotes', withoutLive: true });
});

/** A priced quote of customer1's. */
async function priced(): Promise<{ id: string; reference: string }> {
  const [id = ''] = await store(portal.app, portal.served.acme, [{ status: 'QUOTED' }]);
  return { id, reference: (await quoteOf(portal.app, id)).reference };
}

const expire = (id: string) =>
  portal.app.database("update quote set valid_until = '2020-01-01' where id = $1", [id]);
const button = (name: string) => page.getByRole('button', { name, exact: true });

testInBrowser('a rejected quote keeps the reason that the customer gave', async () => {
  const { id, reference } = await priced();
  await page.goto(`/customer/quotes/${reference}`);
  await button('Reject').click();
  const dialog = page.getByRole('dialog', { name: 'Reject this quote' });
  await dialog.getByLabel('Why').fill('Too dear');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').getByText('Too dear').waitFor();
  await button('Approve').waitFor({ state: 'detached' });
  const { status, events } = await quoteOf(portal.app, id);
  expect({ status, note: events.at(-1)?.note }).toEqual({ status: 'REJECTED', note: 'Too dear' });
});

testInBrowser('a price that has expired meanwhile is not approved, and the page says so', async () => {
  const { id, reference } = await priced();
  await page.goto(`/customer/quotes/${reference}`);
  await button('Approve').waitFor();
  await expire(id);
  await button('Approve').click();
  await page.getByRole('alert').getByText('the quote is now “Expired”').waitFor();
  await button('Approve').waitFor({ state: 'detached' });
  expect((await quoteOf(portal.app, id)).status).toBe('EXPIRED');
});

testInBrowser('a reason is not lost if the quote was decided elsewhere while it was typed', async () => {
  const { id, reference } = await priced();
  await page.goto(`/customer/quotes/${reference}`);
  await button('Reject').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('Too dear');
  await portal.app.ask(ApproveQuoteDocument, { id }, 'customer1');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.getByText('the quote is now “Approved”').waitFor();
  expect(await dialog.getByLabel('Why').inputValue()).toBe('Too dear');
  expect((await quoteOf(portal.app, id)).status).toBe('APPROVED');
});

testInBrowser("another customer's quote looks like one that doesn't exist", async () => {
  await page.goto('/customer/quotes');
  const foreign = await quoteOf(portal.app, await requested(portal.app, 'customer2'));
  for (const reference of [foreign.reference, 'QT-999999']) {
    await page.goto(`/customer/quotes/${reference}`);
    await page.getByRole('heading', { name: 'Not there, or not yours' }).waitFor();
    await page.getByText(`There is no quote ${reference} that you may see.`).waitFor();
  }
  await page.goto('/customer/bookings/CN-999999');
  await page.getByText('There is no booking CN-999999 that you may see.').waitFor();
});

testInBrowser('a login that belongs to no company is told so, and keeps what it typed', async () => {
  const other = await portal.open({ as: 'customerall', at: '/customer/request-quote' });
  await writeQuote(other);
  await other.getByRole('button', { name: 'Review' }).click();
  await other.getByRole('button', { name: 'Send request' }).click();
  await other.getByRole('alert').getByText('Your login belongs to no company yet.').waitFor();
  await other.getByText('Hobart TAS').first().waitFor();
});

testInBrowser(
  'what was typed survives a session that ends, and is asked about before it is left',
  async () => {
    await page.goto('/customer/request-quote');
    for (const [group, suburb] of [
      ['From', 'Cairns'],
      ['To', 'Hobart'],
    ] as const) {
      await page.getByRole('group', { name: group }).getByLabel('Suburb').fill(suburb);
      await page.getByRole('group', { name: group }).getByLabel('State').fill('QLD');
    }
    await page.getByLabel('Weight of one').fill('7.5');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Bookings' }).click();
    await page.getByRole('dialog', { name: 'Leave without sending?' }).waitFor();
    await button('Stay').click();
    expect(await page.getByLabel('Weight of one').inputValue()).toBe('7.5');

    await portal.app.database(
      'delete from session where user_id = (select id from portal_user where username = $1)',
      ['customer1'],
    );
    await button('Review').click();
    await button('Send request').click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.locator('input[type=password]').fill('password123');
    await again.locator('input[type=password]').press('Enter');
    await page.waitForURL(/\/customer\/quotes\/QT-/);
    await page.getByRole('heading', { level: 1, name: 'Cairns QLD → Hobart QLD' }).waitFor();
  },
);

testInBrowser(
  'a German is told in German what the server refuses, at the field that it is about',
  async () => {
    const german = await portal.open({ as: 'customer1', at: '/customer/request-quote', locale: 'de-DE' });
    const from = german.getByRole('group', { name: 'Von' });
    for (const [name, suburb] of [
      ['Von', 'Cairns'],
      ['Nach', 'Hobart'],
    ] as const) {
      const address = german.getByRole('group', { name, exact: true });
      await address.getByLabel('Ort').fill(suburb);
      await address.getByLabel('Bundesstaat').fill('QLD');
    }
    await from.getByLabel('Postleitzahl').fill('?');
    await from.getByLabel('Telefon').fill('ruf an');
    await german.getByLabel('Gewicht je Stück').fill('123456');
    await german.getByLabel('Abholung am').fill('2020-01-01');
    await german.getByRole('button', { name: 'Prüfen' }).click();
    await german.getByRole('button', { name: 'Anfrage senden' }).click();
    for (const [label, words] of [
      ['Postleitzahl', 'Geben Sie eine Postleitzahl ein, etwa 2000.'],
      ['Telefon', 'Geben Sie eine Telefonnummer ein, etwa +61 2 5550 1234.'],
      ['Gewicht je Stück', 'mehr als 0, weniger als 100.000 und höchstens 3 Nachkommastellen.'],
      ['Abholung am', /^Nicht vor dem \d+\. \S+ 20\d\d\.$/m],
    ] as const) {
      const field = german.getByLabel(label).and(german.locator('[aria-invalid=true]'));
      await expect.poll(() => descriptionOf(field)).toMatch(words);
    }
    expect(await german.locator('main').textContent()).not.toMatch(/wanted|found/);
    await mustBeAccessible(german, 'a request that was refused, in German');
  },
);
