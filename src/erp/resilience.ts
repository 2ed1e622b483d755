import { erpUnavailable } from '../shared/errors.js';
import type { Erp, ErpIdentity, ErpQuery, ErpRow } from './erp.js';

/** What one query of the ERP came to. */
export interface ErpQueryReport {
  sql: string;
  durationMs: number;
  /** Null where it succeeded. */
  error: unknown;
}

/**
 * Stands between the portal and an ERP: each query has a deadline, is reported, and fails with one error,
 * ERP_UNAVAILABLE, whose cause goes no further than the report.
 */
export class GuardedErp implements Erp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];

  constructor(
    private readonly erp: Erp,
    private readonly deadlineMs: number,
    private readonly onQuery: (report: ErpQueryReport) => void,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
  }

  read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    return this.#guard(query.sql, () => this.erp.read(query, this.#withDeadline(signal)));
  }

  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const started = performance.now();
    const report = (error: unknown) =>
      this.onQuery({ sql: query.sql, durationMs: performance.now() - started, error });
    try {
      yield* this.erp.stream(query, this.#withDeadline(signal));
      report(null);
    } catch (error) {
      report(error);
      throw erpUnavailable(error);
    }
  }

  identify(signal: AbortSignal): Promise<ErpIdentity> {
    return this.#guard('identify', () => this.erp.identify(this.#withDeadline(signal)));
  }

  close(): Promise<void> {
    return this.erp.close();
  }

  #withDeadline(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(this.deadlineMs)]);
  }

  async #guard<T>(sql: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      const result = await work();
      this.onQuery({ sql, durationMs: performance.now() - started, error: null });
      return result;
    } catch (error) {
      this.onQuery({ sql, durationMs: performance.now() - started, error });
      throw erpUnavailable(error);
    }
  }
}
