import type { Logger } from 'pino';
import { orAborted } from '../erp/erp.js';
import { ErpUnfit } from '../erp/erp-not-admitted.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import { everyHour } from '../shared/every-hour.js';

/** An ERP that takes longer to answer doesn't hold up the start: it is inspected before the first question instead. */
const PATIENCE_MS = 5_000;

/**
 * Inspects the ERP now and once an hour.
 *
 * @returns ends that
 * @throws ErpUnfit where it answers and can't be worked with
 */
export async function proveErp(erp: GuardedErp, logger: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const inspect = () =>
    orAborted(erp.inspect(), stopping.signal).catch((error: unknown) => {
      // What it finds has been told.
      if (error instanceof ErpUnfit || stopping.signal.aborted) return;
      logger.warn({ err: error }, 'the ERP could not be inspected');
    });
  const finished = everyHour(inspect, logger);
  const stop = () => {
    stopping.abort();
    return finished();
  };
  try {
    await orAborted(erp.inspect(), AbortSignal.timeout(PATIENCE_MS));
  } catch (error) {
    if (error instanceof ErpUnfit) {
      await stop();
      throw error;
    }
    logger.warn('the ERP does not answer yet; it is inspected once it does');
  }
  return stop;
}
