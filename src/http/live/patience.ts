/** How long an open connection may be silent, and how long its client may read nothing, in milliseconds. */
export interface Patience {
  pingMs: number;
  stalledMs: number;
}

/** Proxies and people hang up on what is silent for a minute. */
const PING_MS = 12_000;
const STALLED_MS = 30_000;

/** The same, within the time that any connection may be idle. */
export const patienceWithin = (idleMs: number): Patience => ({
  pingMs: Math.min(PING_MS, idleMs / 2),
  stalledMs: Math.min(STALLED_MS, idleMs),
});
