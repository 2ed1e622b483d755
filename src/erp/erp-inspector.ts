import { describeMapping } from './describe-mapping.js';
import { type Erp, orAborted } from './erp.js';
import { ErpUnfit, type Verdict } from './erp-not-admitted.js';
import type { ErpMapping } from './mapping.js';

export interface ProofOptions {
  mapping: ErpMapping;
  /** Whether a login that could write is accepted. */
  allowWritable: boolean;
  /** How long an inspection may take. */
  deadlineMs: number;
}

/** A refusal is good for so long: whoever asks meanwhile learns nothing new. */
const REFUSED_FOR_MS = 30_000;

/**
 * That the ERP's login can only read, and that the mapping gives what the portal reads: proven before the first
 * question, whenever the ERP comes up, and inspected again from time to time.
 */
export class ErpProof {
  #last: Verdict | null = null;
  #admitted = false;
  #refused: { error: ErpUnfit; at: number } | null = null;
  #underWay: Promise<void> | null = null;

  constructor(
    private readonly erp: Pick<Erp, 'dialect' | 'describe' | 'writes'>,
    private readonly options: ProofOptions,
    private readonly tell: (verdict: Verdict) => void,
  ) {}

  /** Whether the last inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.#last?.writes.length === 0;
  }

  /**
   * Resolves where the ERP was once found fit to be asked, and inspects it where it wasn't. What is found out later is
   * told, and stops nobody who is at work.
   *
   * @throws ErpUnfit, or what the ERP throws
   */
  async admit(signal: AbortSignal): Promise<void> {
    if (this.#admitted) return;
    if (this.#refused && performance.now() - this.#refused.at < REFUSED_FOR_MS) throw this.#refused.error;
    await orAborted(this.inspect(), signal);
  }

  /** Inspects the ERP anew, once for all who ask meanwhile. @throws ErpUnfit, or what the ERP throws */
  inspect(): Promise<void> {
    this.#underWay ??= this.#inspect(AbortSignal.timeout(this.options.deadlineMs)).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #inspect(signal: AbortSignal): Promise<void> {
    const { mapping, allowWritable } = this.options;
    const inventory = await describeMapping(this.erp, mapping, 'inventory', signal);
    const customers = await describeMapping(this.erp, mapping, 'customers', signal);
    const problems = [...inventory.problems, ...customers.problems];
    const writes = await this.erp.writes(signal);
    const admitted = problems.length === 0 && (writes.length === 0 || allowWritable);
    this.#last = { writes, problems, admitted };
    this.tell(this.#last);
    if (admitted) {
      this.#admitted = true;
      return;
    }
    const error = new ErpUnfit(this.#last);
    this.#refused = { error, at: performance.now() };
    throw error;
  }
}
