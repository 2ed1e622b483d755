import type { Logger } from 'pino';
import { ErpNotAdmitted } from '../erp/erp-not-admitted.js';
import { describeFault } from '../erp/fault-descriptions.js';
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
  const starting = AbortSignal.timeout(START_TIMEOUT_MS);
  try {
    await rejectOnAbort(erp.inspect(), starting);
  } catch (error) {
    if (error instanceof ErpNotAdmitted) {
      await stop();
      throw error;
    }
    if (erp.admitted) logger.info('the inspection of the ERP goes on in the background');
    else if (starting.aborted) logger.warn('the ERP takes long: it is inspected before its first query');
    else logger.warn(`${describeFault(error)}: the ERP is inspected once it answers`);
  }
  return stop;
}
