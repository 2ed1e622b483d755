import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

/**
 * Rules that a list over the page breaks for a reason: it is in no landmark, the rest of the page is hidden from screen
 * readers while it is open, and what keeps the focus in it can be focused, hidden.
 */
const NOT_OF_LISTS = ['region', 'page-has-heading-one', 'aria-hidden-focus'];

/** Opens what a button opens, looks at it, and closes it. */
async function lookAt(page: Page, name: string, role: 'dialog' | 'listbox' | 'menu'): Promise<void> {
  await page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('combobox', { name, exact: true }))
    .first()
    .click();
  await page.getByRole(role).waitFor();
  await mustBeAccessible(page, name, role === 'dialog' ? [] : NOT_OF_LISTS);
  await page.keyboard.press('Escape');
  await page.getByRole(role).waitFor({ state: 'detached' });
}

testInBrowser('every part can be used with a screen reader, in the light and in the dark', async () => {
  const page = await portal.open({ at: '/parts' });
  await heading(page, 'Parts').waitFor();
  await mustBeAccessible(page, 'parts');
  await lookAt(page, 'Open a dialog', 'dialog');
  await lookAt(page, 'Open a panel', 'dialog');
  await lookAt(page, 'Ask, failed', 'dialog');
  await lookAt(page, 'Menu', 'menu');
  await lookAt(page, 'Warehouse', 'listbox');
  await lookAt(page, 'Bin', 'listbox');
});

testInBrowser('every part fits on a phone, and a text is copied where the browser forbids it', async () => {
  const page = await portal.open({
    at: '/parts',
    viewport: { width: 360, height: 740 },
  });
  await heading(page, 'Parts').waitFor();
  await mustBeAccessible(page, 'parts on a phone');
  await mustFit(page);
  await page.getByRole('button', { name: 'Show a long toast' }).click();
  const toast = page.getByRole('dialog', { name: /^A link is on its way/ });
  // It stays while one points at it.
  await toast.hover();
  await toast.getByRole('button', { name: 'Close' }).click();
  await toast.waitFor({ state: 'detached' });
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
  await page.getByRole('button', { name: 'Copy: lot' }).click();
  await page.getByRole('textbox', { name: 'Copy it from here: lot' }).waitFor();
  await expect.poll(() => page.evaluate('String(getSelection())')).toBe('L26-0228-A');
});
