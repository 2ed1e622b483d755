const FIRST_SECONDS = [30, 120, 480, 1_800, 7_200];
const THEN_SECONDS = 21_600;
/** Nearly two days with the waits between them. */
const MAX_ATTEMPTS = 13;
const JITTER = 0.1;

/**
 * How long to wait after a failed attempt, so that a server that was down isn't met by all at once; null after the last.
 *
 * @param attempts how many there have been
 * @param random at least 0 and less than 1
 */
export function secondsToNextAttempt(attempts: number, random = Math.random()): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const seconds = FIRST_SECONDS[attempts - 1] ?? THEN_SECONDS;
  return Math.round(seconds * (1 + JITTER * (2 * random - 1)));
}
