import { noteDeadline } from './deadline.js';
import type { ConnectionSecurity, Erp, ErpIdentity, ErpQuery, ErpRow } from './erp.js';
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
/** The name that an inspection is reported under. */
const INSPECT = 'inspect';

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
  #security: ConnectionSecurity | null = null;

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
    return this.#run(query.sql, signal, async (limited) => {
      const [asOf, askedAt] = [new Date(), performance.now()];
      await this.inspector.admit(limited);
      const value = await this.erp.read(query, limited);
      this.health.questionEnded(null);
      return { reading: { value, asOf, stale: false }, askedAt };
    });
  }

  /** Finds out whether the inventory can be read. One row that can be is no evidence that the next question is answered. */
  async probe(query: ErpQuery, signal: AbortSignal): Promise<void> {
    await this.#run(query.sql, signal, (limited) => this.erp.read(query, limited));
  }

  /** Has the ERP admitted by its inspector. This is part of a question, and no evidence that it will be answered. */
  async admit(signal: AbortSignal): Promise<void> {
    await this.#run(INSPECT, signal, (limited) => this.inspector.admit(limited));
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
      this.health.questionEnded(null);
    } catch (error) {
      this.#report(query.sql, started, signal, error);
      this.#failed(signal, error);
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

  async #run<T>(sql: string, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: caller, release } = linkedSignal([signal, this.#closing.signal]);
    const attempt = async (limited: AbortSignal) => {
      const started = performance.now();
      try {
        const result = await work(limited);
        this.#report(sql, started, caller, null);
        return result;
      } catch (error) {
        this.#report(sql, started, caller, error);
        throw error;
      }
    };
    try {
      return await this.gate.run(caller, attempt);
    } catch (error) {
      this.#failed(caller, error);
      throw error;
    } finally {
      release();
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
    if (security === null || security === this.#security) return;
    const described = describeSecurity(security);
    const isNews = this.#security === null || described !== describeSecurity(this.#security);
    this.#security = security;
    if (isNews) this.observer.connected(described);
  }

  #failed(caller: AbortSignal, error: unknown): void {
    if (caller.aborted) return;
    this.health.questionEnded(error);
    if (needsRepair(error)) this.observer.needsRepair(error, describeFault(error));
    if (isRefusal(error)) this.inspector.suspect();
  }
}
