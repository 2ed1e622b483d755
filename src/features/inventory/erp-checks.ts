import type { ErpReport } from '../../erp/check/erp-report.js';
import { factText, type Level, labelOf } from '../../erp/check/section.js';
import { linkedSignal } from '../../shared/linked-signal.js';
import type { Origin } from '../../shared/origin.js';
import type { ErpCheck } from './erp-check.type.js';

/** How often the ERP may be checked: the check reads all of the inventory. */
const EVERY_MS = 60_000;
/** How long a check may take in all. What is left then is reported as not finished. */
const DEADLINE_MS = 50_000;
const LEVELS = { remark: 'REMARK', warning: 'WARNING', problem: 'PROBLEM' } as const satisfies Record<
  Level,
  string
>;

/** What checking the ERP needs. */
export interface ErpChecksDependencies {
  /** Writes down that the ERP is checked, and for whom. */
  record(origin: Origin): Promise<void>;
  /** @param overall fires once the time for the whole check is over */
  runCheck(overall: AbortSignal): Promise<ErpReport>;
  now(): Date;
}

/** Checks the ERP for admins: one check at a time, once a minute, and each is written down before it begins. */
export class ErpChecks {
  #last: ErpCheck | null = null;
  #running: Promise<ErpCheck> | null = null;

  constructor(private readonly dependencies: ErpChecksDependencies) {}

  /** What the last check said; null if there was none. */
  last(): ErpCheck | null {
    return this.#last;
  }

  /** Checks the ERP, unless that is being done or was done just now. */
  async check(origin: Origin): Promise<ErpCheck> {
    if (this.#running) return this.#running;
    if (this.#last && this.#isRecent(this.#last)) return this.#last;
    this.#running = this.#begin(origin).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** One from the future is from before the clock was set back. */
  #isRecent({ checkedAt }: ErpCheck): boolean {
    const ageMs = this.dependencies.now().getTime() - checkedAt.getTime();
    return ageMs >= 0 && ageMs < EVERY_MS;
  }

  async #begin(origin: Origin): Promise<ErpCheck> {
    const { record, runCheck, now } = this.dependencies;
    await record(origin);
    const checkedAt = now();
    const { signal, release } = linkedSignal([], DEADLINE_MS);
    try {
      this.#last = { ...shown(await runCheck(signal)), checkedAt };
      return this.#last;
    } finally {
      release();
    }
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
