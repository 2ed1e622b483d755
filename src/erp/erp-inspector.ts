import { singleFlight } from '../shared/single-flight.js';
import { rejectOnAbort } from '../shared/when-aborted.js';
import { describeMapping } from './describe-mapping.js';
import { type Erp } from './erp.js';
import { ErpNotAdmitted, type Inspection } from './erp-not-admitted.js';
import type { ErpMapping, MappingColumns } from './mapping.js';

/** What an inspection compares the ERP with, and how long it may take. */
export interface InspectionOptions {
  mapping: ErpMapping;
  /** Whether a login that could write is accepted. */
  allowWritable: boolean;
  /** How long an inspection may take. */
  deadlineMs: number;
}

/** How long a refusal is cached: a caller within this time gets the same error. */
const REFUSED_FOR_MS = 30_000;

/**
 * Verifies that the ERP's login can only read, and that the mapping returns what the portal reads. This happens before
 * the first query, even if the ERP comes up late, and again from time to time.
 */
export class ErpInspector {
  #last: Inspection | null = null;
  #admitted = false;
  #refused: { error: ErpNotAdmitted; at: number } | null = null;
  #columns: MappingColumns | null = null;
  constructor(
    private readonly erp: Pick<Erp, 'dialect' | 'describe' | 'writePrivileges'>,
    private readonly options: InspectionOptions,
    private readonly onInspected: (inspection: Inspection) => void,
  ) {}

  /** Whether the last inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.#last?.writePrivileges.length === 0;
  }

  /** The mapping's columns, as the last inspection found them that had no problem with them; null before that. */
  get columns(): MappingColumns | null {
    return this.#columns;
  }

  /**
   * Resolves if an earlier inspection admitted the ERP; otherwise inspects it. Once admitted, the ERP stays admitted:
   * what a later inspection finds is only reported.
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
    if (problems.length === 0) {
      this.#columns = { inventory: inventory.columns, customers: customers.columns };
    }
    const writePrivileges = await this.erp.writePrivileges(signal);
    const admitted = problems.length === 0 && (writePrivileges.length === 0 || allowWritable);
    this.#last = { writePrivileges, problems, admitted };
    this.onInspected(this.#last);
    if (admitted) {
      this.#admitted = true;
      return;
    }
    const error = new ErpNotAdmitted(this.#last);
    this.#refused = { error, at: performance.now() };
    throw error;
  }
}
