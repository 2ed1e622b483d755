import { setTimeout } from 'node:timers/promises';

const CLOSE_MS = 1_000;

/** Waits until a pool is closed, but at most one second: a connection attempt to a server that hangs delays closing. */
export async function closeWithTimeout(closed: Promise<unknown>): Promise<void> {
  await Promise.race([closed, setTimeout(CLOSE_MS, undefined, { ref: false })]);
}
