import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { PriceQuoteDocument } from '../../schema/operations.generated.js';
import { launchBrowser, testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { Deliveries } from '../support/deliveries.js';
import { hasFocus, isLoaded, visit } from '../support/freight-pages.js';
import { picture } from '../support/images.js';
import { quoteOf } from '../support/quotes.js';

let freight: Awaited<ReturnType<typeof startFreight>>;
let browser: Browser;
beforeAll(async () => {
  [freight, browser] = await Promise.all([startFreight(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await freight?.app.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function fillLane(page: Page): Promise<void> {
  const [from, to] = [page.getByRole('group', { name: 'From' }), page.getByRole('group', { name: 'To' })];
  await from.getByLabel('Suburb').fill('Sydney');
  await from.getByLabel('State').fill('nsw');
  await from.getByLabel('Postcode').fill('2000');
  await to.getByLabel('Suburb').fill('Melbourne');
  await to.getByLabel('State').fill('VIC');
}

async function fillGoods(page: Page): Promise<void> {
  const first = page.getByRole('group', { name: 'Item 1' });
  await first.getByLabel('Packaging').selectOption('Pallet');
  await first.getByLabel('Quantity').fill('2');
  await first.getByLabel('Weight of one').fill('180.005');
  await first.getByLabel('Length').fill('120');
  await first.getByLabel('Width').fill('80');
  await first.getByLabel('Height').fill('110.5');
  await page.getByRole('button', { name: 'Add another item' }).click();
  const second = page.getByRole('group', { name: 'Item 2' });
  await second.getByLabel('Weight of one').fill('20');
  await second.getByLabel('Dangerous goods').check();
  await second.getByLabel('UN number').fill('12');
  await second.getByLabel('Class or division').fill('3');
}

testInBrowser(
  'a customer asks for a price, books it, and sees it delivered with signature and photo',
  async () => {
    const { app, connotes, acme, driver1 } = freight;
    const { page, context, problems } = await visit(browser, app, {
      as: 'customer1',
      at: '/customer/request-quote',
    });

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

    const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 }, '');
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

    for (const [button, file] of [
      ['Consignment note (PDF)', 'connote.pdf'],
      ['Labels (PDF)', 'label.pdf'],
    ] as const) {
      const answered = context.waitForEvent('response', (response) => response.url().includes(file));
      await page.getByRole('button', { name: button }).click();
      const paper = await answered;
      expect(paper.status()).toBe(200);
      expect(paper.headers()['content-type']).toBe('application/pdf');
    }

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Book again' }).isVisible()).toBe(false);
    expect(await page.getByText('220 Dock Street').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: 'Book again' }).click();
    await page.getByText('This is a draft.').waitFor();
    await page.getByRole('button', { name: 'Submit booking' }).click();
    await page.getByText('This is a draft.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Cancel booking' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Ordered twice');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
    await page.getByRole('listitem').getByText('Ordered twice').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  },
);
