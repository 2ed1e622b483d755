import { joinEmbedded } from '../composition/embedded-postgres.js';
import { checkErp } from '../composition/erp-check.js';
import { openErp } from '../composition/open-erp.js';
import type { ErpSettings } from '../config.js';
import { describeFailure } from '../erp/check/describe-failure.js';
import type { ErpReport } from '../erp/check/erp-report.js';
import { deadlineSignal } from '../shared/deadline.js';

/** Checks whether the portal can work with the ERP of these settings. */
export async function checkErpOf(settings: ErpSettings): Promise<ErpReport> {
  const embedded = await joinEmbedded({ dataDir: settings.dataDir, erp: settings.erp });
  try {
    const erp = await openErp(settings, embedded);
    try {
      return await checkErp(erp, settings, {
        deadline: () => deadlineSignal(settings.erpQueryTimeoutMs),
        isOver: () => false,
        describe: (error) => describeFailure(error, settings),
      });
    } finally {
      await erp.close();
    }
  } finally {
    await embedded?.close();
  }
}
