import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ConnoteFilesDocument } from '../../schema/operations.generated.js';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { startFreight } from '../support/connotes.js';
import { isLoaded } from '../support/freight-pages.js';
import { picture } from '../support/images.js';
import { mustFit } from '../support/page-width.js';
import { servePortal } from '../support/portal-page.js';
import { button, heading } from '../support/session-pages.js';

const portal = servePortal(() => startFreight({ PHOTOS_ENABLED: 'true' }));
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

const openRun = (more: { expects?: RegExp } = {}) =>
  portal.open({ as: 'driver1', at: '/driver/dashboard', ...PHONE, ...more });
const card = (page: Page, number: string): Locator => page.getByRole('article').filter({ hasText: number });

/** Pictures are not read before `release()`. */
const HOLD_PICTURES = `{
  const read = createImageBitmap;
  const held = new Promise((resolve) => { window.release = resolve; });
  window.createImageBitmap = async (file) => { await held; return read(file); };
}`;

/** Presses a button of a dialog, after something was filled in. */
async function confirm(
  page: Page,
  title: string,
  name: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Draws a line in the box for the signature. */
async function sign(page: Page): Promise<void> {
  const box = page.getByRole('img', { name: 'Box for the signature' });
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + 20, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 20, { steps: 5 });
  await page.mouse.move(x + width - 20, y + height - 20, { steps: 5 });
  await page.mouse.up();
}

const filesOf = async (id: string) =>
  (await portal.app.ask(ConnoteFilesDocument, { id }, 'operations1')).data?.connote;
const notesOf = async (id: string) =>
  (await portal.served.connotes.must(id)).events.map(({ kind, to, note }) => [kind, to, note]);

testInBrowser('a driver picks up and delivers with name, signature and photo on a phone', async () => {
  const { connotes } = portal.served;
  const { id, number } = await connotes.reach('ALLOCATED');
  const page = await openRun();
  await heading(page, 'Today’s run').waitFor();
  const stop = card(page, number);
  await stop.getByText('Sydney').first().waitFor();
  expect(await stop.getByRole('link', { name: /^Open in map/ }).getAttribute('href')).toContain('Sydney');
  expect(await stop.getByRole('link', { name: 'Call Pat' }).getAttribute('href')).toBe('tel:0255501234');
  await mustFit(page);
  await mustBeAccessible(page, 'a run');

  await stop.getByRole('button', { name: 'Picked up' }).click();
  await page.getByRole('dialog', { name: 'Picked up?' }).waitFor();
  await mustBeAccessible(page, 'the dialog of a pickup');
  await confirm(page, 'Picked up?', 'Picked up');
  await page.getByRole('region', { name: 'On board, to deliver' }).getByText(number).waitFor();
  const title = card(page, number).getByRole('heading').getByRole('link');
  await expect.poll(() => title.evaluate((link) => link.matches(':focus'))).toBe(true);
  await expect.poll(() => connotes.must(id).then(({ status }) => status)).toBe('IN_TRANSIT');

  await card(page, number).getByRole('link', { name: 'Delivered' }).click();
  await heading(page, `Deliver ${number}`).waitFor();
  await button(page, 'Delivered').click();
  await page.getByText('Required').waitFor();
  await page.getByLabel('Received by').fill('Kim Lee');
  await sign(page);
  await page.evaluate(HOLD_PICTURES);
  await page.getByLabel('Take a photo').setInputFiles({
    ...{ name: 'ramp.jpg', mimeType: 'image/jpeg' },
    buffer: await picture(2600, 1300).jpeg().toBuffer(),
  });
  await page.getByText('Preparing photos').waitFor();
  await button(page, 'Delivered').click({ force: true });
  await page.evaluate('release()');
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  await page.getByLabel('Note').fill('Left at the ramp');
  await mustFit(page);
  await mustBeAccessible(page, 'the form of a delivery');
  await button(page, 'Delivered').click();
  await heading(page, 'Today’s run').waitFor();
  await expect.poll(() => filesOf(id).then((files) => files?.status)).toBe('DELIVERED');
  const files = await filesOf(id);
  expect(files?.proofOfDelivery).toMatchObject({ receivedBy: 'Kim Lee', note: 'Left at the ramp' });
  expect(files?.proofOfDelivery?.signatureUrl).toBeTruthy();
  expect(files?.proofOfDelivery?.photos).toHaveLength(1);
  expect(files?.photos).toMatchObject([{ width: 2000, height: 1000 }]);
  await card(page, number).waitFor({ state: 'detached' });
});

testInBrowser('a delivery that failed, and a note, are in the history of the stop', async () => {
  const { connotes } = portal.served;
  const { id, number } = await connotes.reach('IN_TRANSIT');
  const page = await openRun();
  await card(page, number).getByRole('heading').getByRole('link').click();
  await heading(page, 'Sydney NSW → Melbourne VIC').waitFor();
  await mustFit(page);
  await mustBeAccessible(page, 'a stop');
  await button(page, 'Could not deliver').click();
  await page.getByRole('dialog', { name: 'Could not deliver' }).waitFor();
  await mustBeAccessible(page, 'the dialog of a failed delivery');
  await confirm(page, 'Could not deliver', 'Save', async (dialog) => {
    await dialog.getByLabel('Why').selectOption('Closed');
    await dialog.getByLabel('Note').fill('Opens at 7');
  });
  const history = page.getByRole('region', { name: 'What happened' });
  await history.getByText('Delivery failed: Closed').waitFor();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation PortalNoteStop')
      ? route.fulfill({ json: { errors: [{ message: 'not now', extensions: { code: 'BAD_USER_INPUT' } }] } })
      : route.fallback(),
  );
  await button(page, 'Add a note').click();
  await confirm(page, 'Add a note', 'Add note', (dialog) => dialog.getByLabel('Note').fill('Gate 3'));
  await page.getByText('Not accepted: not now').waitFor();
  await page.unroute('**/graphql');
  await button(page, 'Try again: Note').click();
  await history.getByText('Gate 3').waitFor();
  await expect
    .poll(async () => (await notesOf(id)).slice(-2))
    .toEqual([
      ['ATTEMPT', 'IN_TRANSIT', 'Opens at 7'],
      ['NOTE', 'IN_TRANSIT', 'Gate 3'],
    ]);
});

testInBrowser(
  'what was entered for a delivery is kept if the stop was delivered elsewhere meanwhile',
  async () => {
    const { connotes } = portal.served;
    const { id, number } = await connotes.reach('IN_TRANSIT');
    const page = await openRun();
    await card(page, number).getByRole('link', { name: 'Delivered' }).click();
    await page.getByLabel('Received by').fill('Kim Lee');
    await connotes.move({ id, to: 'DELIVERED', proof: { receivedBy: 'Alex' } }, 'driver1');
    await button(page, 'Delivered').click();
    const refused = page.getByRole('listitem').filter({ hasText: 'Delivered to Kim Lee' }).last();
    await refused.getByText(`Not accepted: meanwhile ${number} is “Delivered”.`).waitFor();
    expect((await filesOf(id))?.proofOfDelivery?.receivedBy).toBe('Alex');
  },
);

const aPicture = async () => ({
  ...{ name: 'ramp.jpg', mimeType: 'image/jpeg' },
  buffer: await picture(400, 300).jpeg().toBuffer(),
});

testInBrowser(
  'photos before and after are added with a network, seen by the customer, and removed',
  async () => {
    const { connotes } = portal.served;
    const { id, number } = await connotes.reach('IN_TRANSIT');
    const photosOf = async () =>
      (await filesOf(id))?.servicePhotos.map(({ kind, by }) => [kind, by.name === 'driver1']);
    const driver = await portal.open({
      ...{ as: 'driver1', at: `/driver/connotes/${number}`, ...PHONE, expects: /ERR_INTERNET_DISCONNECTED/ },
    });
    const groupOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
    await driver.getByLabel('Add photos before').setInputFiles([await aPicture(), await aPicture()]);
    await button(driver, 'Remove photo 2: Before').waitFor();
    await expect.poll(photosOf).toEqual([
      ['BEFORE', true],
      ['BEFORE', true],
    ]);
    await driver
      .getByLabel('Add photos after')
      .setInputFiles({ name: 'a.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await driver.getByText('One of the files is no picture').waitFor();
    await mustFit(driver);
    await mustBeAccessible(driver, 'a stop with photos before and after');
    await button(driver, 'Remove photo 1: Before').click();
    await confirm(driver, 'Remove this photo?', 'Remove photo');
    await button(driver, 'Remove photo 2: Before').waitFor({ state: 'detached' });
    const heading = groupOf(driver, 'Before').getByRole('heading');
    await expect.poll(() => heading.evaluate((title) => title.matches(':focus'))).toBe(true);
    await driver.context().setOffline(true);
    await driver.getByText('Without a connection, these photos can’t be added or removed.').waitFor();
    expect(await driver.getByLabel('Add photos after').count()).toBe(0);
    await driver.context().setOffline(false);
    await driver.getByLabel('Add photos after').waitFor();

    const staff = await portal.open({ as: 'operations1', at: `/operations/connotes/${number}` });
    await staff.getByLabel('Add photos after').setInputFiles(await aPicture());
    await button(staff, 'Remove photo 1: After').waitFor();
    await mustBeAccessible(staff, 'a connote with photos before and after');
    await driver.reload();
    await groupOf(driver, 'After').getByRole('button', { name: 'Enlarge photo 1: After' }).waitFor();
    // It is not the driver's own.
    expect(await button(driver, 'Remove photo 1: After').count()).toBe(0);

    const customer = await portal.open({ as: 'customer1', at: `/customer/bookings/${number}` });
    await button(customer, 'Enlarge photo 1: Before').click();
    const large = customer.getByRole('dialog').getByRole('img', { name: 'Photo 1: Before' });
    await expect.poll(() => isLoaded(large)).toBe(true);
    await customer.keyboard.press('Escape');
    await button(customer, 'Enlarge photo 1: After').waitFor();
    expect(await customer.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
    expect(await customer.getByLabel(/^Add photos/).count()).toBe(0);
  },
);
