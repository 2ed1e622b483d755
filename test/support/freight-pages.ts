import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whether an element of the page has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Whether an image of the page has arrived. */
export const isLoaded = (image: Locator): Promise<boolean> =>
  image.evaluate((element) => 'naturalWidth' in element && Number(element.naturalWidth) > 0);

/** Fills in from where to where. */
export async function fillLane(page: Page): Promise<void> {
  const [from, to] = [page.getByRole('group', { name: 'From' }), page.getByRole('group', { name: 'To' })];
  await from.getByLabel('Suburb').fill('Sydney');
  await from.getByLabel('State').fill('nsw');
  await from.getByLabel('Postcode').fill('2000');
  await to.getByLabel('Suburb').fill('Melbourne');
  await to.getByLabel('State').fill('VIC');
}

/** Fills in two items, one of them dangerous, with a UN number that isn't one. */
export async function fillGoods(page: Page): Promise<void> {
  const first = page.getByRole('group', { name: 'Item 1' });
  await first.getByLabel('Packaging').selectOption('Pallet');
  await first.getByLabel('Quantity').fill('2');
  await first.getByLabel('Weight of one').fill('180.005');
  await first.getByLabel('Length').fill('120');
  await first.getByLabel('Width').fill('80');
  await first.getByLabel('Height').fill('110.5');
  await page.getByRole('button', { name: 'Add another item' }).click();
  const second = page.getByRole('group', { name: 'Item 2' });
  await second.getByLabel('Weight of one').fill('20');
  await second.getByLabel('Dangerous goods').check();
  await second.getByLabel('UN number').fill('12');
  await second.getByLabel('Class or division').fill('3');
}

/** Opens the papers of a booking to Dock Street, and prints the page itself. */
export async function printAll(page: Page): Promise<void> {
  const context = page.context();
  for (const [button, file] of [
    ['Consignment note (PDF)', 'connote.pdf'],
    ['Labels (PDF)', 'label.pdf'],
  ] as const) {
    const answered = context.waitForEvent('response', (response) => response.url().includes(file));
    await page.getByRole('button', { name: button }).click();
    const paper = await answered;
    expect(paper.status()).toBe(200);
    expect(paper.headers()['content-type']).toBe('application/pdf');
  }

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Book again' }).isVisible()).toBe(false);
  expect(await page.getByText('220 Dock Street').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
}
