import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { card, comeBack, doneEarlier, note, pickUp, region, serveDrivers } from '../support/driver-run.js';
import { button } from '../support/session-pages.js';

const { portal, connote, openRun, happened, earlier } = serveDrivers();

testInBrowser(
  'what waited a few minutes has its times too, and none of it is refused for another’s',
  async () => {
    const { id, number } = await portal.served.connotes.reach('ALLOCATED');
    await earlier(id, 60);
    const page = await openRun();
    await page.context().setOffline(true);
    await pickUp(page, number);
    await note(page, number, 'Gate 1');
    await page.evaluate(doneEarlier(4));
    await note(page, number, 'Gate 2');
    await page.context().setOffline(false);
    await expect.poll(async () => (await happened(id)).length).toBe(3);
    const { events } = await connote(id);
    expect(events.slice(-3).map((event) => event.note)).toEqual([null, 'Gate 1', 'Gate 2']);
    for (const { at, recordedAt } of events.slice(-3, -1))
      expect(Date.parse(recordedAt) - Date.parse(at)).toBeGreaterThanOrEqual(240_000);
    expect(await page.getByText('Is the clock of this phone right?').count()).toBe(0);
  },
);

testInBrowser('what others wait behind has its time, or these would be refused for theirs', async () => {
  const { id, number } = await portal.served.connotes.reach('ALLOCATED');
  await earlier(id, 60);
  const page = await openRun();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('query PortalStopState')) await held;
    return route.fallback();
  });
  await pickUp(page, number);
  await note(page, number, 'Gate 6');
  letGo();
  await expect.poll(async () => (await happened(id)).length).toBe(2);
  const [pickup] = (await connote(id)).events.slice(-2);
  // Without a time of its own, it would have been done when it was recorded.
  expect(Date.parse(String(pickup?.recordedAt))).toBeGreaterThan(Date.parse(String(pickup?.at)));
});

testInBrowser(
  'what was done after an act that is refused for its time waits, and goes as it does',
  async () => {
    const { id, number } = await portal.served.connotes.reach('ALLOCATED');
    const page = await openRun();
    await page.context().setOffline(true);
    await pickUp(page, number);
    await card(page, number).getByRole('link', { name: 'Delivered' }).click();
    await page.getByLabel('Received by').fill('Kim Lee');
    await button(page, 'Delivered').click();
    const delivered = region(page, 'Delivered, waiting to be sent');
    await delivered.getByText('Delivered to Kim Lee').waitFor();
    // By the phone's clock all was done before the allocation.
    await page.evaluate(doneEarlier(10));
    await page.context().setOffline(false);
    const stop = card(page, number);
    await stop.getByText('Is the clock of this phone right?').waitFor();
    await comeBack(page);
    await page.reload();
    await stop.getByText('Waiting to be sent').waitFor();
    await mustBeAccessible(page, 'an act that waits behind a refused one');
    expect(await happened(id)).toEqual([]);
    await stop.getByRole('button', { name: 'Send without its time: Picked up' }).click();
    await stop.waitFor({ state: 'detached' });
    expect(await happened(id)).toEqual([
      ['STATUS', 'IN_TRANSIT', null],
      ['STATUS', 'DELIVERED', null],
    ]);
  },
);

testInBrowser('what is refused for its time is kept, and is sent without it', async () => {
  const { id, number } = await portal.served.connotes.reach('IN_TRANSIT');
  const page = await openRun();
  await page.context().setOffline(true);
  await note(page, number, 'Gate 9');
  // By the phone's clock it was done before the pickup.
  await page.evaluate(doneEarlier(10));
  await page.context().setOffline(false);
  const stop = card(page, number);
  await stop.getByText('can not be the time of this').waitFor();
  await page.reload();
  await stop.getByText('Is the clock of this phone right?').waitFor();
  await mustBeAccessible(page, 'an act that was refused for its time');
  expect(await happened(id)).toEqual([['STATUS', 'IN_TRANSIT', null]]);
  await stop.getByRole('button', { name: 'Send without its time: Note' }).click();
  await expect.poll(async () => (await happened(id)).at(-1)).toEqual(['NOTE', 'IN_TRANSIT', 'Gate 9']);
});
