import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { ErpStatusDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => {
  const proxy = await ErpProxy.start();
  const app = await startTestApp({ ...proxy.settings, LIVE_INTERVAL_SECONDS: '1' });
  return { proxy, app, stop: () => proxy.close() };
});

/** Has the page ask for the state until it shows something, without the time that it waits between. */
const comes = (shown: Locator) =>
  expect
    .poll(
      async () => {
        await shown.page().clock.fastForward('00:10');
        return shown.count();
      },
      { interval: 500 },
    )
    .toBeGreaterThan(0);

testInBrowser('whether the ERP answers, how fast and since when not, is seen as it goes', async () => {
  const { app, proxy } = portal.served;
  await app.ask(ErpStatusDocument, {}, 'operations1');
  const page = await portal.open({ as: 'operations1', at: '/operations/erp', alone: true });
  await page.clock.install();
  await page.reload();
  await page.getByText('Answers', { exact: true }).waitFor();
  await page.getByText('Can only read').waitFor();
  await comes(page.getByRole('img', { name: /^Latency from .* always answered\.$/ }));
  await page.getByText('As a table').click();
  await page.getByRole('row').nth(2).waitFor();
  await mustBeAccessible(page, 'the ERP');
  await proxy.goDown();
  await comes(page.getByText('Does not answer', { exact: true }));
  await page.getByText(/^The ERP has not answered since \d/).waitFor();
  await mustBeAccessible(page, 'the ERP that is down');
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  await proxy.comeUp();
  await comes(page.getByText('Answers', { exact: true }));
});

testInBrowser(
  'while the ERP is down, an open page is not called live, and says since when it is old',
  async () => {
    const { proxy } = portal.served;
    const page = await portal.open({ as: 'customer1', at: '/inventory?warehouse=SYD1' });
    const live = page.getByText(/ · live · /);
    await live.waitFor();
    await proxy.goDown();
    await page.getByText(/^The ERP does not answer at the moment\. These are its answers of /).waitFor();
    expect(await live.count()).toBe(0);
    await proxy.comeUp();
    await live.waitFor();
    await page.getByText(/^The ERP does not answer/).waitFor({ state: 'detached' });
  },
);

testInBrowser("a customer doesn't see the state of the ERP, an admin does", async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
  await page.goto('/operations/erp');
  await page.getByText('Not for you').waitFor();
  const admin = await portal.open({ as: 'admin1', at: '/admin/erp' });
  await admin.getByText('Answers', { exact: true }).waitFor();
  const check = admin.getByRole('region', { name: 'Check', exact: true });
  await check.getByText('It has not been checked').waitFor();
  await check.getByRole('button', { name: 'Check now' }).click();
  await check.getByText('The portal can work with this ERP').waitFor();
  await check.getByRole('region', { name: 'Rows' }).getByText('1 fact', { exact: true }).click();
  await check.getByRole('region', { name: 'Rows' }).getByText('20000').waitFor();
  await check.getByRole('button', { name: 'Check again' }).waitFor();
  await mustBeAccessible(admin, 'the ERP that was checked');
  await admin.setViewportSize({ width: 360, height: 740 });
  await mustFit(admin);
  const staff = await portal.open({ as: 'operations1', at: '/operations/erp' });
  await staff.getByText('Answers', { exact: true }).waitFor();
  expect(await staff.getByRole('region', { name: 'Check', exact: true }).count()).toBe(0);
});

testInBrowser('a check that did not come to its end is not shown as if all were well', async () => {
  const page = await portal.open({ as: 'admin1', at: '/account' });
  const text = 'totals: not finished: the time for the whole check was over';
  const section = { title: 'times', facts: [], findings: [{ level: 'WARNING', text }] };
  const erpCheck = { ok: false, unreachable: null, checkedAt: '2026-11-29T10:00:00Z', sections: [section] };
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('PortalErpCheck')
      ? route.fulfill({ json: { data: { erpCheck } } })
      : route.fallback(),
  );
  await page.goto('/admin/erp');
  const check = page.getByRole('region', { name: 'Check', exact: true });
  await check.getByText('The check is incomplete').waitFor();
  await check.getByText(text).waitFor();
  await mustBeAccessible(page, 'a check of the ERP that is incomplete');
});
