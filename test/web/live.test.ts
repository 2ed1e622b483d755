import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { Accounts } from '../support/accounts.js';
import { testInBrowser } from '../support/browser.js';
import { hasFocus } from '../support/freight-pages.js';
import { startPathProxy } from '../support/path-proxy.js';
import { servePortal, signIn } from '../support/portal-page.js';
import { heading } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';
import { until } from '../support/until.js';

const portal = servePortal(async () => ({ app: await startTestApp({ LIVE_INTERVAL_SECONDS: '1' }) }));

const OWNER = 'Acme Beverages';
let lastNo = 2_000_000;

/** Puts rows of a part into the ERP, with these lots. */
async function addStock(part: string, ...lots: string[]): Promise<void> {
  for (const lot of lots) {
    lastNo += 1;
    await portal.app.erp(
      `insert into erp.stock (stock_no, owner_name, item_code, whse, lot_no, uom, hold_code, qty_on_hand, qty_allocated)
       values ($1, $2, $3, 'SYD1', $4, 'EA', 'AVAILABLE', 10, 0)`,
      [lastNo, OWNER, part, lot],
    );
  }
}

const setQuantity = (lot: string, quantity: number) =>
  portal.app.erp('update erp.stock set qty_on_hand = $2 where lot_no = $1', [lot, quantity]);

const rowOf = (page: Page, lot: string) => page.getByRole('grid').getByRole('row').filter({ hasText: lot });

/** Once changes are shown as they happen, and what the page has read before that has been read again. */
async function isLive(page: Page): Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  await page.getByText(/ · live · /).waitFor();
  // It begins with the next frame.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await expect.poll(() => asked.size).toBe(0);
}

/** Where a row is among those that are shown. */
const placeOf = (page: Page, lot: string) => rowOf(page, lot).getAttribute('aria-rowindex');

/** A customer of their own. */
const customer = () => new Accounts(portal.app).made({ role: 'CUSTOMER', erpCustomerNames: [OWNER] });

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

testInBrowser('a quantity that changes in the ERP changes on the open page, in its place', async () => {
  await addStock('00-LIVE', 'LIVE-A1', 'LIVE-A2');
  const page = await portal.open({ as: 'customer1', at: '/inventory?sort=part,lot' });
  await rowOf(page, 'LIVE-A2').waitFor();
  await isLive(page);
  const place = await placeOf(page, 'LIVE-A2');
  const marked = rowOf(page, 'LIVE-A2').locator('[data-changed]').first().waitFor();
  await setQuantity('LIVE-A2', 7_654);
  await rowOf(page, 'LIVE-A2').getByText('7,654').first().waitFor();
  await marked;
  expect(await placeOf(page, 'LIVE-A2')).toBe(place);
  await mustBeAccessible(page, 'a changed row');
  await rowOf(page, 'LIVE-A2').click();
  const panel = page.getByRole('dialog', { name: '00-LIVE' });
  await panel.getByText('7,654').first().waitFor();
  await setQuantity('LIVE-A2', 7_655);
  await panel.getByText('7,655').first().waitFor();
});

testInBrowser('a new row, one that is gone and one that moves wait until they are wanted', async () => {
  await addStock('LIVE-PART-B', 'LIVE-B1', 'LIVE-B2', 'LIVE-B3');
  const page = await portal.open({ as: 'customer1', at: '/inventory?q=LIVE-PART-B&sort=onHand,lot' });
  await rowOf(page, 'LIVE-B3').waitFor();
  await isLive(page);
  await page.getByText('3 rows').waitFor();
  await addStock('LIVE-PART-B', 'LIVE-B0');
  await page.getByRole('button', { name: '1 row changed – show' }).waitFor();
  await portal.app.erp(`delete from erp.stock where lot_no = 'LIVE-B3'`);
  await page.getByRole('button', { name: '2 rows changed – show' }).waitFor();
  await setQuantity('LIVE-B1', 11);
  await rowOf(page, 'LIVE-B1').getByText('11').first().waitFor();
  const button = page.getByRole('button', { name: '3 rows changed – show' });
  await button.waitFor();
  expect(await rowOf(page, 'LIVE-B0').count()).toBe(0);
  expect(await placeOf(page, 'LIVE-B1')).toBe('2');
  expect(await placeOf(page, 'LIVE-B3')).toBe('4');
  await mustBeAccessible(page, 'rows that wait');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: '↑ Ascending' }).waitFor();
  await mustBeAccessible(page, 'rows that wait');
  await page.setViewportSize({ width: 1280, height: 720 });
  await button.click();
  await rowOf(page, 'LIVE-B0').waitFor();
  await rowOf(page, 'LIVE-B3').waitFor({ state: 'detached' });
  expect(await placeOf(page, 'LIVE-B1')).toBe('4');
  expect(await button.count()).toBe(0);
  expect(await hasFocus(page.getByRole('grid'))).toBe(true);
  await page.getByText('3 rows').waitFor();
});

testInBrowser('rows that come before those in sight push nothing away', async () => {
  const lots = Array.from({ length: 150 }, (_, at) => `LIVE-H${1_000 + at}`);
  await addStock('LIVE-PART-H', ...lots);
  const page = await portal.open({ as: 'customer1', at: '/inventory?q=LIVE-PART-H&sort=lot' });
  await rowOf(page, 'LIVE-H1000').waitFor();
  await isLive(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  const watched = rowOf(page, 'LIVE-H1145');
  await watched.waitFor();
  const before = await watched.boundingBox();
  const place = Number(await placeOf(page, 'LIVE-H1145'));
  await addStock('LIVE-PART-H', 'LIVE-H0001', 'LIVE-H1100-A');
  await page.getByRole('button', { name: '2 rows changed – show' }).click();
  await expect.poll(() => placeOf(page, 'LIVE-H1145')).toBe(String(place + 1));
  expect((await watched.boundingBox())?.y).toBe(before?.y);
});

testInBrowser('a page is told of the rows that it shows, and of no others', async () => {
  await addStock('LIVE-PART-C', 'LIVE-C1');
  await addStock('LIVE-PART-D', 'LIVE-D1');
  const page = await portal.open({ as: 'customer1', at: '/help' });
  const told: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
  await page.goto('/inventory?q=LIVE-PART-C');
  await isLive(page);
  await setQuantity('LIVE-D1', 500);
  await setQuantity('LIVE-C1', 501);
  await rowOf(page, 'LIVE-C1').getByText('501').first().waitFor();
  await setQuantity('LIVE-C1', 502);
  await rowOf(page, 'LIVE-C1').getByText('502').first().waitFor();
  expect(told.join()).toContain('LIVE-C1');
  expect(told.join()).not.toContain('LIVE-D1');
});

testInBrowser(
  'where too many rows would have to be watched, the page says so and works as before',
  async () => {
    const service = await portal.app.sibling({ LIVE_MAX_ROWS: '100' });
    const page = await portal.open({ as: 'customer1', at: '/inventory', service });
    await page.getByText('too many rows to be live').waitFor();
    await mustBeAccessible(page, 'not live');
    await page.goto('/inventory?q=LIVE-PART-B');
    await isLive(page);
  },
);

testInBrowser('a user who is deactivated learns it without a click, in their language', async () => {
  const login = await customer();
  const page = await portal.open({ as: login, at: '/inventory?q=LIVE-PART', locale: 'de-DE' });
  await isLive(page);
  await new Accounts(portal.app).update({ id: login.id, version: login.version, active: false });
  const dialog = page.getByRole('dialog', { name: 'Ihre Sitzung ist beendet' });
  await dialog.getByText('Ihr Zugang wurde deaktiviert').waitFor();
  await mustBeAccessible(page, 'deactivated');
});

testInBrowser(
  'a new password ends the sessions of other devices, and not that of the tabs here',
  async () => {
    const login = await customer();
    const here = await portal.open({ as: login, at: '/inventory?q=LIVE-PART' });
    const elsewhere = await portal.open({ as: login, at: '/inventory?q=LIVE-PART' });
    const tab = await here.context().newPage();
    await tab.goto('/account');
    await Promise.all([here, elsewhere].map(isLive));
    await tab.getByLabel('Current password').fill(login.password);
    await tab.getByLabel('New password').fill('violet harbour ninety two');
    await tab.getByRole('button', { name: 'Set password' }).click();
    await ended(elsewhere).getByText('Your password was changed.').waitFor();
    await isLive(here);
    await addStock('LIVE-PART-E', 'LIVE-E1');
    await here.getByRole('button', { name: 'changed – show' }).waitFor();
    for (const page of [here, tab]) expect(await ended(page).count()).toBe(0);
  },
);

testInBrowser('another role takes the page away that it doesn’t have', async () => {
  const login = await customer();
  const page = await portal.open({ as: login, at: '/inventory?q=LIVE-PART' });
  await isLive(page);
  await new Accounts(portal.app).update({
    ...{ id: login.id, version: login.version },
    ...{ role: 'DRIVER', erpCustomerNames: [] },
  });
  await page.getByText('Your role does not have this page.').waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  await page.getByRole('link', { name: 'Go to your dashboard' }).click();
  await heading(page, 'Today').waitFor();
});

testInBrowser('after a restart of the service, what changed meanwhile is there without a click', async () => {
  await addStock('LIVE-PART-F', 'LIVE-F1');
  const service = await portal.app.sibling();
  const at = '/inventory?q=LIVE-PART-F';
  // Browsers themselves say that a connection failed.
  const page = await portal.open({ as: 'customer1', at, service, expects: /WebSocket connection/ });
  await isLive(page);
  await service.stop();
  await page.getByText(/ · live · /).waitFor({ state: 'detached' });
  await setQuantity('LIVE-F1', 321);
  await portal.app.sibling({ PORT: new URL(service.url).port });
  await isLive(page);
  await rowOf(page, 'LIVE-F1').getByText('321').first().waitFor();
});

/** The page below a path, behind a proxy. */
async function behindProxy({ sockets, expects }: { sockets: boolean; expects?: RegExp }) {
  const path = '/stock/portal';
  // Both kinds of connections are to send trusted documents alone.
  const behind = await portal.app.sibling({
    ...{ APP_BASE_URL: `https://portal.example${path}`, TRUSTED_DOCUMENTS: 'only' },
  });
  const proxy = await startPathProxy(behind.url, { path, strip: true, sockets });
  const service = { ...behind, url: proxy.url };
  const page = await portal.open({ at: `${path}/login`, service, ...(expects && { expects }) });
  const attempt = page.waitForEvent('websocket');
  await signIn(page, 'customer1');
  await page.waitForURL(/dashboard/);
  return {
    page,
    attempt,
    open: () => page.goto(`${path}/inventory?q=LIVE-PART-G`),
    close: async () => {
      // It loads more behind the page, which must not fail.
      await page.goto('about:blank');
      await proxy.close();
    },
  };
}

testInBrowser('below a path of a proxy, the page is live too', async () => {
  const { page, open, close } = await behindProxy({ sockets: true });
  await open();
  await isLive(page);
  await close();
});

testInBrowser('behind a proxy without WebSockets the portal works as without live updates', async () => {
  const { page, attempt, open, close } = await behindProxy({
    ...{ sockets: false, expects: /WebSocket connection/ },
  });
  await addStock('LIVE-PART-G', 'LIVE-G1');
  const socket = await attempt;
  await until(() => socket.isClosed());
  await open();
  await rowOf(page, 'LIVE-G1').waitFor();
  expect(await page.getByText(/ · live · /).count()).toBe(0);
  await page.getByRole('button', { name: 'Part' }).click();
  await page.waitForURL((url) => url.searchParams.get('sort') === '-part');
  await rowOf(page, 'LIVE-G1').waitFor();
  await close();
});
