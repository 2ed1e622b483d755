import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { InventoryDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { hasFocus } from '../support/freight-pages.js';
import { servePortal } from '../support/portal-page.js';
import { asAdministrator } from '../support/postgres-server.mjs';
import { inventoryRow } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

const portal = servePortal(async () => {
  const proxy = await ErpProxy.start();
  return { proxy, app: await startTestApp(proxy.settings), stop: () => proxy.close() };
});

const gridOf = (page: Page) => page.getByRole('grid', { name: 'Inventory' });
const rowAt = (page: Page, index: number) => page.locator(`#row-${index}:not([aria-busy])`);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** The lots and parts of customer1's stock in an order, past the page. */
async function stockBy(orderBy: { field: string; direction?: string }[]) {
  const { data } = await portal.app.ask<
    { inventory: { nodes: { lot: string | null; partNumber: string }[] } },
    object
  >(
    `query ($orderBy: [InventoryOrder!]) { inventory(first: 10, orderBy: $orderBy) { nodes { lot partNumber } } }`,
    { orderBy },
    'customer1',
  );
  return data?.inventory.nodes ?? [];
}

testInBrowser(
  'by keyboard alone: order by two columns, open a row, copy its part, go on, and come back',
  async () => {
    const page = await portal.open({ as: 'customer1', at: '/inventory' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const grid = gridOf(page);
    await inventoryRow(page).waitFor();
    await grid.focus();
    await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'whse');
    await press(page, 'End', 'ArrowLeft', 'ArrowLeft', 'Shift+Enter');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'whse,onHand');
    await press(page, 'Shift+Enter');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'whse,-onHand');
    const header = (name: string) => grid.getByRole('columnheader', { name });
    await expect.poll(() => header('Whse').getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => header('On hand').getAttribute('aria-sort')).toBe('descending');

    const stock = await stockBy([{ field: 'WAREHOUSE' }, { field: 'QUANTITY_ON_HAND', direction: 'DESC' }]);
    await rowAt(page, 2).waitFor();
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(() => grid.getAttribute('aria-activedescendant')).toBe('row-1');
    await press(page, 'Enter');
    const panel = (part: string | undefined) =>
      page.getByRole('dialog', { name: part ?? 'none', exact: true });
    await panel(stock[1]?.partNumber).waitFor();
    await expect.poll(() => hasFocus(grid)).toBe(false);
    await press(page, 'ArrowDown');
    await panel(stock[2]?.partNumber).waitFor();
    await press(page, 'p');
    await page.getByRole('status').getByText('Copied: Part').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(stock[2]?.partNumber);
    await mustBeAccessible(page, 'a row beside the grid');
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[role=grid]:focus').waitFor();
    await expect.poll(() => grid.getAttribute('aria-activedescendant')).toBe('row-2');
  },
);

testInBrowser('rows far ahead and back are reached, and the active one is never hidden', async () => {
  const page = await portal.open({ as: 'customer1', at: '/inventory' });
  const grid = gridOf(page);
  await page.getByText('4,900 rows').waitFor();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('4901');
  await inventoryRow(page).waitFor();
  await grid.focus();
  const first = await rowAt(page, 0).textContent();
  await press(page, 'End');
  await rowAt(page, 4899).waitFor();
  for (const _ of Array(40)) await press(page, 'PageUp');
  const active = (await grid.getAttribute('aria-activedescendant')) ?? '';
  await page.locator(`#${active}:not([aria-busy])`).waitFor();
  const [row, head] = [page.locator(`#${active}`), page.getByRole('columnheader').first()];
  const belowHead = async () => {
    const [at, above] = [await row.boundingBox(), await head.boundingBox()];
    return at && above ? at.y - above.y - above.height : null;
  };
  await expect.poll(belowHead).toBeGreaterThanOrEqual(0);
  await press(page, 'Home');
  await rowAt(page, 0).waitFor();
  await expect.poll(() => rowAt(page, 0).textContent()).toBe(first);
});

/** Once the portal asks the ERP again. */
const erpIsBack = () =>
  until(
    async () =>
      (await portal.app.ask(InventoryDocument, { first: 1 }, 'admin1')).data?.inventory.stale === false,
  );

testInBrowser(
  'with the ERP down, old rows stay and say since when, and new ones come by themselves',
  async () => {
    const page = await portal.open({ as: 'customer1', at: '/inventory', alone: true });
    await inventoryRow(page).waitFor();
    await page.getByText('4,900 rows').waitFor();
    await portal.served.proxy.goDown();
    await page.clock.install();
    await page.reload();
    const banner = page.getByRole('status').getByText('These are its answers of');
    await banner.waitFor();
    await inventoryRow(page).waitFor();
    await page.getByText('4,900 rows').waitFor();
    await mustBeAccessible(page, 'old rows');
    await portal.served.proxy.comeUp();
    await erpIsBack();
    await page.clock.fastForward('00:20');
    await banner.waitFor({ state: 'detached' });
    await inventoryRow(page).waitFor();
  },
);

testInBrowser(
  'with the ERP down from the start, the page says so, and Try again brings the rows',
  async () => {
    await portal.served.proxy.goDown();
    const page = await portal.open({ as: 'warehouse1', at: '/inventory?whse=BNE1' });
    await page.getByRole('alert').getByText('The ERP does not answer at the moment.').waitFor();
    await page.getByText('The rows could not be counted.').waitFor();
    await mustBeAccessible(page, 'no ERP');
    await portal.served.proxy.comeUp();
    await erpIsBack();
    await page.getByRole('button', { name: 'Try again' }).click();
    await inventoryRow(page).waitFor();
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.getByText(/^[\d,]+ rows/).waitFor();
  },
);

testInBrowser('a quantity that is not a number does not look like an empty bin', async () => {
  await asAdministrator(
    (client) =>
      client.query(
        `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, hold_code, qty_on_hand, qty_allocated)
         values (2000001, 'Acme Beverages', 'ODD-PART', 'SYD1', 'EA', 'On hold', 'NaN', 0)`,
      ),
    portal.served.proxy.url,
  );
  const at = '/inventory?q=ODD-PART';
  const page = await portal.open({ as: 'customer1', at });
  const row = gridOf(page).getByRole('row', { name: 'ODD-PART' });
  await row.getByText('not a number').first().waitFor();
  await expect.poll(() => row.getByText('not a number').count()).toBe(2);
  expect(await row.getByText(/^0/).count()).toBe(0);
  await row.click();
  await page.getByRole('dialog').getByText('a calculation there went wrong').waitFor();
  await mustBeAccessible(page, 'a quantity that is not a number');
  const phone = await portal.open({ as: 'customer1', at, viewport: { width: 360, height: 740 } });
  await phone.getByText('not a number').first().waitFor();
});
