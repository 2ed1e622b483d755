/** The browser may have other portals of this host, each below a path of its own. */
export const PLACE = new URL(document.baseURI).pathname;

/** Tabs that have a session share it, so that a tab knows whether others are there to ask. */
const SESSION_LOCK = `portico-open ${PLACE}`;
const HAS_LOCKS = 'locks' in navigator;
/** A tab that can't run is waited for this long. Those that can are waited for without a clock. */
const STUCK_MS = 2_000;
/** How long all tabs are waited for where browsers have no locks. */
const TELL_MS = 40;

/** Gives this tab's share back; null while it has none. */
let release: (() => void) | null = null;

/** This tab has a session that it tells others. */
export function takeShare(): void {
  if (!HAS_LOCKS || release) return;
  const left = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks.request(SESSION_LOCK, { mode: 'shared' }, () => left).catch(() => undefined);
}

/** This tab has no session that it tells others. */
export function leaveShare(): void {
  release?.();
  release = null;
}

/**
 * Waits until no tab has a share, or until `wait` is aborted. A tab that has just renewed the session has its share before
 * another tab gets COOKIE_LOCK, because it asked for the share first, and the browser keeps that order.
 */
export async function untilNoShare(wait: AbortController): Promise<void> {
  const { signal } = wait;
  const timer = setTimeout(() => wait.abort(), HAS_LOCKS ? STUCK_MS : TELL_MS);
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  await (HAS_LOCKS
    ? navigator.locks.request(SESSION_LOCK, { signal }, () => undefined).catch(() => undefined)
    : aborted);
  clearTimeout(timer);
}
