import { checkErp } from '../../src/composition/erp-check.js';
import { openErp } from '../../src/composition/open-erp.js';
import { readErp } from '../../src/config.js';
import type { Erp } from '../../src/erp/erp.js';
import { describeFault } from '../../src/erp/fault-descriptions.js';
import type { ErpGate } from '../../src/erp/gate.js';
import { GatedErp } from '../../src/erp/gated-erp.js';

/** What is done with the queries of a check. */
export interface Watch {
  /** Called with the SQL of each query; may throw instead of it. */
  before(sql: string): void;
  /** Fires once the time for the whole check is over. */
  overall?: AbortSignal;
  /** Where the queries wait for their turns; not at all if it is left out. */
  gate?: ErpGate;
}

/** Checks an ERP as the portal does, and watches each query. */
export async function checkWatched(
  erpSettings: Record<string, string>,
  { before, overall = new AbortController().signal, gate }: Watch,
) {
  const settings = readErp(erpSettings);
  const opened = await openErp(settings, null);
  const erp = gate ? new GatedErp(opened, gate) : opened;
  const watched: Pick<Erp, 'read'> = {
    read: async (query, signal) => {
      before(query.sql);
      return erp.read(query, signal);
    },
  };
  const asked = new Proxy(erp, {
    get: (of, name) => {
      const value = name === 'read' ? watched.read : Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
  try {
    return await checkErp(asked, settings, {
      deadline: () => overall,
      isOver: () => overall.aborted,
      describe: describeFault,
    });
  } finally {
    await opened.close();
  }
}
