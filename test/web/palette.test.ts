import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, store } from '../support/quotes.js';
import { heading } from '../support/session-pages.js';

const portal = servePortal(startFreight);

/** What the pages of the staff ask for. */
const OF_STAFF = /query Portal(Staff|Connote|Rates|Drivers|Customers|Users|Operations|Admin)/;
const palette = (page: Page) => page.getByRole('combobox', { name: /A page, a name/ });
/** What the palette offers under a name, which the search of the inventory has within its own. */
const option = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(`^${name}`) });

/** The reference of a new quote of a customer. */
async function quoteFor(customerId: string): Promise<string> {
  const [id = ''] = await store(portal.app, customerId, [{ status: 'QUOTED' }]);
  return (await quoteOf(portal.app, id)).reference;
}

/** Writes down what a page sends from now on. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  return sent;
}

/** What the palette asked the server to look through. */
const lookedThrough = (sent: readonly string[]): object[] =>
  sent.filter((body) => body.includes('PortalFind')).map((body) => JSON.parse(body).variables);

/** Opens the palette, and looks for something that the server doesn't find: only the inventory is offered. */
async function findNothing(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const answered = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes(`"search":"${text}"`)),
  );
  await palette(page).fill(text);
  await answered;
  await page.getByText('Looking …').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.getByRole('option').allTextContents())
    .toEqual([`Search the inventory for “${text}”`]);
  await page.keyboard.press('Escape');
}

testInBrowser(
  'by a few letters one is at a page, a quote or a customer, and nobody finds more than their role may see',
  async () => {
    const reference = await quoteFor(portal.served.acme);
    const page = await portal.open({ as: 'operations1', at: '/operations/dashboard' });
    const sent = listen(page);
    await page.keyboard.press('Control+k');
    await palette(page).fill(reference.toLowerCase());
    await option(page, reference).waitFor();
    await mustBeAccessible(page, 'the palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/operations/quotes/${reference}`);

    await page.keyboard.press('Control+k');
    await palette(page).fill('rat');
    await option(page, 'Rates').click();
    await heading(page, 'Rates').waitFor();

    await page.keyboard.press('Control+k');
    await palette(page).fill('zenith');
    await option(page, 'Zenith Pharma').click();
    await heading(page, 'Zenith Pharma').waitFor();

    await findNothing(page, 'warehouse1');
    for (const asked of lookedThrough(sent)) expect(asked).toMatchObject({ users: false });
  },
);

testInBrowser(
  'a customer finds their pages, freight and stock by a few letters, and nothing of others or of the staff',
  async () => {
    const { app, connotes, acme, zenith } = portal.served;
    const [mine, theirs] = [await quoteFor(acme), await quoteFor(zenith)];
    const { number } = await connotes.reach('CONFIRMED');
    const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
    const sent = listen(page);
    await page.keyboard.press('Control+k');
    await palette(page).fill('ship');
    await option(page, 'Shipments').click();
    await heading(page, 'On the way').waitFor();
    await page.keyboard.press('Control+k');
    await palette(page).fill(mine);
    await option(page, mine).click();
    await page.waitForURL(`**/customer/quotes/${mine}`);
    await page.keyboard.press('Control+k');
    await palette(page).fill(number);
    await option(page, number).click();
    await page.waitForURL(`**/customer/bookings/${number}`);

    const rows = async (as: 'customer1' | 'admin1') =>
      (
        await app.ask<{ inventory: { totalCount: number } }, object>(
          '{ inventory(first: 1, filter: { search: "syrup" }) { totalCount } }',
          {},
          as,
        )
      ).data?.inventory.totalCount ?? 0;
    const own = await rows('customer1');
    expect(own).toBeLessThan(await rows('admin1'));
    await page.keyboard.press('Control+k');
    await palette(page).fill('syrup');
    await option(page, 'Search the inventory for “syrup”').click();
    await page.waitForURL(/\/inventory\?q=syrup$/);
    await page.getByText(`${own.toLocaleString('en-AU')} rows`).waitFor();

    // Of another customer, pages of the staff, another customer and a login.
    for (const text of [theirs, 'rates', 'users', 'zenith', 'operations1']) await findNothing(page, text);
    const asked = lookedThrough(sent);
    expect(asked.length).toBeGreaterThan(0);
    for (const variables of asked) expect(variables).toMatchObject({ customers: false, users: false });
    expect(sent.filter((body) => OF_STAFF.test(body))).toEqual([]);
  },
);
