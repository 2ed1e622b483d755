import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { hasFocus } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button } from '../support/session-pages.js';
import { startTestApp } from '../support/start-app.js';

const portal = servePortal(async () => ({ app: await startTestApp() }));

const firstRow = (page: Page) => page.getByRole('grid').getByRole('row').nth(1);
const headers = (page: Page) => page.getByRole('columnheader').allTextContents();
const says = (page: Page, search: string) =>
  page.waitForURL((url) => decodeURIComponent(url.search) === search);

testInBrowser('a value that is ticked becomes a chip, which Back and its own press take away', async () => {
  const page = await portal.open({ as: 'customerall', at: '/inventory' });
  await firstRow(page).waitFor();
  await button(page, 'Status').first().click();
  const popover = page.getByRole('dialog', { name: 'Status' });
  const held = popover.getByRole('checkbox', { name: /^HOLD/ });
  await held.check();
  await says(page, '?status=HOLD');
  await expect.poll(() => hasFocus(held)).toBe(true);
  await mustBeAccessible(page, 'values of a filter');
  await page.keyboard.press('Escape');

  await button(page, 'Expires').first().click();
  await page.getByRole('dialog', { name: 'Expires' }).getByLabel('From').fill('2026-01-31');
  await page.getByRole('dialog', { name: 'Expires' }).getByRole('button', { name: 'Apply' }).click();
  await says(page, '?status=HOLD&expires=2026-01-31..');
  await page.keyboard.press('Escape');
  await button(page, 'Remove filter Expires: from 31 Jan 2026').waitFor();
  await page.goBack();
  await says(page, '?status=HOLD');
  await button(page, 'Remove filter Expires: from 31 Jan 2026').waitFor({ state: 'detached' });
  await button(page, 'Remove filter Status: HOLD').click();
  await says(page, '');

  await button(page, '+ Filter').click();
  await page.getByRole('dialog', { name: '+ Filter' }).getByRole('button', { name: 'Lot' }).click();
  await page.getByRole('searchbox', { name: 'Find a value' }).fill('L26-0228-A');
  await page.getByRole('checkbox', { name: /^L26-0228-A/ }).check();
  await says(page, '?lot=L26-0228-A');
  await page.keyboard.press('Escape');
  await button(page, 'Clear all').click();
  await says(page, '');
});

testInBrowser('the columns that are chosen stay after a reload, and are those of the file', async () => {
  const page = await portal.open({
    as: 'customer1',
    at: '/inventory?q=syrup',
  });
  await firstRow(page).waitFor();
  await button(page, 'Columns').click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  for (const name of ['Customer', 'Whse', 'Lot', 'Status', 'Available', 'Expires'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Move up: Description' }).press('Enter');
  await dialog.getByRole('checkbox', { name: 'Allocated' }).check();
  await mustBeAccessible(page, 'columns');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await says(page, '?q=syrup&columns=description,part,bin,onHand,allocated');
  await page.reload();
  await firstRow(page).waitFor();
  await expect.poll(() => headers(page)).toEqual(['Description', 'Part ↑', 'Bin', 'On hand', 'Allocated']);

  await page.keyboard.press('x');
  const exporting = page.getByRole('dialog', { name: 'Export what is shown' });
  await exporting.getByText('Search: syrup').waitFor();
  const counted = (await exporting.getByText(/rows$/).textContent()) ?? '';
  await mustBeAccessible(page, 'export');
  await exporting.getByLabel('Format').selectOption('CSV');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    exporting.getByRole('button', { name: 'Download' }).click(),
  ]);
  const [head, ...rows]: string[][] = parse(await readFile(await download.path()), { bom: true });
  expect(head).toEqual(['description', 'partNumber', 'bin', 'quantityOnHand', 'quantityAllocated', 'unit']);
  expect(rows.length).toBe(Number(counted.replace(/\D/g, '')));
});

testInBrowser('a view is saved, opens by itself where the address says nothing, and is deleted', async () => {
  const saved = '?status=HOLD&sort=bin';
  const page = await portal.open({ as: 'warehouse1', at: `/inventory${saved}` });
  await firstRow(page).waitFor();
  const save = async () => {
    await button(page, 'Views').click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await dialog.getByLabel('Name').fill('On hold');
    await dialog.getByLabel('Open it whenever I come to the inventory').check();
    await dialog.getByLabel('Name').press('Enter');
    return dialog;
  };
  await (await save()).waitFor({ state: 'detached' });
  const refused = await save();
  await refused.getByText('Another of your views has this name.').waitFor();
  await mustBeAccessible(page, 'a name that is taken');
  await page.keyboard.press('Escape');
  await refused.waitFor({ state: 'detached' });

  await page.goto('/inventory');
  await says(page, saved);
  await button(page, 'Views').click();
  await page.getByRole('menuitem', { name: 'All stock' }).click();
  await says(page, '?view=all');
  await page.reload();
  await firstRow(page).waitFor();
  await says(page, '?view=all');

  await button(page, 'Views').click();
  await page.getByRole('menuitem', { name: 'Manage views' }).click();
  await mustBeAccessible(page, 'views');
  await button(page, 'Delete On hold').click();
  const sure = page.getByRole('dialog', { name: 'Delete the view On hold?' });
  await sure.waitFor();
  await mustBeAccessible(page, 'deleting a view');
  await button(page, 'Delete').click();
  // While the dialog is there, nothing behind it has a role.
  await sure.waitFor({ state: 'detached' });
  await button(page, 'Delete On hold').waitFor({ state: 'detached' });
  await page.goto('/inventory');
  await firstRow(page).waitFor();
  await says(page, '');
});

testInBrowser('on a phone, in German, the order is a select and the filters are a sheet', async () => {
  const viewport = { width: 360, height: 740 };
  const options = { as: 'customer1', at: '/inventory', locale: 'de-DE', viewport } as const;
  const page = await portal.open(options);
  await page.getByRole('grid').getByRole('row').nth(3).waitFor();
  await page.getByLabel('Reihenfolge').selectOption('Bestand');
  await says(page, '?sort=onHand');
  await button(page, '↑ Aufsteigend').click();
  await says(page, '?sort=-onHand');
  await button(page, 'Filter').click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByText('Status', { exact: true }).click();
  await sheet.getByRole('checkbox', { name: /^HOLD/ }).check();
  await mustBeAccessible(page, 'filters on a phone');
  await sheet.getByRole('button', { name: 'Fertig' }).click();
  await says(page, '?status=HOLD&sort=-onHand');
  await button(page, 'Filter entfernen: Status: HOLD').waitFor();
  await mustFit(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tasten dieser Seite' }).waitFor();
  await mustBeAccessible(page, 'keys');
  await page.keyboard.press('x');
  expect(await page.getByRole('dialog').count()).toBe(1);
});
