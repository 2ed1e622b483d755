import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { AddConnoteNoteDocument } from '../../schema/operations.generated.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { quoteOf, store } from '../support/quotes.js';
import { button, inventoryRow } from '../support/session-pages.js';
import type { DemoUser } from '../support/start-app.js';

const portal = servePortal(startFreight);
const WIDTHS = [1280, 360];

/** What there is to see, so that the pages aren't empty. */
async function fill() {
  const { app, acme, connotes } = portal.served;
  const [id = ''] = await store(app, acme, [{ status: 'QUOTED', totalAmount: '1234.50' }]);
  const { reference } = await quoteOf(app, id);
  await connotes.reach('ALLOCATED');
  return { reference, ...(await connotes.reach('IN_TRANSIT')) };
}

/** Has the page be read from the right, which no language of the portal does yet. */
async function turnAround(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate('Object.assign(document.documentElement, { dir: "rtl", lang: "ar" })');
}

/** Where an element is, as a part of the window's width; null as long as it isn't shown. */
async function middleOf(page: Page, element: Locator): Promise<number | null> {
  const [box, view] = [await element.boundingBox(), page.viewportSize()];
  return box && view && (box.x + box.width / 2) / view.width;
}

/** A property of an element, or of what stands before it, as the browser shows it. */
const shown = (element: Locator, property: string, pseudo?: '::before'): Promise<string> =>
  element.evaluate(
    (one, [name, part]) => one.ownerDocument.defaultView.getComputedStyle(one, part).getPropertyValue(name),
    [property, pseudo] as const,
  );

describe('a page that is read from the right', () => {
  testInBrowser('is never wider than the screen', async () => {
    const { reference, number } = await fill();
    const places: [DemoUser, string[]][] = [
      [
        'customer1',
        [
          ...[
            '/customer/dashboard',
            '/inventory',
            `/customer/quotes/${reference}`,
            '/customer/request-quote',
          ],
          ...['/customer/bookings', `/customer/bookings/${number}`, '/account'],
        ],
      ],
      ['operations1', ['/operations/connotes', '/dashboard/customers']],
      ['admin1', ['/admin/users', '/admin/audit', '/admin/erp']],
      ['driver1', ['/driver/dashboard']],
    ];
    for (const [as, addresses] of places) {
      const page = await portal.open({ as, at: '/account' });
      for (const address of addresses) {
        await page.goto(address);
        await turnAround(page);
        await page.waitForLoadState('networkidle');
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 740 });
          await mustFit(page, address);
        }
      }
    }
  });

  testInBrowser(
    'begins at the right, and codes and phone numbers in it are still read from the left',
    async () => {
      const { id, number } = await fill();
      await portal.app.ask(AddConnoteNoteDocument, { id, note: 'Ring twice.' }, 'operations1');
      const page = await portal.open({ as: 'customer1', at: '/inventory' });
      await turnAround(page);
      const brand = page.getByRole('link', { name: 'Portico' });
      await expect.poll(() => middleOf(page, brand)).toBeGreaterThan(0.5);
      await inventoryRow(page).click();
      const side = page.locator('[data-place="side"]');
      await expect.poll(() => middleOf(page, side)).toBeLessThan(0.5);
      const part = page.getByRole('gridcell').first();
      expect(await shown(part, 'direction')).toBe('ltr');
      expect(await shown(part, 'text-align')).toBe('right');
      await page.goto(`/customer/bookings/${number}`);
      await turnAround(page);
      const phone = page.getByRole('link', { name: '02 5550 1234' });
      expect(await shown(phone, 'direction')).toBe('ltr');
      const street = page.getByText('1 Collins St');
      expect(await shown(street, 'direction')).toBe('ltr');
      const written = page.getByRole('region', { name: 'What happened' }).getByText('Ring twice.');
      expect(await shown(written, 'direction')).toBe('ltr');
    },
  );
});

describe('where the viewer forces their own colours', () => {
  const open = (as: DemoUser, at: string) => portal.open({ as, at, forcedColors: 'active' });
  const ground = (page: Page) => shown(page.locator('html'), 'background-color');

  testInBrowser('it is seen which page, tab and row one is at', async () => {
    await fill();
    const page = await open('operations1', '/operations/connotes');
    const canvas = await ground(page);
    for (const links of ['Pages', 'By status']) {
      const current = page.getByRole('navigation', { name: links }).locator('[aria-current]').first();
      const other = page.getByRole('navigation', { name: links }).locator('a:not([aria-current])').first();
      expect(await shown(current, 'border-block-end-color')).not.toBe(canvas);
      expect(await shown(other, 'border-block-end-color')).toBe(canvas);
    }
    await page.getByRole('checkbox').nth(1).check();
    expect(await shown(page.locator('tr[data-selected]'), 'outline-style')).toBe('dashed');
    expect(await shown(page.locator('tbody td[data-look="status"] > *').first(), 'outline-style')).toBe(
      'solid',
    );

    await page.goto('/inventory');
    await inventoryRow(page).click();
    const row = page.locator('[role="row"][aria-selected="true"]');
    expect(await shown(row, 'border-inline-start-width', '::before')).toBe('6px');
  });

  testInBrowser(
    'it is seen what has the focus, what is most likely to be pressed, and how far a booking is',
    async () => {
      const { reference, number } = await fill();
      const page = await open('customer1', `/customer/quotes/${reference}`);
      const canvas = await ground(page);
      const approve = button(page, 'Approve');
      expect(await shown(approve, 'background-color')).not.toBe(canvas);
      expect(await shown(approve, 'color')).toBe(canvas);
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus-visible');
      expect(await shown(focused, 'outline-style')).toBe('solid');
      expect(await shown(focused, 'outline-color')).not.toBe(canvas);

      await page.goto(`/customer/bookings/${number}`);
      const happened = page.getByRole('listitem').filter({ hasText: 'Booked' });
      expect(await shown(happened, 'background-color', '::before')).not.toBe(canvas);

      await page.goto('/inventory');
      await button(page, 'Views').click();
      await page.getByRole('menuitem').or(page.getByRole('menuitemradio')).first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await shown(page.locator('[data-highlighted]'), 'outline-style')).toBe('solid');
    },
  );
});
