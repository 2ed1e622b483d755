import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { inTransaction } from '../db/in-transaction.js';
import { factText, type Level, labelOf } from '../erp/check/section.js';
import { describeFault } from '../erp/fault-descriptions.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import type { AuditLog } from '../features/audit/audit-log.js';
import type { ErpCheckContext } from '../features/inventory/erp-check.resolver.js';
import type { ErpCheck } from '../features/inventory/erp-check.type.js';
import { linkedSignal } from '../shared/linked-signal.js';
import type { Origin } from '../shared/origin.js';
import { checkErp, type ErpReport } from './erp-check.js';

/** How often the ERP may be checked: the check reads all of the inventory. */
const EVERY_MS = 60_000;
/** How long a check may take in all. What is left then is reported as not answered. */
const DEADLINE_MS = 50_000;
const LEVELS = { remark: 'REMARK', warning: 'WARNING', problem: 'PROBLEM' } as const satisfies Record<
  Level,
  string
>;

/** What checking the ERP needs. */
export interface ErpChecksInput {
  erp: GuardedErp;
  dataSource: DataSource;
  audit: AuditLog;
  now: () => Date;
}

/** Checks the ERP for admins: one check at a time, once a minute, and each is written down before it begins. */
export function erpChecks(config: Config, input: ErpChecksInput): ErpCheckContext['erpChecks'] {
  const { dataSource, audit } = input;
  let last: ErpCheck | null = null;
  let running: { since: number; check: Promise<ErpCheck> } | null = null;
  const begin = async (origin: Origin) => {
    await inTransaction(dataSource, (tx) =>
      audit.append(tx, origin, {
        action: 'ERP_CHECKED',
        target: { type: null, id: null, label: 'erp check' },
      }),
    );
    last = await check(config, input);
    return last;
  };
  return {
    last: () => last,
    check: (origin) => {
      if (running && performance.now() - running.since < EVERY_MS) return running.check;
      const started = { since: performance.now(), check: begin(origin) };
      running = started;
      // One that could not be written down was not done.
      started.check.catch(() => {
        running = null;
      });
      return started.check;
    },
  };
}

async function check(config: Config, { erp, now }: ErpChecksInput): Promise<ErpCheck> {
  const checkedAt = now();
  const { signal, release } = linkedSignal([], DEADLINE_MS);
  try {
    // The gate adds the deadline of each query.
    const options = { deadline: () => signal, describe: describeFault };
    return { ...shown(await checkErp(erp.forCheck(), config, options)), checkedAt };
  } finally {
    release();
  }
}

/** A report without the statements that would mend what was found. */
function shown({ ok, unreachable, sections }: ErpReport): Omit<ErpCheck, 'checkedAt'> {
  return {
    ok,
    unreachable,
    sections: sections.map(({ title, facts, findings }) => ({
      title,
      facts: Object.entries(facts).map(([key, value]) => ({
        name: labelOf(key),
        value: factText(key, value),
      })),
      findings: findings.map(({ level, text }) => ({ level: LEVELS[level], text })),
    })),
  };
}
