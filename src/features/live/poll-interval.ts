/** The time between two questions grows by this factor with each equal answer … */
const GROWTH = 1.25;
/** … up to this many times the interval, and as much while the ERP doesn't answer. */
const MAX_FACTOR = 3;
/** A question takes at most one part in so many of the ERP's time. */
const SHARE = 10;

/** What the next time depends on. */
export interface PollOutcome {
  /** How often in a row the answer was the same. */
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
export const retryPollMs = (intervalMs: number): number => intervalMs * MAX_FACTOR;
