import { noteDeadline } from './deadline.js';
import type { Erp, ErpIdentity, ErpQuery, ErpRow } from './erp.js';
import { isRefusal, needsRepair } from './erp-fault.js';
import { ErpHealth } from './erp-health.js';
import type { ErpInspector } from './erp-inspector.js';
import { describeFault } from './fault-descriptions.js';
import { ErpGate, type GateBounds } from './gate.js';
import { linkedSignal } from './linked-signal.js';
import type { ErpObserver } from './observer.js';
import type { Reading } from './reading.js';
import { describeSecurity } from './security-of.js';

/** The name that `identify` is reported under, because its SQL is known only to the adapter. */
const IDENTIFY = 'identify';

/** An answer, and when the ERP was asked by a monotonic clock. */
export interface Answer {
  reading: Reading<readonly ErpRow[]>;
  askedAt: number;
}

/** Sends questions about the inventory through the gate to an ERP that is admitted, and records how they end. */
export class ErpQuestions {
  readonly gate: ErpGate;
  readonly health = new ErpHealth();
  readonly #closing = new AbortController();
  #security: string | null = null;

  constructor(
    private readonly erp: Erp,
    private readonly inspector: ErpInspector,
    private readonly bounds: GateBounds,
    private readonly observer: ErpObserver,
  ) {
    this.gate = new ErpGate(bounds, observer);
  }

  /** All rows of one SELECT. @throws what the ERP throws, or the gate's reason why it wasn't asked */
  async ask(query: ErpQuery, signal: AbortSignal): Promise<Answer> {
    const { signal: caller, release } = linkedSignal([signal, this.#closing.signal]);
    try {
      const answer = await this.gate.run(caller, (limited) => this.#attempt(query, limited, caller));
      this.#ended(caller, null);
      return answer;
    } catch (error) {
      this.#ended(caller, error);
      throw error;
    } finally {
      release();
    }
  }

  /** The rows of one SELECT as they arrive. A stream bypasses the gate and is never retried. */
  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const started = performance.now();
    const deadline = AbortSignal.timeout(this.bounds.deadlineMs);
    try {
      const limited = AbortSignal.any([signal, this.#closing.signal, deadline]);
      noteDeadline(limited, this.bounds.deadlineMs);
      await this.inspector.admit(limited);
      yield* this.erp.stream(query, limited);
      this.#report(query.sql, started, signal, null);
      this.#ended(signal, null);
    } catch (error) {
      this.#report(query.sql, started, signal, error);
      this.#ended(signal, error);
      throw error;
    }
  }

  /** Asks the ERP who it is, even while the circuit is open. The answer says nothing about its inventory. */
  async identify(signal: AbortSignal): Promise<ErpIdentity> {
    const { signal: limited, release } = linkedSignal([signal, this.#closing.signal]);
    const started = performance.now();
    const ended = (error: unknown) => {
      this.#report(IDENTIFY, started, this.#closing.signal, error);
      this.health.probeEnded(error);
    };
    try {
      const identity = await this.erp.identify(limited);
      ended(null);
      return identity;
    } catch (error) {
      ended(error);
      throw error;
    } finally {
      release();
    }
  }

  /** Cancels the questions in progress. */
  close(): void {
    this.#closing.abort(new Error('the service is stopping'));
  }

  async #attempt(query: ErpQuery, limited: AbortSignal, caller: AbortSignal): Promise<Answer> {
    const [asOf, askedAt] = [new Date(), performance.now()];
    try {
      await this.inspector.admit(limited);
      const value = await this.erp.read(query, limited);
      this.#report(query.sql, askedAt, caller, null);
      return { reading: { value, asOf, stale: false }, askedAt };
    } catch (error) {
      this.#report(query.sql, askedAt, caller, error);
      throw error;
    }
  }

  /** @param caller the caller's signal: if it has fired, the query counts as cancelled */
  #report(sql: string, started: number, caller: AbortSignal, error: unknown): void {
    this.#reportSecurity();
    const outcome = error === null ? 'answered' : caller.aborted ? 'cancelled' : 'failed';
    this.observer.query({ sql, durationMs: performance.now() - started, outcome, error });
  }

  /** Reports how connections are protected, once and whenever that changes. */
  #reportSecurity(): void {
    const security = this.erp.security();
    const described = security && describeSecurity(security);
    if (described === null || described === this.#security) return;
    this.#security = described;
    this.observer.connected(described);
  }

  #ended(caller: AbortSignal, error: unknown): void {
    if (error !== null && caller.aborted) return;
    this.health.questionEnded(error);
    if (error === null) return;
    if (needsRepair(error)) this.observer.needsRepair(error, describeFault(error));
    if (isRefusal(error)) this.inspector.suspect();
  }
}
