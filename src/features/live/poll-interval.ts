/** The time between two questions grows by this factor with each equal answer … */
const GROWTH = 1.25;
/** … up to this many times the interval. */
const MAX_FACTOR = 3;
/** After a failure, no question waits longer than this without being longer than the interval. */
const MAX_RETRY_MS = 30_000;
/** A question takes at most one part in so many of the ERP's time. */
const SHARE = 10;

/** What the next time depends on. */
export interface PollOutcome {
  /** How often in a row the answer was the same, this time included. */
  sameAnswers: number;
  /** How long the ERP took. */
  tookMs: number;
}

/** How long until a question is put again. */
export function nextPollMs(intervalMs: number, { sameAnswers, tookMs }: PollOutcome): number {
  const factor = Math.min(GROWTH ** sameAnswers, MAX_FACTOR);
  return Math.round(Math.max(intervalMs * factor, tookMs * SHARE));
}

/** The same after a failure. */
export const retryPollMs = (intervalMs: number): number =>
  Math.min(intervalMs * MAX_FACTOR, Math.max(intervalMs, MAX_RETRY_MS));
