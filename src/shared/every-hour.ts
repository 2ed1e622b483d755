import type { Logger } from 'pino';

const HOUR_MS = 3_600_000;

/**
 * Runs the work immediately, and again every hour. A failure is logged, and the next run tries again.
 *
 * @returns stops it; resolves when a run in progress is done
 */
export function everyHour(work: () => Promise<void>, logger: Logger): () => Promise<void> {
  let inProgress = Promise.resolve();
  const start = () => {
    inProgress = inProgress.then(work).catch((error: unknown) => {
      logger.error({ err: error }, 'an hourly task failed');
    });
  };
  start();
  const timer = setInterval(start, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    return inProgress;
  };
}
