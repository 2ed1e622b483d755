import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PriceQuoteDocument } from '../../schema/operations.generated.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { Deliveries } from '../support/deliveries.js';
import { fillGoods, fillLane, hasFocus, isLoaded, printAll } from '../support/freight-pages.js';
import { picture } from '../support/images.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf } from '../support/quotes.js';

const portal = servePortal(startFreight);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Asks for a price; a value that the server refuses is shown at its field. @returns the quote's id */
async function askForPrice(page: Page): Promise<string> {
  const { app } = portal;
  await fillLane(page);
  await fillGoods(page);
  // 2 × 1.2 m × 0.8 m × 1.105 m × 250 kg/m³, exactly.
  await page.getByText('530.4 kg').first().waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('heading', { name: 'Is this right?' }).waitFor();
  await page.getByLabel('UN number').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Send request' }).click();
  const refused = page.getByRole('group', { name: 'Item 2' }).getByLabel('UN number');
  await page.getByText('four digits, such as UN1263').waitFor();
  await expect.poll(() => hasFocus(refused)).toBe(true);
  expect(await refused.getAttribute('aria-invalid')).toBe('true');
  await refused.fill('UN1263');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Send request' }).click();

  await page.waitForURL(/\/customer\/quotes\/QT-/);
  await heading(page).getByText('Sydney NSW → Melbourne VIC').waitFor();
  const reference = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const [row] = await app.database('select id from quote where reference = $1', [reference]);
  const id = String(row?.['id']);
  const asked = await quoteOf(app, id);
  expect(asked).toMatchObject({ weightKg: '380.01', cubicWeightKg: '530.4', chargeableWeightKg: '530.4' });
  expect(asked.items[1]).toMatchObject({
    weightKg: '20',
    dangerousGoods: { unNumber: 'UN1263', class: '3', packingGroup: null },
  });
  return id;
}

/** Approves the price that staff have set, and books. @returns the booking's id and number */
async function approveAndBook(page: Page, id: string): Promise<{ connoteId: string; number: string }> {
  const { app, connotes } = portal.served;
  await app.ask(PriceQuoteDocument, { input: { id, totalAmount: '1310.5' } }, 'operations1');
  await page.reload();
  await page.getByText('1,310.50').waitFor();
  await page.getByText('14 days left').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('link', { name: 'Book this shipment' }).click();
  await page.getByRole('group', { name: 'Deliver to' }).getByLabel('Street').fill('220 Dock Street');
  await page.getByLabel('What the driver must know').fill('Gate 4');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Book now' }).click();

  await page.waitForURL(/\/customer\/bookings\/CN-/);
  const number = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const [booked] = await app.database('select id from connote where number = $1', [number]);
  const connoteId = String(booked?.['id']);
  expect(await connotes.must(connoteId)).toMatchObject({
    status: 'PENDING',
    totalAmount: '1310.50',
    instructions: 'Gate 4',
    delivery: { street: '220 Dock Street', suburb: 'Melbourne' },
  });
  return { connoteId, number };
}

/** The driver delivers, and the customer sees who received it. */
async function seeDelivered(page: Page, connoteId: string, number: string): Promise<void> {
  const { app, connotes, acme, driver1 } = portal.served;
  const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 });
  await connotes.move({ id: connoteId, to: 'CONFIRMED', estimatedDeliveryOn: '2999-12-30' }, 'operations1');
  await connotes.move({ id: connoteId, to: 'ALLOCATED', driverId: driver1 }, 'operations1');
  await connotes.move({ id: connoteId, to: 'IN_TRANSIT' }, 'driver1');
  await page.goto('/customer/shipments');
  const onTheWay = page.getByRole('row', { name: new RegExp(number) });
  await onTheWay.getByText('30 Dec 2999').waitFor();
  const photo = await deliveries.photo(connoteId, '?kind=DELIVERY');
  const signaturePng = (await picture(200, 80).png().toBuffer()).toString('base64');
  const proof = { receivedBy: 'Kim Lee', photoIds: [photo], signaturePng };
  expect((await deliveries.deliver(connoteId, proof)).errors).toEqual([]);

  await onTheWay.getByRole('link').click();
  await page.getByRole('heading', { name: 'Proof of delivery' }).waitFor();
  await page.getByText('Kim Lee').first().waitFor();
  await expect.poll(() => isLoaded(page.getByAltText('Signature of Kim Lee'))).toBe(true);
  await page.getByRole('button', { name: 'Enlarge photo 1: Delivery' }).click();
  const large = page.getByRole('dialog').getByRole('img');
  await expect.poll(() => isLoaded(large)).toBe(true);
  await page.keyboard.press('Escape');
}

/** Books the same again: a draft, submitted, cancelled with a reason. */
async function bookAgainAndCancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Book again' }).click();
  await page.getByText('This is a draft.').waitFor();
  await page.getByRole('button', { name: 'Submit booking' }).click();
  await page.getByText('This is a draft.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('Ordered twice');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
  await page.getByRole('listitem').getByText('Ordered twice').waitFor();
}

testInBrowser(
  'a customer asks for a price, books it, and sees it delivered with signature and photo',
  async () => {
    const page = await portal.open({ as: 'customer1', at: '/customer/request-quote' });
    const id = await askForPrice(page);
    const { connoteId, number } = await approveAndBook(page, id);
    await seeDelivered(page, connoteId, number);
    await printAll(page);
    await bookAgainAndCancel(page);
  },
);
