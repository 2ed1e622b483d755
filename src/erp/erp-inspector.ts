import { deadlineSignal } from '../shared/deadline.js';
import { singleFlight } from '../shared/single-flight.js';
import { rejectOnAbort } from '../shared/when-aborted.js';
import { describeRelations } from './describe-mapping.js';
import type { Erp, WritePrivilege } from './erp.js';
import { ErpNotAdmitted, type Inspection } from './erp-not-admitted.js';
import { type ErpMapping, type MappingColumns, selectsOf } from './mapping.js';
import { firstFound, PrivilegeScan } from './privilege-scan.js';

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
  /** An inspection that nobody waits for failed. It is repeated after a while. */
  inspectionFailed(error: unknown): void;
}

/** Why the ERP must not be queried, since when, and until when nobody looks again. */
interface Refusal {
  error: ErpNotAdmitted;
  at: Date;
  until: number;
  /** Whether only the scan in the background finds the reason: the next scan then comes before the admission. */
  byScan: boolean;
}

/** How long a refusal is cached: a caller within this time gets the same error. */
const REFUSED_FOR_MS = 30_000;
/** The same if only the mapping is wrong. That takes little to check, and often lasts only as long as a migration. */
const UNMAPPED_FOR_MS = 2_000;
/** The minimum time between two inspections that failed questions cause. */
const SUSPECT_AFTER_MS = 10_000;
const RESCAN_AFTER_MS = 60_000;

/**
 * Verifies that the ERP's login can only read, and that the mapping returns what the portal reads. This happens before
 * the first query, even if the ERP comes up late, from time to time, and after the ERP has refused a query.
 *
 * What admits an ERP takes a few queries: the columns of the mapping, roles and rights on the whole, and rights on what
 * the mapping reads. An ERP may have a hundred thousand other tables: those are scanned in the background.
 */
export class ErpInspector {
  #admitted = false;
  /** Whether a scan has found that the login can only read, or what it could write is accepted. */
  #proven = false;
  #readOnly = false;
  #columns: MappingColumns | null = null;
  #refusal: Refusal | null = null;
  /** How often the ERP was refused: what a scan finds says nothing about a refusal that came after its start. */
  #refusals = 0;
  #suspectedAt = Number.NEGATIVE_INFINITY;
  readonly #scan = new PrivilegeScan();
  #scanned: Promise<void> = Promise.resolve();
  #scanWanted = true;

  constructor(
    private readonly erp: Pick<Erp, 'dialect' | 'describe' | 'writePrivileges'>,
    private readonly options: InspectionOptions,
    private readonly events: InspectionEvents,
  ) {}

  /** Whether the ERP may be queried, as far as is known. */
  get admitted(): boolean {
    return this.#admitted;
  }

  /** Why the ERP may not be queried, and since when; null if it may, or nothing is known. */
  get refusal(): { error: ErpNotAdmitted; at: Date } | null {
    return this.#refusal;
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
   * Resolves if an earlier inspection admitted the ERP; otherwise inspects it. Once a scan has proven that the login can
   * only read, a right to write that is found later is only reported. A mapping that no longer works ends the admission.
   *
   * @throws ErpNotAdmitted, or what the ERP throws
   */
  async admit(signal: AbortSignal): Promise<void> {
    const refusal = this.#refusal;
    if (this.#admitted) {
      if (this.#scan.isDueAgain(RESCAN_AFTER_MS)) this.#checkInBackground();
    } else if (refusal && performance.now() < refusal.until) {
      throw refusal.error;
    } else if (refusal?.byScan) {
      // A scan may take minutes, which nobody waits for.
      refusal.until = performance.now() + REFUSED_FOR_MS;
      this.#checkInBackground();
      throw refusal.error;
    } else await rejectOnAbort(this.#check(), signal);
  }

  /** Inspects the ERP completely. @throws ErpNotAdmitted, or what the ERP throws */
  async inspect(): Promise<void> {
    this.#scanWanted = true;
    await this.#check();
    await this.#scanned;
    if (this.#refusal) throw this.#refusal.error;
  }

  /** The ERP has refused a query that it should answer: inspects it again, unless that was done just now. */
  suspect(): void {
    if (!this.#admitted || performance.now() - this.#suspectedAt < SUSPECT_AFTER_MS) return;
    this.#suspectedAt = performance.now();
    this.#checkInBackground();
  }

  /** Stops what runs in the background. */
  close(): void {
    this.#scan.close();
  }

  /** Finds out whether the ERP is admitted, once for all concurrent callers. */
  readonly #check = singleFlight(async () => {
    const { mapping } = this.options;
    const deadline = () => deadlineSignal(this.options.deadlineMs);
    const { columns, problems } = await describeRelations(this.erp, mapping, deadline);
    if (problems.length === 0) this.#columns = columns;
    // What a SELECT reads can't be found out if it doesn't run.
    const selects = problems.length > 0 ? [] : selectsOf(mapping);
    const parts = this.erp.writePrivileges(selects, deadline)[Symbol.asyncIterator]();
    const { value: found = [] } = await parts.next();
    const scanFirst = problems.length + found.length === 0 && this.#refusal?.byScan === true;
    this.#judge(scanFirst ? await firstFound(parts) : found, problems, scanFirst);
    this.#admitted = true;
    this.#refusal = null;
    if (scanFirst) this.#prove();
    else if (found.length === 0 && this.#scanWanted && !this.#scan.running) this.#startScan(parts);
    else await parts.return?.();
  });

  /** @throws ErpNotAdmitted if what was found rules out to query the ERP */
  #judge(writePrivileges: readonly WritePrivilege[], problems: readonly string[], byScan: boolean): void {
    const canWrite = writePrivileges.length > 0;
    if (canWrite) this.#readOnly = false;
    const isFit = problems.length === 0 && (!canWrite || this.options.allowWritable);
    const inspection = { writePrivileges, problems, admitted: isFit };
    this.events.inspected(inspection);
    if (isFit || (problems.length === 0 && this.#proven)) return;
    const error = new ErpNotAdmitted(inspection);
    const until = performance.now() + (canWrite ? REFUSED_FOR_MS : UNMAPPED_FOR_MS);
    this.#admitted = false;
    this.#refusals += 1;
    this.#refusal = { error, at: new Date(), until, byScan: byScan && canWrite };
    throw error;
  }

  #startScan(parts: AsyncIterator<WritePrivilege[]>): void {
    const refusals = this.#refusals;
    const finished = (found: WritePrivilege[]) => {
      if (found.length > 0) this.#judge(found, [], true);
      else if (refusals === this.#refusals) this.#prove();
    };
    this.#scanned = this.#scan
      .start(parts, { finished, failed: this.#reportFailure })
      .catch(this.#reportFailure);
  }

  #prove(): void {
    this.#proven = true;
    this.#readOnly = true;
    this.#scanWanted = false;
  }

  #checkInBackground(): void {
    this.#check().catch(this.#reportFailure);
  }

  readonly #reportFailure = (error: unknown): void => {
    // A refusal has been reported as the result of its inspection.
    if (!(error instanceof ErpNotAdmitted)) this.events.inspectionFailed(error);
  };
}
