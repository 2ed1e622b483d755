import type { Logger } from 'pino';

const HOUR_MS = 3_600_000;

/**
 * Does work now and once an hour. What fails is logged and done again the next time.
 *
 * @returns ends it, once what is under way is done
 */
export function everyHour(work: () => Promise<void>, logger: Logger): () => Promise<void> {
  let underWay = Promise.resolve();
  const start = () => {
    underWay = underWay.then(work).catch((error: unknown) => {
      logger.error({ err: error }, 'the hourly tidying failed');
    });
  };
  start();
  const timer = setInterval(start, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
