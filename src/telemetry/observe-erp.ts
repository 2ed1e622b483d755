import type { Logger } from 'pino';
import { oncePer } from '../shared/once-per.js';
import type { QueryReport, Telemetry } from './telemetry.js';

interface Inspection {
  writePrivileges: readonly { what: string }[];
  problems: readonly string[];
  admitted: boolean;
}

/** A lasting fault must not fill the log. Each key has the text of an error, so there may be any number of them. */
const LOGGED_ONCE_PER = { periodMs: 60_000, remembered: 100 };

/**
 * Creates an observer that counts and logs what happens between the portal and the ERP.
 *
 * @param onQuery also called for each query
 */
export function observeErp<Report extends QueryReport>(
  telemetry: Telemetry,
  logger: Logger,
  onQuery: (report: Report) => void = () => {},
) {
  const { erp } = telemetry.metrics;
  const isDue = oncePer(LOGGED_ONCE_PER);
  return {
    query: (report: Report) => {
      telemetry.erpQuery(report);
      onQuery(report);
    },
    retried: () => erp.retried(),
    shared: () => erp.shared(),
    stale: () => erp.stale(),
    inspected: ({ writePrivileges, problems, admitted }: Inspection) => {
      const could = writePrivileges.map(({ what }) => what);
      if (!isDue(JSON.stringify([could, problems]))) return;
      if (!admitted) logger.error({ could, problems }, 'the ERP is not as the portal needs it');
      else if (could.length > 0) logger.warn({ could }, 'the ERP login could write, and is allowed to');
    },
    rejected: (reason: 'circuit' | 'queue' | 'streams') => erp.rejected(reason),
    circuit: (state: string) => {
      if (state === 'open')
        logger.warn('queries of the ERP fail one after the other: the circuit to it is open');
      if (state === 'closed') logger.info('the ERP answers again: the circuit to it is closed');
    },
    connected: (security: string) => logger.info({ encryption: security }, 'connected to the ERP'),
    inspectionFailed: (error: unknown) =>
      logger.warn({ err: error }, 'the inspection of the ERP could not be completed'),
    needsRepair: (error: unknown, description: string) => {
      // Two refused queries may lack two different columns.
      const { message = '' } = error instanceof Error ? error : {};
      if (isDue(`${description}: ${message.slice(0, 200)}`)) logger.error({ err: error }, description);
    },
  };
}
