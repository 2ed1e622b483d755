import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { inTransaction } from '../db/in-transaction.js';
import { describeFault } from '../erp/fault-descriptions.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import { ErpChecks } from '../features/inventory/erp-checks.js';
import { checkErp } from './erp-check.js';

/** What checking the ERP needs. */
export interface ErpChecksInput {
  erp: GuardedErp;
  dataSource: DataSource;
  audit: AuditLog;
  now: () => Date;
}

/** Composes the checks of the ERP, whose queries wait for their turns among those of pages. */
export function composeErpChecks(config: Config, { erp, dataSource, audit, now }: ErpChecksInput): ErpChecks {
  return new ErpChecks({
    record: (origin) =>
      inTransaction(dataSource, (tx) =>
        audit.append(tx, origin, {
          action: 'ERP_CHECKED',
          target: { type: null, id: null, label: 'erp check' },
        }),
      ),
    // The gate adds the deadline of each query.
    runCheck: (overall) =>
      checkErp(erp.forCheck(), config, {
        deadline: () => overall,
        isOver: () => overall.aborted,
        describe: describeFault,
      }),
    now,
  });
}
