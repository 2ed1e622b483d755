/** By then the page has shown what was done. */
const SOON_MS = 100;

/** Gives the focus to a stop if what had it is gone: a button with what it did, a card to another part of the run. */
export function focusStopSoon(number: string): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const card = document.getElementById(`stop-${number}`);
    const title = card?.querySelector('a') ?? card ?? document.querySelector('h1');
    if (!title) return;
    if (!(title instanceof HTMLAnchorElement)) title.tabIndex = -1;
    title.focus();
  }, SOON_MS);
}
