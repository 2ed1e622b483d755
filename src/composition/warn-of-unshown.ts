import type { Logger } from 'pino';
import { oncePer } from '../shared/once-per.js';
import type { OnUnshown } from '../shared/row-values.js';

const WARNED_ONCE_PER = { periodMs: 3_600_000, remembered: 100 };

/** Logs that a column has a value that can't be shown: once an hour for each column, because every page may have some. */
export function warnOfUnshown(logger: Logger): OnUnshown {
  const isDue = oncePer(WARNED_ONCE_PER);
  return (column) => {
    if (!isDue(column)) return;
    logger.warn(
      { column },
      "the ERP has values that can't be shown, such as infinity; portico erp check counts them",
    );
  };
}
