import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { RecordAttemptDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { Deliveries } from '../support/deliveries.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { isLoaded } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';
import { until } from '../support/until.js';

const portal = servePortal(async () => {
  const proxy = await ErpProxy.start();
  const freight = await startFreight({
    ...proxy.settings,
    ERP_INVOICES_SQL: resolve('sql/erp/invoices.postgres.sql'),
    ERP_PAYMENTS_SQL: resolve('sql/erp/payments.postgres.sql'),
    ...{ REWARDS_POINTS_PER_UNIT: '1', PHOTOS_ENABLED: 'true' },
  });
  return { ...freight, proxy, stop: () => proxy.close() };
});

const line = (page: Page, words: string | RegExp) => page.getByRole('listitem').filter({ hasText: words });
const kinds = (page: Page, name = 'By kind') => page.getByRole('navigation', { name });

/** A delivery of customer1 that failed first, with a photo. @returns the number of the booking */
async function deliver(): Promise<string> {
  const { app, connotes, acme, driver1 } = portal.served;
  const deliveries = new Deliveries(app, { customerId: acme, driverId: driver1 });
  const { id, number } = await connotes.reach('IN_TRANSIT');
  const input = { id, reason: 'CLOSED' as const, note: 'Gate shut' };
  expect((await app.ask(RecordAttemptDocument, { input }, 'driver1')).errors).toEqual([]);
  await deliveries.photo(id, '?kind=BEFORE&note=Two%20pallets', 'operations1');
  expect((await deliveries.deliver(id, { receivedBy: 'Kim' })).errors).toEqual([]);
  return number;
}

testInBrowser(
  'a customer sees what happened day by day, finds some of it, and is told what the ERP keeps back',
  async () => {
    const { proxy } = portal.served;
    const number = await deliver();
    const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
    await button(page, 'More').click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await heading(page, 'History').waitFor();
    await line(page, /Delivery.*Delivery failed: Closed.*Gate shut/).waitFor();
    await line(page, /Points.*Earned by a delivery: \+450/).waitFor();
    await line(page, /Booking.*Price set.*450\.00 AUD/).waitFor();
    await line(page, /Invoice.*Acme Beverages/)
      .first()
      .waitFor();
    await page.getByRole('heading', { level: 2, name: '1 Nov 2026' }).waitFor();
    const thumbnail = button(page, 'Enlarge photo: Before');
    await expect.poll(() => isLoaded(thumbnail.locator('img'))).toBe(true);
    await mustBeAccessible(page, 'a history');
    await thumbnail.click();
    const photo = page.getByRole('dialog', { name: 'Photo: Before' });
    await expect.poll(() => isLoaded(photo.getByRole('img', { name: 'Two pallets' }))).toBe(true);
    await page.keyboard.press('Escape');
    await photo.waitFor({ state: 'hidden' });

    const shown = await page.getByRole('listitem').count();
    await button(page, 'Show older').click();
    await expect.poll(() => page.getByRole('listitem').count()).toBeGreaterThan(shown);
    await page.setViewportSize({ width: 360, height: 740 });
    await mustFit(page);
    await page.setViewportSize({ width: 1280, height: 720 });

    await page.getByLabel('Search').fill('gate shut');
    await page.getByLabel('From').fill('2026-11-01');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=gate(\+|%20)shut.*from=2026-11-01/);
    await expect.poll(() => page.locator('main ol > li').count()).toBe(1);
    await line(page, 'Delivery failed').getByRole('link', { name: number }).click();
    await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Search').inputValue()).toBe('gate shut');
    await kinds(page).getByRole('link', { name: 'Invoices' }).click();
    await page.getByText('Nothing matches').waitFor();
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(() => page.getByLabel('Search').inputValue()).toBe('');

    await kinds(page).getByRole('link', { name: 'Invoices' }).click();
    await expect.poll(() => line(page, 'Earned by a delivery').count()).toBe(0);
    const invoice = line(page, /^Invoice/)
      .first()
      .getByRole('link');
    const invoiceNumber = (await invoice.textContent()) ?? '';
    await invoice.click();
    await heading(page, 'Invoices').waitFor();
    await page.getByRole('heading', { name: invoiceNumber }).first().waitFor();

    await page.goto('/payments');
    const paid = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^INV-/ }) });
    await paid.first().waitFor();
    await proxy.goDown();
    await page.reload();
    await page.getByText(/^The ERP does not answer at the moment\. .*answers? (of|from)/).waitFor();
    await paid.first().waitFor();
    await page.goto('/customer/history?to=2026-10-20&from=2026-09-01');
    await page.getByText('The ERP does not answer. Left out here: Invoices, Payments.').waitFor();
    await mustBeAccessible(page, 'a history without the ERP');
    await page.goto('/customer/history?search=gate');
    await line(page, 'Delivery failed').waitFor();
    await proxy.comeUp();
    // Until the circuit is closed again, a retry finds the ERP as it was.
    await until(async () => {
      // It goes as soon as an earlier retry is answered.
      await button(page, 'Read again')
        .click({ timeout: 1_000 })
        .catch(() => {});
      return (await button(page, 'Read again').count()) === 0;
    });
    await page.getByText('The ERP does not answer.').waitFor({ state: 'detached' });
  },
);

testInBrowser("staff see the history of a customer at the customer's record, also in German", async () => {
  const { acme, zenith } = portal.served;
  const number = await deliver();
  const page = await portal.open({ as: 'operations1', at: `/dashboard/customers/${acme}` });
  await page
    .getByRole('navigation', { name: 'Parts of the customer' })
    .getByRole('link', { name: 'History' })
    .click();
  await line(page, /Invoice.*Brünnhilde Kosmetik GmbH/)
    .first()
    .waitFor();
  await kinds(page).getByRole('link', { name: 'Deliveries' }).click();
  await page.waitForURL(/kind=DELIVERY/);
  await expect.poll(() => line(page, 'Earned by a delivery').count()).toBe(0);
  await mustBeAccessible(page, "a customer's history");
  await line(page, 'Delivery failed').getByRole('link', { name: number }).click();
  await page.waitForURL(`**/operations/connotes/${number}`);
  await page.goto(`/dashboard/customers/${zenith}/history?kind=DELIVERY`);
  await page.getByText('Nothing matches').waitFor();

  const german = await portal.open({
    ...{ as: 'customer1', at: '/customer/history?kind=DELIVERY', locale: 'de-DE' },
    viewport: { width: 360, height: 740 },
  });
  await heading(german, 'Verlauf').waitFor();
  await line(german, /Zustellung.*Geschlossen/)
    .first()
    .waitFor();
  await mustFit(german);
});
