import { untilShown } from '../until-shown';

/** How long until the connection is tried again the first time; each time it takes twice as long, up to the longest. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
/** The longest where there never was a connection: a proxy may let none through. */
const NEVER_MS = 600_000;

/** Somewhere around so many ms, so that all who lost their connection together don't come back together. */
export const around = (ms: number): number => ms * (0.5 + Math.random());

/** Waits before the connection is tried again: longer each time, but not when the network is back; and until somebody looks. */
export async function waitToReconnect(retries: number, hasConnected: boolean): Promise<void> {
  const longest = hasConnected ? LONGEST_MS : NEVER_MS;
  await networkIsBack(around(Math.min(FIRST_MS * 2 ** retries, longest)));
  while (!navigator.onLine) await networkIsBack(LONGEST_MS);
  await untilShown();
}

/** Resolves when the network comes back, or after so many ms. */
function networkIsBack(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
