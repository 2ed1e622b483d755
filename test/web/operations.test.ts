import { expect } from 'vitest';
import { PriceQuoteDocument, SaveRateDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, requested } from '../support/quotes.js';
import { button, heading } from '../support/session-pages.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(startFreight);

testInBrowser('a quote gets the price that the rates suggest, and the customer is mailed it', async () => {
  const { app } = portal;
  const rate = {
    service: 'STANDARD',
    base: '80',
    perKg: '0.55',
    minimum: '120',
    validFrom: '2020-01-01',
  } as const;
  await app.ask(SaveRateDocument, { input: { ...rate, currency: 'AUD' } }, 'operations1');
  const id = await requested(app, 'customer1');
  const { reference } = await quoteOf(app, id);
  const page = await portal.open({ as: 'operations1', at: '/operations/dashboard' });
  await page.getByRole('link', { name: 'Quotes to price' }).click();
  await page.waitForURL(/\/operations\/quotes\?status=PENDING$/);
  await page.getByRole('cell', { name: 'Acme Beverages' }).waitFor();
  await mustBeAccessible(page, 'quotes of all customers');
  await page.getByRole('link', { name: 'Sydney NSW → Melbourne VIC' }).click();
  await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
  await page.getByText('135.00').waitFor();
  await mustBeAccessible(page, 'a quote to price');
  await button(page, 'Set price').click();
  await page.getByText('Required').waitFor();
  await page.getByLabel('Valid until').fill('2020-01-01');
  await button(page, 'Use it').click();
  await expect.poll(() => page.getByLabel('Amount, AUD').inputValue()).toBe('135.00');
  await button(page, 'Set price').click();
  await page.getByText('Not before ').waitFor();
  await page.getByLabel('Valid until').fill('2999-12-31');
  const said = await listenToToasts(page);
  await button(page, 'Set price').click();
  await said('The price is set');
  await button(page, 'Set price').waitFor({ state: 'detached' });
  expect(await quoteOf(app, id)).toMatchObject({
    ...{ status: 'QUOTED', totalAmount: '135.00', validUntil: '2999-12-31' },
  });
  const mails = await app.database('select subject from mail where subject like $1', [`%${reference}%`]);
  expect(mails.length).toBeGreaterThan(0);
});

testInBrowser('a price is not lost if the quote was priced by somebody else meanwhile', async () => {
  const { app } = portal;
  const id = await requested(app, 'customer2');
  const { reference } = await quoteOf(app, id);
  const page = await portal.open({ as: 'operations1', at: `/operations/quotes/${reference}` });
  await page.getByLabel('Amount').fill('250.50');
  await app.ask(PriceQuoteDocument, { input: { id, totalAmount: '240' } }, 'admin1');
  await button(page, 'Set price').click();
  await page.getByRole('alert').getByText('the quote is now “Priced”').waitFor();
  await page.getByText('240.00').waitFor();
  expect(await page.getByLabel('Amount').inputValue()).toBe('250.50');
  await button(page, 'Discard what I typed').click();
  await page.getByLabel('Amount').waitFor({ state: 'detached' });
  await button(page, 'Reject').click();
  await page.getByRole('dialog').getByLabel('Why').fill('Sold the goods');
  await mustBeAccessible(page, 'to reject a quote');
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('listitem').getByText('Sold the goods').waitFor();
  expect((await quoteOf(app, id)).status).toBe('REJECTED');
});

testInBrowser('a German on a phone sets a price with a comma', async () => {
  const { app } = portal;
  const id = await requested(app, 'customer1');
  const page = await portal.open({
    ...{ as: 'operations1', at: `/operations/quotes/${(await quoteOf(app, id)).reference}` },
    ...{ locale: 'de-DE', viewport: { width: 360, height: 740 } },
  });
  await page.getByLabel('Betrag, AUD').fill('1250.50');
  await button(page, 'Preis setzen').click();
  await page.getByText('Eine Zahl über 0, etwa 450,00').waitFor();
  await page.getByLabel('Betrag, AUD').fill('1250,50');
  await mustFit(page);
  await mustBeAccessible(page, 'a quote to price in German');
  await button(page, 'Preis setzen').click();
  await page.getByText('1.250,50').waitFor();
  expect((await quoteOf(app, id)).totalAmount).toBe('1250.50');
});

testInBrowser(
  'rates are added, changed and deleted, and what the service refuses stands at its field',
  async () => {
    const { app } = portal;
    await app.database('delete from rate');
    const page = await portal.open({ as: 'operations1', at: '/operations/rates' });
    await page.getByText('No rates yet').waitFor();
    await page.getByRole('link', { name: 'Add a rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    for (const [name, value] of [
      ['From state', 'nsw'],
      ['Base', '80'],
      ['Per kg', '0.55555'],
      ['Minimum', '0'],
      ['Valid from', '2020-01-01'],
    ] as const) {
      await dialog.getByLabel(name).fill(value);
    }
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('at most 4 decimals').waitFor();
    await mustBeAccessible(page, 'a rate with a refused value');
    await page.goBack();
    await page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Stay' })
      .click();
    await dialog.getByLabel('Per kg').fill('0.55');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Valid today').waitFor();
    await mustBeAccessible(page, 'rates');

    await page.getByRole('link', { name: 'NSW → Any' }).click();
    const edited = page.getByRole('dialog', { name: 'Change this rate' });
    await edited.getByLabel('Base').fill('90');
    await app.database('update rate set base = 85, version = version + 1');
    await edited.getByRole('button', { name: 'Save' }).click();
    await edited.getByText('Meanwhile it changed: NSW → Any, 85.00 AUD').waitFor();
    await edited.getByRole('button', { name: 'Save' }).click();
    await edited.waitFor({ state: 'detached' });
    expect(await app.database('select base, per_kg, minimum, origin_state from rate')).toEqual([
      { base: '90.00', per_kg: '0.5500', minimum: '0.00', origin_state: 'NSW' },
    ]);
    await page.getByRole('link', { name: 'NSW → Any' }).click();
    await edited.getByRole('button', { name: 'Delete' }).click();
    const sure = page.getByRole('dialog', { name: 'Delete this rate' });
    await mustBeAccessible(page, 'to delete a rate');
    await sure.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No rates yet').waitFor();
    expect(await app.database('select id from rate')).toEqual([]);
  },
);

testInBrowser("a customer gets nothing of operations' pages, and asks for nothing of them", async () => {
  const page = await portal.open({ as: 'customer1', at: '/account' });
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  for (const at of ['quotes', 'quotes/QT-000001', 'connotes', 'connotes/CN-000001', 'rates']) {
    await page.goto(`/operations/${at}`);
    await page.getByRole('heading', { name: 'Not for you' }).waitFor();
  }
  expect(bodies.some((body) => body.includes('PortalRefresh'))).toBe(true);
  expect(bodies.filter((body) => /PortalStaff|PortalConnote|PortalRates|PortalDrivers/.test(body))).toEqual(
    [],
  );
});
