import type { Locator, Page } from 'playwright-core';
import { startFreight } from './connotes.js';
import { servePortal } from './portal-page.js';
import { heading } from './session-pages.js';

/** What a browser logs of requests that get nowhere. */
const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

export const card = (page: Page, number: string): Locator =>
  page.getByRole('article').filter({ hasText: number });
export const region = (page: Page, name: string): Locator => page.getByRole('region', { name });

export async function pickUp(page: Page, number: string): Promise<void> {
  await card(page, number).getByRole('button', { name: 'Picked up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Picked up?' });
  await dialog.getByRole('button', { name: 'Picked up' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function note(page: Page, number: string, text: string): Promise<void> {
  await card(page, number).getByRole('button', { name: 'Add a note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a note' });
  await dialog.getByLabel('Note').fill(text);
  await dialog.getByRole('button', { name: 'Add note' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What waits was done so many minutes earlier: for `page.evaluate`. */
export const doneEarlier = (minutes: number) => `new Promise((resolve) => {
  indexedDB.open('portico-driver /').onsuccess = ({ target: { result } }) => {
    const change = result.transaction('acts', 'readwrite');
    change.oncomplete = () => { result.close(); resolve(); };
    change.objectStore('acts').openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      const { madeAt, ...act } = cursor.value;
      const earlier = new Date(Date.parse(madeAt) - ${minutes} * 60_000).toISOString();
      cursor.update({ ...act, madeAt: earlier });
      cursor.continue();
    };
  };
})`;
/** The page notices that the network is back. */
export const comeBack = (page: Page) => page.evaluate('dispatchEvent(new Event("online"))');

/** Serves a portal in whose browser a driver works without a network. */
export function serveDrivers() {
  const portal = servePortal(startFreight);
  const connote = (id: string) => portal.served.connotes.must(id);
  return {
    portal,
    connote,
    /** Today's run, once all that the portal works with offline has come. */
    async openRun(): Promise<Page> {
      const viewport = { width: 360, height: 740 };
      const page = await portal.open({ as: 'driver1', at: '/driver/dashboard', viewport, expects: LOST });
      await heading(page, 'Today’s run').waitFor();
      // The files of the other pages come by themselves.
      await page.waitForLoadState('networkidle');
      return page;
    },
    /** What happened to a connote since it was allocated. */
    happened: async (id: string) =>
      (await connote(id)).events.slice(4).map(({ kind, to, note: words }) => [kind, to, words]),
    /** Everything happened to a connote so many minutes earlier. */
    earlier: (id: string, minutes: number) =>
      portal.app.database(
        "update connote_event set (at, recorded_at) = (at - $2 * interval '1 minute', at - $2 * interval '1 minute') where connote_id = $1",
        [id, minutes],
      ),
  };
}
