import { erpUnavailable } from '../shared/errors.js';
import { type Erp, type ErpIdentity, type ErpQuery, type ErpRow, ErpStatementError } from './erp.js';

/** What one query of the ERP came to. */
export interface ErpQueryReport {
  sql: string;
  durationMs: number;
  outcome: 'answered' | 'failed' | 'cancelled';
  /** Why it failed or was cancelled; null where it was answered. */
  error: unknown;
}

/**
 * Stands between the portal and an ERP: each query has a deadline and is reported. An ERP that doesn't answer is
 * ERP_UNAVAILABLE, with the cause going no further than the report; a query that it won't take is our own mistake.
 */
export class GuardedErp implements Erp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];
  readonly #closing = new AbortController();

  constructor(
    private readonly erp: Erp,
    private readonly deadlineMs: number,
    private readonly onQuery: (report: ErpQueryReport) => void,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
  }

  read(query: ErpQuery, signal: AbortSignal): Promise<ErpRow[]> {
    return this.#guard(query.sql, signal, (limited) => this.erp.read(query, limited));
  }

  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const started = performance.now();
    try {
      yield* this.erp.stream(query, this.#limited(signal));
      this.#report(query.sql, started, signal, null);
    } catch (error) {
      this.#report(query.sql, started, signal, error);
      throw asUnavailable(error);
    }
  }

  identify(signal: AbortSignal): Promise<ErpIdentity> {
    return this.#guard('identify', signal, (limited) => this.erp.identify(limited));
  }

  /** Gives up what is still being asked, so that an ERP that hangs doesn't hold up the stop. */
  close(): Promise<void> {
    this.#closing.abort(new Error('the service is stopping'));
    return this.erp.close();
  }

  #limited(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#closing.signal, AbortSignal.timeout(this.deadlineMs)]);
  }

  async #guard<T>(sql: string, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      const result = await work(this.#limited(signal));
      this.#report(sql, started, signal, null);
      return result;
    } catch (error) {
      this.#report(sql, started, signal, error);
      throw asUnavailable(error);
    }
  }

  #report(sql: string, started: number, signal: AbortSignal, error: unknown): void {
    const outcome = error === null ? 'answered' : signal.aborted ? 'cancelled' : 'failed';
    this.onQuery({ sql, durationMs: performance.now() - started, outcome, error });
  }
}

function asUnavailable(error: unknown): unknown {
  return error instanceof ErpStatementError ? error : erpUnavailable(error);
}
