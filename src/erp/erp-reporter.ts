import { classifyFault, isOutage } from './erp-fault.js';
import { describeFault } from './fault-descriptions.js';
import type { ErpObserver } from './observer.js';

/** The name that `identify` is reported under, because its SQL is known only to the adapter. */
export const IDENTIFY = 'identify';

/** Reports each query to the observer, and remembers the last failure. */
export class ErpReporter {
  #lastFault: unknown = null;

  constructor(private readonly observer: ErpObserver) {}

  /** The last failure, described for staff; null once a later query shows that it is over. */
  get lastFault(): string | null {
    return this.#lastFault === null ? null : describeFault(this.#lastFault);
  }

  /**
   * @param started when the query began, by `performance.now()`
   * @param signal the caller's signal: if it has fired, the query counts as cancelled
   * @param error null if the query was answered
   */
  report(sql: string, started: number, signal: AbortSignal, error: unknown): void {
    const outcome = error === null ? 'answered' : signal.aborted ? 'cancelled' : 'failed';
    this.observer.query({ sql, durationMs: performance.now() - started, outcome, error });
    if (outcome === 'answered' && (sql !== IDENTIFY || isOutage(this.#lastFault))) this.#lastFault = null;
    if (outcome !== 'failed') return;
    this.#lastFault = error;
    const fault = classifyFault(error);
    if (fault === 'login' || fault === 'denied') this.observer.refused(error);
  }
}
