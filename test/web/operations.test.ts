import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PriceQuoteDocument, SaveRateDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, requested } from '../support/quotes.js';
import { button, heading } from '../support/session-pages.js';
import { listenToToasts } from '../support/toasts.js';

const portal = servePortal(startFreight);

const noSidewaysScroll = (page: Page) =>
  expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'))
    .toBe(true);

/** Chooses a driver in a field that searches. */
async function chooseDriver(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Driver' }).last().fill(typed);
  await page.getByRole('option', { name }).click();
}

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
  expect(await page.getByLabel('Amount, AUD').inputValue()).toBe('135.00');
  await button(page, 'Set price').click();
  await page.getByText('wanted a day from').waitFor();
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

testInBrowser('two are confirmed and allocated at once, and one that is refused says why', async () => {
  const { connotes, driver2 } = portal.served;
  const [one, two, three] = [
    await connotes.reach('PENDING'),
    await connotes.reach('PENDING'),
    await connotes.reach('PENDING'),
  ];
  await connotes.price(one.id);
  await connotes.price(two.id);
  const page = await portal.open({ as: 'operations1', at: '/operations/connotes?status=PENDING' });
  for (const { number } of [one, two, three]) await page.getByLabel(`Select ${number}`).check();
  await page.getByText('3 selected').waitFor();
  await mustBeAccessible(page, 'connotes of all customers');
  await button(page, 'Confirm').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('2 of 3 done').waitFor();
  await dialog
    .getByRole('listitem')
    .filter({ hasText: three.number })
    .getByText('It has no price yet.')
    .waitFor();
  await mustBeAccessible(page, 'what became of each connote');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('1 selected').waitFor();
  await button(page, 'Select none').click();
  for (const { id } of [one, two]) expect((await connotes.must(id)).status).toBe('CONFIRMED');

  await page
    .getByRole('navigation', { name: 'By status' })
    .getByRole('link', { name: /^Confirmed/ })
    .click();
  for (const { number } of [one, two]) await page.getByLabel(`Select ${number}`).check();
  await button(page, 'Allocate to a driver …').click();
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('Required').waitFor();
  await chooseDriver(page, 'dan', 'Dana Driver');
  await connotes.move({ id: two.id, to: 'CANCELLED' }, 'operations1');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('1 of 2 done').waitFor();
  await dialog.getByText('It is “Cancelled”.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await connotes.must(one.id)).toMatchObject({ status: 'ALLOCATED', driver: { id: driver2.id } });
});

testInBrowser('of two operators who allocate the same connote, the second sees who has it', async () => {
  const { connotes, driver1, driver2 } = portal.served;
  const { id, number } = await connotes.reach('CONFIRMED');
  const page = await portal.open({ as: 'operations1', at: `/operations/connotes/${number}` });
  await button(page, 'Allocate to a driver').click();
  const dialog = page.getByRole('dialog', { name: 'Allocate to a driver' });
  await chooseDriver(page, 'driver1', 'driver1');
  await connotes.move({ id, to: 'ALLOCATED', driverId: driver2.id }, 'admin1');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('the connote is now “Driver assigned”, and Dana Driver has it.').waitFor();
  expect(await dialog.getByRole('combobox').inputValue()).toBe('driver1');
  await mustBeAccessible(page, 'a connote that somebody else allocated');
  expect((await connotes.must(id)).driver?.id).toBe(driver2.id);
  await dialog.getByRole('button', { name: 'Allocate anyway' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await connotes.must(id)).driver?.id).toBe(driver1);

  // The status stays where only the driver changes.
  await button(page, 'Change the driver').click();
  const again = page.getByRole('dialog', { name: 'Allocate to a driver' });
  await chooseDriver(page, 'Dana', 'Dana Driver');
  const third = await portal.served.accounts.made({ role: 'DRIVER', displayName: 'Kim Third' });
  await connotes.move({ id, to: 'ALLOCATED', driverId: third.id }, 'admin1');
  await again.getByRole('button', { name: 'Allocate' }).click();
  await again.getByText('Kim Third has it').waitFor();
  expect((await connotes.must(id)).driver?.id).toBe(third.id);
});

testInBrowser(
  'a connote is priced, confirmed, noted and cancelled, and a price that came too late is not lost',
  async () => {
    const { connotes } = portal.served;
    const { id, number } = await connotes.reach('PENDING');
    const page = await portal.open({ as: 'admin1', at: `/operations/connotes/${number}` });
    const amount = page.getByLabel('Amount, AUD');
    await amount.fill('300');
    expect(await button(page, 'Confirm').count()).toBe(0);
    await connotes.price(id, '310');
    await button(page, 'Set price').click();
    await page.getByText('Its price is 310.00 AUD.').waitFor();
    expect(await amount.inputValue()).toBe('300');
    await button(page, 'Set price').click();
    await page.getByText('300.00').first().waitFor();
    await button(page, 'Confirm').click();
    await button(page, 'Set price').waitFor({ state: 'detached' });
    await page.getByLabel('Note').fill('Gate 4 is closed');
    await button(page, 'Add note').click();
    await page.getByRole('listitem').getByText('Gate 4 is closed').waitFor();
    await mustBeAccessible(page, 'a connote');
    await button(page, 'Cancel connote').click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this connote' });
    await dialog.getByLabel('Why').fill('No truck');
    await mustBeAccessible(page, 'to cancel a connote');
    await dialog.getByRole('button', { name: 'Cancel connote' }).click();
    await page.getByRole('listitem').getByText('No truck').waitFor();
    expect(await connotes.must(id)).toMatchObject({ status: 'CANCELLED', totalAmount: '300.00' });
  },
);

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

testInBrowser('the board shows what is still to do by status, also on a phone', async () => {
  const { connotes, driver2 } = portal.served;
  const { number } = await connotes.reach('ALLOCATED');
  const page = await portal.open({
    ...{ as: 'operations1', at: `/operations/connotes?view=board&search=${number}` },
    viewport: { width: 360, height: 740 },
  });
  const column = page.getByRole('region', { name: /^Driver assigned/ });
  await column.getByText(number).waitFor();
  await column.getByText('driver1').waitFor();
  await mustBeAccessible(page, 'the board');
  await noSidewaysScroll(page);
  await column.getByRole('link', { name: 'Show all' }).click();
  await page.waitForURL(/status=ALLOCATED/);
  await page.getByLabel(`Select ${number}`).check();
  await noSidewaysScroll(page);
  await mustBeAccessible(page, 'connotes on a phone');
  await page.goto(`/operations/connotes?driver=${driver2.id}&search=${number}`);
  await page.getByText('Nothing matches').waitFor();
  expect(await page.getByRole('combobox', { name: 'Driver' }).inputValue()).toBe('Dana Driver');
  await page.goto(`/operations/connotes/${number}`);
  await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
  await noSidewaysScroll(page);
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
  expect(bodies.filter((body) => /PortalStaff|PortalConnote|PortalRates|PortalDrivers/.test(body))).toEqual(
    [],
  );
});
