import { expect } from 'vitest';
import { mustBeAccessible } from '../support/accessibility.js';
import { testInBrowser } from '../support/browser.js';
import { card, comeBack, doneEarlier, note, pickUp, region, serveDrivers } from '../support/driver-run.js';
import { mustFit } from '../support/page-width.js';
import { signIn } from '../support/portal-page.js';
import { button, endSessionsOf, heading, signOut } from '../support/session-pages.js';

const { portal, connote, openRun, happened, earlier } = serveDrivers();

testInBrowser('without a network a driver goes on, and all is sent in order once there is one', async () => {
  const { id, number } = await portal.served.connotes.reach('ALLOCATED');
  await earlier(id, 60);
  const page = await openRun();
  // What looks for faults has to be brought first.
  await mustBeAccessible(page, 'a run before');
  await page.context().setOffline(true);
  await page.getByText('No connection. This is your run as of').waitFor();
  await pickUp(page, number);
  await region(page, 'On board, to deliver').getByText('Waiting to be sent').waitFor();
  await card(page, number).getByRole('link', { name: 'Delivered' }).click();
  await page.getByLabel('Received by').fill('Kim Lee');
  await button(page, 'Delivered').click();
  const waiting = region(page, 'Delivered, waiting to be sent');
  await waiting.getByText('Delivered to Kim Lee').waitFor();
  await expect.poll(() => waiting.getByText('Waiting to be sent', { exact: true }).count()).toBe(2);
  await page.getByText('Keep this page open').waitFor();
  await page.getByText('2 entries wait to be sent.').waitFor();
  await mustFit(page);
  await mustBeAccessible(page, 'a run without a network');
  expect(await happened(id)).toEqual([]);

  await page.evaluate(doneEarlier(10));
  await page.context().setOffline(false);
  await card(page, number).waitFor({ state: 'detached' });
  expect(await happened(id)).toEqual([
    ['STATUS', 'IN_TRANSIT', null],
    ['STATUS', 'DELIVERED', null],
  ]);
  const { events } = await connote(id);
  for (const { at, recordedAt } of events.slice(-2))
    expect(Date.parse(recordedAt) - Date.parse(at)).toBeGreaterThanOrEqual(600_000);
  await page.goto(`/driver/connotes/${number}`);
  const history = page.getByRole('region', { name: 'What happened' });
  await history.getByText('recorded').nth(1).waitFor();
  expect(await history.getByText('recorded').count()).toBe(2);
  await mustBeAccessible(page, 'a stop that was delivered without a network');
});

testInBrowser(
  'what the office changed meanwhile is shown, and what was done is kept until dismissed',
  async () => {
    const { id, number } = await portal.served.connotes.reach('ALLOCATED');
    const page = await openRun();
    await page.context().setOffline(true);
    await pickUp(page, number);
    await portal.served.connotes.move({ id, to: 'CANCELLED' }, 'operations1');
    await page.context().setOffline(false);
    const refused = region(page, 'Not on your run any more');
    await refused.getByText(`Not accepted: meanwhile ${number} is “Cancelled”.`).waitFor();
    await page.reload();
    await refused.getByText('“Cancelled”').waitFor();
    await mustBeAccessible(page, 'a refused act');
    await refused.getByRole('button', { name: 'Dismiss: Picked up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dismiss this?' });
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    // While the dialog is there, nothing behind it has a role.
    await dialog.waitFor({ state: 'detached' });
    await refused.waitFor({ state: 'detached' });
    await page.reload();
    await heading(page, 'Today’s run').waitFor();
    // Until then it could still come.
    await page.waitForLoadState('networkidle');
    expect(await refused.count()).toBe(0);
  },
);

testInBrowser('an act is sent once, also after a lost answer, a reload and with two tabs', async () => {
  const { id, number } = await portal.served.connotes.reach('ALLOCATED');
  const page = await openRun();
  const context = page.context();
  let isDown = false;
  await context.route('**/graphql', async (route) => {
    const [, name] =
      route
        .request()
        .postData()
        ?.match(/Portal(MoveStop|NoteStop|StopState)\b/) ?? [];
    if (!name || (name === 'StopState' && !isDown)) return route.fallback();
    if (!isDown) await route.fetch();
    isDown ||= name === 'NoteStop';
    return route.abort('failed');
  });
  await pickUp(page, number);
  await expect.poll(() => happened(id)).toEqual([['STATUS', 'IN_TRANSIT', null]]);
  await note(page, number, 'Gate 3');
  // The pickup is found to be done, and the note's answer is lost in its turn.
  await expect.poll(async () => (await happened(id)).length).toBe(2);
  const other = await context.newPage();
  await other.goto('/driver/dashboard');
  await card(other, number).getByText('Waiting to be sent').waitFor();
  await page.reload();
  await card(page, number).getByText('Waiting to be sent').waitFor();
  await context.unroute('**/graphql');
  await Promise.all([comeBack(page), comeBack(other)]);
  for (const tab of [page, other]) {
    await expect.poll(() => tab.getByText('Waiting to be sent').count()).toBe(0);
  }
  expect(await happened(id)).toEqual([
    ['STATUS', 'IN_TRANSIT', null],
    ['NOTE', 'IN_TRANSIT', 'Gate 3'],
  ]);
});

testInBrowser(
  'another driver on the same phone neither sees nor sends what waits for the first',
  async () => {
    const { connotes, accounts } = portal.served;
    const { id, number } = await connotes.reach('ALLOCATED');
    const { username, password } = await accounts.made({ role: 'DRIVER' });
    const page = await openRun();
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('mutation PortalNoteStop')
        ? route.abort('failed')
        : route.fallback(),
    );
    await note(page, number, 'For driver1 alone');
    await card(page, number).getByText('Waiting to be sent').waitFor();
    await signOut(page, 'driver1');
    const dialog = page.getByRole('dialog', { name: 'Sign out now?' });
    await dialog.getByText('1 entry still waits to be sent.').waitFor();
    await mustBeAccessible(page, 'the dialog before signing out');
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await page.unroute('**/graphql');
    await signIn(page, username, password);
    await page.getByText('Nothing is on your run').waitFor();
    await comeBack(page);
    expect(await page.getByText(number).count()).toBe(0);
    await signOut(page, username as 'driver1');
    expect(await happened(id)).toEqual([]);
    await signIn(page, 'driver1');
    await expect.poll(() => happened(id)).toEqual([['NOTE', 'ALLOCATED', 'For driver1 alone']]);
  },
);

/** How many runs and acts the browser keeps; null where it has no place for them. */
const KEPT = `indexedDB.databases().then((all) => all.some(({ name }) => name === 'portico-driver /')
  ? new Promise((resolve) => {
      indexedDB.open('portico-driver /').onsuccess = ({ target: { result } }) => {
        const read = result.transaction(['runs', 'acts']);
        const counts = ['runs', 'acts'].map((store) => read.objectStore(store).count());
        read.oncomplete = () => { result.close(); resolve(counts.map(({ result }) => result)); };
      };
    })
  : null)`;

testInBrowser('whoever signs out anywhere leaves no run behind, only what waits to be sent', async () => {
  const { number } = await portal.served.connotes.reach('IN_TRANSIT');
  const page = await openRun();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation PortalNoteStop')
      ? route.abort('failed')
      : route.fallback(),
  );
  await note(page, number, 'Gate 7');
  await card(page, number).getByText('Waiting to be sent').waitFor();
  expect(await page.evaluate(KEPT)).toEqual([1, 1]);
  // Here nothing of a driver's pages is loaded.
  await page.goto('/account');
  await heading(page, 'Account').waitFor();
  await signOut(page, 'driver1');
  await heading(page, 'Sign in').waitFor();
  await expect.poll(() => page.evaluate(KEPT)).toEqual([0, 1]);

  const other = await portal.open({ as: 'customer1', at: '/account' });
  await heading(other, 'Account').waitFor();
  await signOut(other, 'customer1');
  await heading(other, 'Sign in').waitFor();
  expect(await other.evaluate(KEPT)).toBeNull();
});

testInBrowser('a run can be read while the server is away, and what waits outlives the session', async () => {
  const { id, number } = await portal.served.connotes.reach('IN_TRANSIT');
  const page = await openRun();
  await page.route('**/graphql', (route) =>
    /Portal(Run|StopState)\b/.test(route.request().postData() ?? '')
      ? route.abort('failed')
      : route.fallback(),
  );
  await page.reload();
  await page.getByText('No connection. This is your run as of').waitFor();
  await note(page, number, 'Gate 5');
  await card(page, number).getByText('Waiting to be sent').waitFor();
  await endSessionsOf(portal.app, 'driver1');
  await page.unroute('**/graphql');
  await comeBack(page);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  expect(await happened(id)).toEqual([['STATUS', 'IN_TRANSIT', null]]);
  await dialog.getByLabel('Password', { exact: true }).fill('password123');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(async () => (await happened(id)).at(-1)).toEqual(['NOTE', 'IN_TRANSIT', 'Gate 5']);
});
