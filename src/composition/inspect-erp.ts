import type { Logger } from 'pino';
import { rejectOnAbort } from '../erp/erp.js';
import { ErpNotAdmitted } from '../erp/erp-not-admitted.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import { everyHour } from '../shared/every-hour.js';

/** An ERP that takes longer to answer doesn't hold up the start: it is inspected before the first question instead. */
const PATIENCE_MS = 5_000;

/**
 * Inspects the ERP now and once an hour.
 *
 * @returns ends that
 * @throws ErpNotAdmitted where it answers and can't be worked with
 */
export async function inspectErp(erp: GuardedErp, logger: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const inspect = () =>
    rejectOnAbort(erp.inspect(), stopping.signal).catch((error: unknown) => {
      // What it finds has been told.
      if (error instanceof ErpNotAdmitted || stopping.signal.aborted) return;
      logger.warn({ err: error }, 'the ERP could not be inspected');
    });
  const finished = everyHour(inspect, logger);
  const stop = () => {
    stopping.abort();
    return finished();
  };
  try {
    await rejectOnAbort(erp.inspect(), AbortSignal.timeout(PATIENCE_MS));
  } catch (error) {
    if (error instanceof ErpNotAdmitted) {
      await stop();
      throw error;
    }
    logger.warn('the ERP does not answer yet; it is inspected once it does');
  }
  return stop;
}
