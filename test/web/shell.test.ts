import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { hasFocus } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { heading, inventoryRow } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

const pages = (page: Page, name = 'Pages') => page.getByRole('navigation', { name });
const currentPage = (page: Page, name = 'Pages') =>
  pages(page, name).locator('[aria-current=page]').textContent();
const focused = (page: Page) => page.evaluate('document.activeElement.tagName');

testInBrowser('who navigates is told the new page, and stays where they are on the same one', async () => {
  const viewport = { width: 1024, height: 400 };
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard', viewport });
  await page.getByText(/as the ERP had it:/).waitFor();
  expect(await focused(page)).toBe('BODY');
  // The router remembers what it was told: by an event, which comes with the next frame.
  await page.evaluate(
    "new Promise((told) => { addEventListener('scroll', told, { once: true, capture: true }); scrollTo(0, 120); }).then(() => {})",
  );
  // A click would first scroll to the link.
  await pages(page).getByRole('link', { name: 'Inventory' }).dispatchEvent('click');
  await expect.poll(() => hasFocus(heading(page, 'Inventory'))).toBe(true);
  await page.goBack();
  await expect.poll(() => hasFocus(heading(page, 'Dashboard'))).toBe(true);
  await expect.poll(() => page.evaluate('scrollY')).toBe(120);
  await page.goForward();
  await expect.poll(() => hasFocus(heading(page, 'Inventory'))).toBe(true);
  expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).outlineStyle")).toBe('none');
  await expect.poll(() => currentPage(page)).toBe('Inventory');
  await inventoryRow(page).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(page.getByRole('grid'))).toBe(true);

  await pages(page).getByRole('link', { name: 'Dashboard' }).click();
  await expect.poll(() => hasFocus(heading(page, 'Dashboard'))).toBe(true);
  await expect.poll(() => page.evaluate('scrollY')).toBe(0);
});

testInBrowser('the content is reached past the links by one key, on a page of any address', async () => {
  const page = await portal.open({ as: 'warehouse1', at: '/inventory' });
  await inventoryRow(page).waitFor();
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/inventory');
});

testInBrowser('on a phone the pages are behind one button, by keyboard and in German too', async () => {
  const viewport = { width: 360, height: 740 };
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard', locale: 'de-DE', viewport });
  await heading(page, 'Übersicht').waitFor();
  const menu = pages(page, 'Seiten').getByRole('button', { name: 'Menü' });
  const links = pages(page, 'Seiten').getByRole('link');
  expect(await links.count()).toBe(0);
  await menu.press('Enter');
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('true');
  await expect
    .poll(() => links.allTextContents())
    .toEqual(['Übersicht', 'Bestand', 'Angebote', 'Buchungen', 'Sendungen', 'Verlauf']);
  for (const target of [menu, ...(await links.all()), page.getByRole('button', { name: 'customer1' })])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await mustBeAccessible(page, 'the links on a phone');
  await mustFit(page);

  await page.keyboard.press('Tab');
  await expect.poll(() => hasFocus(links.first())).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(async () => [await hasFocus(menu), await links.count()]).toEqual([true, 0]);
  await menu.press('Space');
  await page.mouse.click(4, 700);
  await expect.poll(() => links.count()).toBe(0);

  await menu.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(heading(page, 'Bestand'))).toBe(true);
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => currentPage(page, 'Seiten')).toBe('Bestand');
  await mustFit(page);
});
