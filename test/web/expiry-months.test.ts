import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

const section = (page: Page, name: string) => page.getByRole('region', { name });

testInBrowser('a customer sees how much expires in each month, and comes to those very rows', async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
  const chart = section(page, 'Expires by month');
  const bars = chart.getByRole('link');
  await bars.first().waitFor();
  // What has expired, twelve months, and what is later.
  expect(await bars.count()).toBe(14);
  await chart.scrollIntoViewIfNeeded();
  await mustBeAccessible(page, 'what expires by month');
  for (const index of [0, 3, 13]) {
    const bar = bars.nth(index);
    const [, count = ''] = /([\d,]+) rows?$/.exec((await bar.textContent()) ?? '') ?? [];
    expect(count).not.toBe('');
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/inventory\?(expires=|sort=expires&expires=)/);
    await page.getByText(new RegExp(`^${count} rows? ·`)).waitFor();
    await page.goBack();
    await bars.first().waitFor();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  const german = await portal.open({ as: 'customer1', at: '/customer/dashboard', locale: 'de-DE' });
  await section(german, 'Ablauf nach Monat')
    .getByText(/^Abgelaufen vor /)
    .waitFor();
});

testInBrowser(
  'months of expiry that the service could not count to the end are not shown as empty',
  async () => {
    const page = await portal.open({ as: 'customer1', at: '/account' });
    const month = { expiresMonth: '1999-12', itemCount: 1 };
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('PortalExpiryMonths')
        ? route.fulfill({ json: { data: { inventoryGroups: Array.from({ length: 5_000 }, () => month) } } })
        : route.fallback(),
    );
    const words = 'There are too many months and units to count them here.';
    await page.goto('/customer/dashboard');
    await section(page, 'Expires by month').getByText(words).waitFor();
    await page.goto('/inventory');
    await page.locator('[aria-haspopup="dialog"]', { hasText: 'Expires' }).click();
    await page.getByText(words).waitFor();
  },
);
