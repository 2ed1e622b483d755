import { singleFlight } from '../shared/single-flight.js';
import { describeMapping } from './describe-mapping.js';
import { type Erp, rejectOnAbort } from './erp.js';
import { ErpNotAdmitted, type Inspection } from './erp-not-admitted.js';
import type { ErpMapping } from './mapping.js';

export interface InspectionOptions {
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
export class ErpInspector {
  #last: Inspection | null = null;
  #admitted = false;
  #refused: { error: ErpNotAdmitted; at: number } | null = null;
  constructor(
    private readonly erp: Pick<Erp, 'dialect' | 'describe' | 'writes'>,
    private readonly options: InspectionOptions,
    private readonly tell: (inspection: Inspection) => void,
  ) {}

  /** Whether the last inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.#last?.writes.length === 0;
  }

  /**
   * Resolves where the ERP was once found fit to be asked, and inspects it where it wasn't. What is found out later is
   * told, and stops nobody who is at work.
   *
   * @throws ErpNotAdmitted, or what the ERP throws
   */
  async admit(signal: AbortSignal): Promise<void> {
    if (this.#admitted) return;
    if (this.#refused && performance.now() - this.#refused.at < REFUSED_FOR_MS) throw this.#refused.error;
    await rejectOnAbort(this.inspect(), signal);
  }

  /** Inspects the ERP again, once for all concurrent callers. @throws ErpNotAdmitted, or what the ERP throws */
  readonly inspect = singleFlight(() => this.#inspect(AbortSignal.timeout(this.options.deadlineMs)));

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
    const error = new ErpNotAdmitted(this.#last);
    this.#refused = { error, at: performance.now() };
    throw error;
  }
}
