import { expect } from 'vitest';
import { ErpStatusDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { servePortal } from '../support/portal-page.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => {
  const proxy = await ErpProxy.start();
  return { proxy, app: await startTestApp(proxy.settings), stop: () => proxy.close() };
});

testInBrowser('whether the ERP answers, how fast and since when not, is seen as it goes', async () => {
  const { app, proxy } = portal.served;
  await app.ask(ErpStatusDocument, {}, 'operations1');
  const page = await portal.open({ as: 'operations1', at: '/operations/erp' });
  await page.getByText('Answers', { exact: true }).waitFor();
  await page.getByText('Can only read').waitFor();
  await page.getByRole('img', { name: /^Latency from .* always answered\.$/ }).waitFor();
  await page.getByText('As a table').click();
  await page.getByRole('row').nth(2).waitFor();
  await mustBeAccessible(page, 'the ERP');
  await proxy.goDown();
  await page.getByText('Does not answer', { exact: true }).waitFor();
  await page.getByText(/^The ERP has not answered since \d/).waitFor();
  await mustBeAccessible(page, 'the ERP that is down');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await proxy.comeUp();
  await page.getByText('Answers', { exact: true }).waitFor();
});

testInBrowser("a customer doesn't see the state of the ERP, an admin does", async () => {
  const page = await portal.open({ as: 'customer1', at: '/customer/dashboard' });
  await page.goto('/operations/erp');
  await page.getByText('Not for you').waitFor();
  const admin = await portal.open({ as: 'admin1', at: '/admin/erp' });
  await admin.getByText('Answers', { exact: true }).waitFor();
});
