import type { Logger } from 'pino';
import { ErpNotAdmitted } from '../erp/erp-not-admitted.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import { everyHour } from '../shared/every-hour.js';
import { rejectOnAbort } from '../shared/when-aborted.js';

/** How long the start waits for the inspection. A slower ERP is inspected before its first query instead. */
const START_TIMEOUT_MS = 5_000;

/**
 * Inspects the ERP now and once an hour.
 *
 * @returns stops the hourly inspection
 * @throws ErpNotAdmitted if the ERP answers but the portal can't work with it
 */
export async function inspectErp(erp: GuardedErp, logger: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const inspect = () =>
    rejectOnAbort(erp.inspect(), stopping.signal).catch((error: unknown) => {
      // The inspector has already reported its findings.
      if (error instanceof ErpNotAdmitted || stopping.signal.aborted) return;
      logger.warn({ err: error }, 'the ERP could not be inspected');
    });
  const finished = everyHour(inspect, logger);
  const stop = () => {
    stopping.abort();
    return finished();
  };
  try {
    await rejectOnAbort(erp.inspect(), AbortSignal.timeout(START_TIMEOUT_MS));
  } catch (error) {
    if (error instanceof ErpNotAdmitted) {
      await stop();
      throw error;
    }
    logger.warn('the ERP does not answer yet; it is inspected once it does');
  }
  return stop;
}
