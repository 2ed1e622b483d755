import type { Logger } from 'pino';
import type { QueryReport, Telemetry } from './telemetry.js';

interface Inspection {
  writePrivileges: readonly { what: string }[];
  problems: readonly string[];
  admitted: boolean;
}

const LOG_INTERVAL_MS = 60_000;

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
  let lastLogged = Number.NEGATIVE_INFINITY;
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
      if (!admitted) logger.error({ could, problems }, 'the ERP is not as the portal needs it');
      else if (writePrivileges.length > 0)
        logger.warn({ could }, 'the ERP login could write, and is allowed to');
    },
    rejected: (reason: 'circuit' | 'queue') => erp.rejected(reason),
    circuit: (state: string) => {
      if (state === 'open') logger.warn('the ERP does not answer: the circuit to it is open');
      if (state === 'closed') logger.info('the ERP answers again: the circuit to it is closed');
    },
    /** Logged at most once a minute, because every query gets the same refusal until the cause is fixed. */
    refused: (error: unknown) => {
      if (performance.now() - lastLogged < LOG_INTERVAL_MS) return;
      lastLogged = performance.now();
      logger.error(
        { err: error },
        'the ERP refuses our login: check ERP_USER, ERP_PASSWORD and what the login may read',
      );
    },
  };
}
