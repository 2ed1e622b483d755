const FIRST_DELAYS_SECONDS = [30, 120, 480, 1_800, 7_200];
const LATER_DELAY_SECONDS = 21_600;
/** With these delays, the attempts span nearly two days. */
const MAX_ATTEMPTS = 13;
const JITTER = 0.1;

/**
 * The back-off after a failed attempt, in seconds; null after the last attempt. Jitter spreads the retries, so that a
 * server that was down does not get all of them at once.
 *
 * @param attempts how many attempts there have been
 * @param random at least 0 and less than 1
 */
export function secondsToNextAttempt(attempts: number, random = Math.random()): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const seconds = FIRST_DELAYS_SECONDS[attempts - 1] ?? LATER_DELAY_SECONDS;
  return Math.round(seconds * (1 + JITTER * (2 * random - 1)));
}
