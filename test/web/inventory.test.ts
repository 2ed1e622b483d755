import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

/** The stock of customer1 that matches, in the page's order. Statuses match in any case, as the ERP compares them. */
async function stockOf(filter: object) {
  const { data } = await portal.app.ask<
    { inventory: { nodes: { lot: string; partNumber: string; status: string }[] } },
    object
  >(
    `query ($filter: InventoryFilter) {
      inventory(first: 500, filter: $filter, orderBy: [{ field: PART_NUMBER }]) { nodes { lot partNumber status } }
    }`,
    { filter },
    'customer1',
  );
  return data?.inventory.nodes ?? [];
}

/** A lot of customer1 that is in few rows, and a part that it is of. */
async function onlyLot() {
  const stock = await stockOf({ status: { equals: 'AVAILABLE' } });
  const nodes = stock.filter(({ lot }) => lot);
  const found = nodes.find(({ lot }) => nodes.filter((other) => other.lot.startsWith(lot)).length === 1);
  if (!found) throw new Error('the demo has no such lot');
  return found;
}

testInBrowser('a customer finds a lot, looks at it, and takes its rows along as a file', async () => {
  const page = await portal.open({ as: 'customer1', at: '/inventory' });
  const grid = page.getByRole('grid', { name: 'Inventory' });
  await grid.getByRole('row').nth(5).waitFor();
  await page.getByText('4,900 rows').waitFor();
  await mustBeAccessible(page, 'inventory');

  const { lot, partNumber } = await onlyLot();
  await page.keyboard.press('/');
  await page.keyboard.type(lot);
  await page.waitForURL((url) => url.searchParams.get('q') === lot);
  await grid.getByText(lot).first().waitFor();
  await page.getByRole('button', { name: 'Status', exact: true }).first().click();
  await page.getByRole('checkbox', { name: /AVAILABLE/ }).click();
  await page.waitForURL((url) => url.searchParams.get('status') === 'AVAILABLE');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export what is shown' });
  await dialog.getByLabel('Format').selectOption('CSV');
  await mustBeAccessible(page, 'export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
    columns: true,
    bom: true,
  });
  const shown = await stockOf({ search: lot, status: { in: ['AVAILABLE'] } });
  expect(rows.map(({ lot, partNumber, status }) => ({ lot, partNumber, status }))).toEqual(shown);
  expect(shown.some((row) => row.lot === lot)).toBe(true);
  await page.keyboard.press('Escape');

  await grid.getByText(lot).first().click();
  const panel = page.getByRole('dialog', { name: partNumber });
  await panel.getByText(lot).waitFor();
  await mustBeAccessible(page, 'item');
  await page.reload();
  await panel.getByText(lot).waitFor();
  await page.goBack();
  await panel.waitFor({ state: 'hidden' });
});

testInBrowser('a month of expiry is chosen by its name and count, under the other filters', async () => {
  const held = { status: { equals: 'HOLD' }, warehouse: { equals: 'SYD1' } };
  const page = await portal.open({ as: 'customer1', at: '/inventory?status=HOLD&whse=SYD1' });
  await page.locator('[aria-haspopup="dialog"]', { hasText: 'Expires' }).click();
  const months = page.getByRole('radio', { name: /^(before|after)? ?\w+ \d{4} [\d,]+$/ });
  await months.first().waitFor();
  const names = await page.getByRole('listitem').filter({ has: months }).allTextContents();
  const counts = names.map((name) => Number(/\d{4}([\d,]+)$/.exec(name)?.[1]?.replace(',', '')));
  const dated = await stockOf({ ...held, expiresOn: { from: '0001-01-01' } });
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(dated.length);
  expect(dated.length).toBeGreaterThan(0);
  await months.nth(1).check();
  await page.waitForURL(/expires=\d{4}-\d\d-01\.\.\d{4}-\d\d-\d\d/);
  await page.getByText(new RegExp(`^${counts[1]} rows? ·`)).waitFor();
  // The choice itself hides no other month.
  expect(await months.count()).toBe(counts.length);
  await mustBeAccessible(page, 'months of expiry');
});

testInBrowser('a row of another customer does not exist, and a filter without rows says so', async () => {
  const { data } = await portal.app.ask<
    { inventory: { nodes: { id: string; erpCustomer: { name: string } }[] } },
    object
  >('{ inventory(first: 1) { nodes { id erpCustomer { name } } } }', {}, 'customer2');
  const [foreign] = data?.inventory.nodes ?? [];
  const page = await portal.open({ as: 'customer1', at: `/inventory?q=no-such-part&item=${foreign?.id}` });
  await page.getByText('This row is no longer in the ERP, or is not yours to see.').waitFor();
  await page.getByRole('heading', { name: 'Nothing has all of this' }).waitFor();
  expect(await page.getByText(foreign?.erpCustomer.name ?? '').count()).toBe(0);
});

testInBrowser('on a phone, in German, a row is two lines and nothing goes sideways', async () => {
  const viewport = { width: 360, height: 740 };
  const options = { as: 'customer1', at: '/inventory', locale: 'de-DE', viewport } as const;
  const page = await portal.open(options);
  await page.getByRole('heading', { name: 'Bestand' }).waitFor();
  await page.getByRole('row').nth(3).waitFor();
  await mustFit(page);
  await mustBeAccessible(page, 'inventory on a phone');
});
