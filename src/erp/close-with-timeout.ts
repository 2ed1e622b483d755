import { setTimeout } from 'node:timers/promises';

const CLOSE_MS = 1_000;

/** Waits for a pool to close, but not for a connection that is still being made to a server that hangs. */
export async function closeWithTimeout(closed: Promise<unknown>): Promise<void> {
  await Promise.race([closed, setTimeout(CLOSE_MS, undefined, { ref: false })]);
}
