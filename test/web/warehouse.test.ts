import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';

const portal = servePortal(startFreight);

testInBrowser('the warehouse opens what goes out, prints its papers and adds a note', async () => {
  const { connotes } = portal.served;
  const { number } = await connotes.reach('CONFIRMED');
  const later = await connotes.reach('ALLOCATED');
  await portal.app.database("update connote set pickup_on = '2999-12-31' where id = $1", [later.id]);
  const page = await portal.open({ as: 'warehouse1', at: '/warehouse/dashboard' });
  const today = page.getByRole('region', { name: 'What goes out today' });
  const next = page.getByRole('region', { name: 'On the next days' });
  await next.getByText(later.number).waitFor();
  expect(await next.getByText(number).count()).toBe(0);
  await mustBeAccessible(page, 'what goes out');
  await today.getByRole('listitem').filter({ hasText: number }).getByRole('link').click();
  await page.waitForURL(new RegExp(`/warehouse/connotes/${number}$`));
  await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
  expect(await page.getByText('02 5550 1234').count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await mustFit(page);
  await mustBeAccessible(page, 'a shipment that goes out');

  const paper = page.context().waitForEvent('response', (answer) => answer.url().includes('label.pdf'));
  await button(page, 'Labels (PDF)').click();
  expect((await paper).headers()['content-type']).toBe('application/pdf');

  await button(page, 'Add a note').click();
  const dialog = page.getByRole('dialog', { name: 'Add a note' });
  await dialog.getByLabel('Note').fill('Two pallets at door 4');
  await mustBeAccessible(page, 'the dialog of a note');
  await dialog.getByRole('button', { name: 'Add note' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'What happened' }).getByText('Two pallets at door 4').waitFor();
});

testInBrowser('who may add no more notes is told so, and not that somebody changed something', async () => {
  const { id, number } = await portal.served.connotes.reach('CONFIRMED');
  await portal.app.database(
    `insert into connote_event (connote_id, kind, from_status, to_status, note, at)
     select $1, 'NOTE', 'CONFIRMED', 'CONFIRMED', 'Gate ' || n, now() from generate_series(1, 100) n`,
    [id],
  );
  const page = await portal.open({ as: 'warehouse1', at: `/warehouse/connotes/${number}` });
  await button(page, 'Add a note').click();
  const dialog = page.getByRole('dialog', { name: 'Add a note' });
  await dialog.getByLabel('Note').fill('One too many');
  await dialog.getByRole('button', { name: 'Add note' }).click();
  const alert = dialog.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toBe('There are 100 already, and can not be more.');
});

testInBrowser('the pages of drivers and of the warehouse are for them alone', async () => {
  const { number } = await portal.served.connotes.reach('PENDING');
  const page = await portal.open({ as: 'warehouse1', at: `/warehouse/connotes/${number}` });
  // What isn't confirmed doesn't exist for the warehouse.
  await page.getByText(`There is no shipment ${number} that you may see.`).waitFor();
  await page.goto('/driver/dashboard');
  await page.getByRole('heading', { name: 'Not for you' }).waitFor();
  const driver = await portal.open({ as: 'driver1', at: `/driver/connotes/${number}/deliver` });
  await driver.getByText(`There is no stop ${number} on your run.`).waitFor();
  await driver.goto(`/warehouse/connotes/${number}`);
  await driver.getByRole('heading', { name: 'Not for you' }).waitFor();
});
