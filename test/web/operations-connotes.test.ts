import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { hasFocus } from '../support/freight-pages.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';

const portal = servePortal(startFreight);

/** Chooses a driver in a field that searches. */
async function chooseDriver(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Driver' }).last().fill(typed);
  await page.getByRole('option', { name }).click();
}

testInBrowser('two are confirmed and allocated at once, and one that is refused says why', async () => {
  const { connotes, driver1, driver2 } = portal.served;
  const [one, two, three, four] = [
    await connotes.reach('PENDING'),
    await connotes.reach('PENDING'),
    await connotes.reach('PENDING'),
    await connotes.reach('PENDING'),
  ];
  await connotes.price(one.id);
  await connotes.price(two.id);
  await connotes.price(four.id);
  const page = await portal.open({ as: 'operations1', at: '/operations/connotes?status=PENDING' });
  for (const { number } of [one, two, three, four]) await page.getByLabel(`Select ${number}`).check();
  await page.getByText('4 selected').waitFor();
  await mustBeAccessible(page, 'connotes of all customers');
  await button(page, 'Confirm').click();
  const dialog = page.getByRole('dialog');
  await connotes.price(four.id, '460');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('2 of 4 done').waitFor();
  await dialog
    .getByRole('listitem')
    .filter({ hasText: three.number })
    .getByText('It has no price yet.')
    .waitFor();
  // Nobody confirms a price that they have not seen.
  await dialog
    .getByRole('listitem')
    .filter({ hasText: four.number })
    .getByText('Its price is 460.00 AUD.')
    .waitFor();
  await mustBeAccessible(page, 'what became of each connote');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('2 selected').waitFor();
  await button(page, 'Select none').click();
  for (const { id } of [one, two]) expect((await connotes.must(id)).status).toBe('CONFIRMED');

  await page
    .getByRole('navigation', { name: 'By status' })
    .getByRole('link', { name: /^Confirmed/ })
    .click();
  for (const { number } of [one, two]) await page.getByLabel(`Select ${number}`).check();
  await button(page, 'Allocate to a driver …').click();
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('Required').waitFor();
  await chooseDriver(page, 'dan', 'Dana Driver');
  await connotes.move({ id: two.id, to: 'CANCELLED' }, 'operations1');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('1 of 2 done').waitFor();
  await dialog.getByText('It is “Cancelled”.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await connotes.must(one.id)).toMatchObject({ status: 'ALLOCATED', driver: { id: driver2.id } });

  // The status stays where only the driver changes.
  await page.goto(`/operations/connotes?search=${one.number}`);
  await page.getByLabel(`Select ${one.number}`).check();
  await button(page, 'Allocate to a driver …').click();
  await dialog.waitFor();
  await chooseDriver(page, 'dan', 'Dana Driver');
  await connotes.move({ id: one.id, to: 'ALLOCATED', driverId: driver1 }, 'admin1');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('It is “Driver assigned”: driver1.').waitFor();
  expect((await connotes.must(one.id)).driver?.id).toBe(driver1);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => hasFocus(button(page, 'Allocate to a driver …'))).toBe(true);
  await button(page, 'Allocate to a driver …').click();
  await dialog.waitFor();
  await chooseDriver(page, 'dan', 'Dana Driver');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('1 of 1 done').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => hasFocus(page.getByLabel('Select all on this page'))).toBe(true);
});

testInBrowser('of two operators who allocate the same connote, the second sees who has it', async () => {
  const { connotes, driver1, driver2 } = portal.served;
  const { id, number } = await connotes.reach('CONFIRMED');
  const page = await portal.open({ as: 'operations1', at: `/operations/connotes/${number}` });
  await button(page, 'Allocate to a driver').click();
  const dialog = page.getByRole('dialog', { name: 'Allocate to a driver' });
  await chooseDriver(page, 'driver1', 'driver1');
  await connotes.move({ id, to: 'ALLOCATED', driverId: driver2.id }, 'admin1');
  await dialog.getByRole('button', { name: 'Allocate' }).click();
  await dialog.getByText('the connote is now “Driver assigned”, and Dana Driver has it.').waitFor();
  expect(await dialog.getByRole('combobox').inputValue()).toBe('driver1');
  await mustBeAccessible(page, 'a connote that somebody else allocated');
  expect((await connotes.must(id)).driver?.id).toBe(driver2.id);
  await dialog.getByLabel('Expected delivery').fill('2999-01-01');
  await dialog.getByRole('button', { name: 'Allocate anyway' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await connotes.must(id)).driver?.id).toBe(driver1);

  // The status stays where only the driver changes.
  await button(page, 'Change the driver').click();
  const again = page.getByRole('dialog', { name: 'Allocate to a driver' });
  await chooseDriver(page, 'Dana', 'Dana Driver');
  await again.getByLabel('Expected delivery').fill('');
  await again.getByRole('button', { name: 'Allocate' }).click();
  await again.getByText('Required').waitFor();
  await again.getByLabel('Expected delivery').fill('2999-01-01');
  const third = await portal.served.accounts.made({ role: 'DRIVER', displayName: 'Kim Third' });
  await connotes.move({ id, to: 'ALLOCATED', driverId: third.id }, 'admin1');
  await again.getByRole('button', { name: 'Allocate' }).click();
  await again.getByText('Kim Third has it').waitFor();
  expect((await connotes.must(id)).driver?.id).toBe(third.id);
});

testInBrowser(
  'a connote is priced, confirmed, noted and cancelled, and a price that came too late is not lost',
  async () => {
    const { connotes } = portal.served;
    const { id, number } = await connotes.reach('PENDING');
    const page = await portal.open({ as: 'admin1', at: `/operations/connotes/${number}` });
    const amount = page.getByLabel('Amount, AUD');
    await amount.fill('300');
    expect(await button(page, 'Confirm').count()).toBe(0);
    await connotes.price(id, '310');
    // It brings the new price to the page, where nobody has said yet that it changed.
    await page.getByRole('textbox', { name: 'Note' }).fill('Gate 4 is closed');
    await button(page, 'Add note').click();
    await page.getByRole('listitem').getByText('Gate 4 is closed').waitFor();
    await button(page, 'Set price').click();
    await page.getByText('Its price is 310.00 AUD.').waitFor();
    expect(await amount.inputValue()).toBe('300');
    await button(page, 'Set price').click();
    await page.getByText('300.00').first().waitFor();
    await button(page, 'Confirm').click();
    await button(page, 'Set price').waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(page.getByRole('heading', { level: 1 }))).toBe(true);
    await mustBeAccessible(page, 'a connote');
    await button(page, 'Cancel connote').click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this connote' });
    await dialog.getByLabel('Why').fill('No truck');
    await mustBeAccessible(page, 'to cancel a connote');
    await connotes.move({ id, to: 'ALLOCATED', driverId: portal.served.driver1 }, 'operations1');
    await dialog.getByRole('button', { name: 'Cancel connote' }).click();
    await dialog.getByText('the connote is now “Driver assigned”, and driver1 has it.').waitFor();
    expect((await connotes.must(id)).status).toBe('ALLOCATED');
    await dialog.getByRole('button', { name: 'Cancel connote' }).click();
    await page.getByRole('listitem').getByText('No truck').waitFor();
    await expect.poll(() => hasFocus(page.getByRole('heading', { level: 1 }))).toBe(true);
    expect(await connotes.must(id)).toMatchObject({ status: 'CANCELLED', totalAmount: '300.00' });
  },
);

testInBrowser('the board shows what is still to do by status, also on a phone', async () => {
  const { connotes, driver2 } = portal.served;
  const { number } = await connotes.reach('ALLOCATED');
  const page = await portal.open({
    ...{ as: 'operations1', at: `/operations/connotes?view=board` },
    viewport: { width: 360, height: 740 },
  });
  const column = page.getByRole('region', { name: /^Driver assigned/ });
  await column.getByText(number).waitFor();
  await column.getByText('driver1').first().waitFor();
  await mustBeAccessible(page, 'the board on a phone');
  await mustFit(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await mustBeAccessible(page, 'the board');
  await page.setViewportSize({ width: 360, height: 740 });
  await column.getByRole('link', { name: 'Show all' }).click();
  await page.waitForURL(/status=ALLOCATED/);
  await page.getByLabel(`Select ${number}`).check();
  await mustFit(page);
  await mustBeAccessible(page, 'connotes on a phone');
  await page.goto(`/operations/connotes?driver=${driver2.id}&search=${number}`);
  await page.getByText('Nothing matches').waitFor();
  await expect.poll(() => page.getByRole('combobox', { name: 'Driver' }).inputValue()).toBe('Dana Driver');
  await page.goto(`/operations/connotes/${number}`);
  await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
  await mustFit(page);
});

testInBrowser(
  'many at once are stopped after the one that is under way, and the others stay as they are',
  async () => {
    const { connotes } = portal.served;
    const both = [await connotes.reach('PENDING'), await connotes.reach('PENDING')];
    for (const { id } of both) await connotes.price(id);
    const page = await portal.open({ as: 'operations1', at: '/operations/connotes' });
    await page
      .getByRole('navigation', { name: 'By status' })
      .getByRole('link', { name: /^Booked/ })
      .click();
    await page.waitForURL(/status=PENDING/);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('PortalMoveBooking')) await held;
      await route.continue();
    });
    for (const { number } of both) await page.getByLabel(`Select ${number}`).check();
    await button(page, 'Confirm').click();
    const dialog = page.getByRole('dialog', { name: 'Confirm 2 connotes' });
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText('0 of 2').waitFor();
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.getByRole('dialog', { name: 'Stop and leave?' }).getByRole('button', { name: 'Stay' }).click();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    goOn();
    await dialog.getByText('1 of 2 done').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('1 selected').waitFor();
    const statuses = await Promise.all(both.map(async ({ id }) => (await connotes.must(id)).status));
    expect(statuses).toEqual(['CONFIRMED', 'PENDING']);
  },
);
