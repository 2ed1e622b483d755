import { singleFlight } from '../shared/single-flight.js';
import { rejectOnAbort } from '../shared/when-aborted.js';
import { deadlineSignal } from './deadline.js';
import { describeMapping } from './describe-mapping.js';
import type { Erp, WritePrivilege } from './erp.js';
import { ErpNotAdmitted, type Inspection } from './erp-not-admitted.js';
import { type ErpMapping, type MappingColumns, selectsOf } from './mapping.js';

/** What an inspection compares the ERP with, and how long its queries may take. */
export interface InspectionOptions {
  mapping: ErpMapping;
  /** Whether a login that could write is accepted. */
  allowWritable: boolean;
  /** How long one query of an inspection may take. */
  deadlineMs: number;
}

/** Receives the results of inspections. */
export interface InspectionEvents {
  inspected(inspection: Inspection): void;
  /** The part of an inspection that runs in the background failed. It is repeated with the next inspection. */
  inspectionFailed(error: unknown): void;
}

/** How long a refusal is cached: a caller within this time gets the same error. */
const REFUSED_FOR_MS = 30_000;
/** The same if only the mapping is wrong. That takes little to check, and often lasts only as long as a migration. */
const UNMAPPED_FOR_MS = 2_000;
/** The minimum time between two inspections that failed questions cause. */
const SUSPECT_AFTER_MS = 10_000;

/**
 * Verifies that the ERP's login can only read, and that the mapping returns what the portal reads. This happens before
 * the first query, even if the ERP comes up late, from time to time, and after the ERP has refused a query.
 *
 * What admits an ERP takes a few queries: the columns of the mapping, roles and rights on the whole, and rights on what
 * the mapping reads. An ERP may have a hundred thousand other tables: those are checked in the background.
 */
export class ErpInspector {
  #admitted = false;
  /** Whether a complete inspection found that the login can only read, or it is accepted as it is. */
  #proven = false;
  #readOnly = false;
  #refused: { error: ErpNotAdmitted; until: number } | null = null;
  #suspectedAt = Number.NEGATIVE_INFINITY;
  /** Whether the rights on everything else are to be checked although that was done before. */
  #completely = false;
  /** Whether a right was found that only the check in the background finds: it then comes before the admission. */
  #foundElsewhere = false;
  /** The check in the background; null while none runs. */
  #background: Promise<void> | null = null;
  #closed = false;
  #columns: MappingColumns | null = null;

  constructor(
    private readonly erp: Pick<Erp, 'dialect' | 'describe' | 'writePrivileges'>,
    private readonly options: InspectionOptions,
    private readonly events: InspectionEvents,
  ) {}

  /** Whether the ERP may be queried, as far as is known. */
  get admitted(): boolean {
    return this.#admitted;
  }

  /** Whether the last complete inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** The mapping's columns, as the last inspection found them that had no problem with them; null before that. */
  get columns(): MappingColumns | null {
    return this.#columns;
  }

  /**
   * Resolves if an earlier inspection admitted the ERP; otherwise inspects it. Once a complete inspection has admitted
   * it, a right to write that a later one finds is only reported. A mapping that no longer works ends the admission.
   *
   * @throws ErpNotAdmitted, or what the ERP throws
   */
  async admit(signal: AbortSignal): Promise<void> {
    if (this.#admitted) return;
    if (this.#refused && performance.now() < this.#refused.until) throw this.#refused.error;
    await rejectOnAbort(this.#check(), signal);
  }

  /** Inspects the ERP completely. @throws ErpNotAdmitted, or what the ERP throws */
  async inspect(): Promise<void> {
    this.#completely = true;
    await this.#check();
    await this.#background;
    if (this.#refused) throw this.#refused.error;
  }

  /** The ERP has refused a query that it should answer: inspects it again, unless that was done just now. */
  suspect(): void {
    if (!this.#admitted || performance.now() - this.#suspectedAt < SUSPECT_AFTER_MS) return;
    this.#suspectedAt = performance.now();
    this.#check().catch(this.#reportFailure);
  }

  /** Stops the check in the background. */
  close(): void {
    this.#closed = true;
  }

  /** Finds out whether the ERP is admitted, once for all concurrent callers. */
  readonly #check = singleFlight(async () => {
    const { mapping } = this.options;
    const inventory = await describeMapping(this.erp, mapping, 'inventory', this.#deadline());
    const customers = await describeMapping(this.erp, mapping, 'customers', this.#deadline());
    const problems = [...inventory.problems, ...customers.problems];
    if (problems.length === 0) {
      this.#columns = { inventory: inventory.columns, customers: customers.columns };
    }
    // What a SELECT reads can't be found out if it doesn't run.
    const selects = problems.length > 0 ? [] : selectsOf(mapping);
    const parts = this.erp.writePrivileges(selects, () => this.#deadline())[Symbol.asyncIterator]();
    const { value: found = [] } = await parts.next();
    if (problems.length > 0 || found.length > 0) {
      await parts.return?.();
      return this.#conclude(found, problems);
    }
    if (this.#foundElsewhere) return this.#checkRemaining(parts);
    this.#admit();
    if (this.#background || (this.#proven && !this.#completely)) return void (await parts.return?.());
    this.#background = this.#checkRemaining(parts)
      .catch(this.#reportFailure)
      .finally(() => {
        this.#background = null;
      });
  });

  /** Checks the rights on what the mapping doesn't read, up to the first by which the login could write. */
  async #checkRemaining(parts: AsyncIterator<WritePrivilege[]>): Promise<void> {
    let found: WritePrivilege[] = [];
    for (let part = await parts.next(); !part.done && !this.#closed; part = await parts.next()) {
      found = part.value;
      if (found.length > 0) break;
    }
    await parts.return?.();
    if (this.#closed) return;
    this.#completely = false;
    this.#foundElsewhere = found.length > 0;
    this.#conclude(found, []);
  }

  #conclude(writePrivileges: readonly WritePrivilege[], problems: readonly string[]): void {
    const canWrite = writePrivileges.length > 0;
    const admitted = problems.length === 0 && (!canWrite || this.options.allowWritable);
    this.#readOnly = !canWrite && (problems.length === 0 || this.#readOnly);
    const inspection = { writePrivileges, problems, admitted };
    this.events.inspected(inspection);
    if (admitted) {
      this.#proven = true;
      this.#admit();
      return;
    }
    const error = new ErpNotAdmitted(inspection);
    if (problems.length > 0 || !this.#proven) {
      this.#admitted = false;
      this.#refused = { error, until: performance.now() + (canWrite ? REFUSED_FOR_MS : UNMAPPED_FOR_MS) };
    }
    throw error;
  }

  readonly #reportFailure = (error: unknown): void => {
    // A refusal has been reported as the result of its inspection.
    if (!(error instanceof ErpNotAdmitted) && !this.#closed) this.events.inspectionFailed(error);
  };

  #admit(): void {
    this.#admitted = true;
    this.#refused = null;
  }

  #deadline(): AbortSignal {
    return deadlineSignal(this.options.deadlineMs);
  }
}
