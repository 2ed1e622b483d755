import type { ErpScope } from '../shared/auth.js';
import type { PoolState } from '../shared/pool-state.js';
import { type Erp, type ErpIdentity, type ErpQuery, type ErpRow } from './erp.js';
import { allowsStaleAnswer, asUnavailable } from './erp-fault.js';
import type { ErpInspector } from './erp-inspector.js';
import { ErpReporter, IDENTIFY } from './erp-reporter.js';
import { ErpGate, type GateBounds } from './gate.js';
import { KeyedSingleFlight } from './keyed-single-flight.js';
import { LastAnswers } from './last-answers.js';
import { linkedSignal } from './linked-signal.js';
import type { MappingColumns } from './mapping.js';
import type { ErpObserver, ErpState } from './observer.js';
import { queryKey } from './query-key.js';
import type { Reading } from './reading.js';

/** The bounds of the guard: those of its gate, and those of the last good answers. */
export interface GuardBounds extends GateBounds {
  /** How old a last good answer may be, and how much memory all of them together may take. */
  staleMaxMs: number;
  staleMaxBytes: number;
}

/** The conditions of one read. */
export interface ReadOptions {
  /** The scope that the query is limited to. An answer is shared and reused only within the same scope. */
  scope: ErpScope;
  signal: AbortSignal;
  /** Whether the last good answer may be given if the ERP doesn't answer. The caller must then say that it is stale. */
  orStale: boolean;
}

/** The name that an inspection is reported under. */
const INSPECT = 'inspect';
const UNKNOWN_COLUMNS: MappingColumns = { inventory: [], customers: [] };

/**
 * Stands between the portal and an ERP, and protects both: see ErpGate, KeyedSingleFlight and LastAnswers. If the ERP
 * doesn't answer, calls fail with ERP_UNAVAILABLE, and the cause is only reported. A query that the ERP refuses is our
 * own mistake, and its error is passed on.
 */
export class GuardedErp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];
  readonly #closing = new AbortController();
  readonly #gate: ErpGate;
  readonly #flights: KeyedSingleFlight<Reading<readonly ErpRow[]>>;
  readonly #admissions = new KeyedSingleFlight<void>(() => {});
  readonly #kept: LastAnswers;
  readonly #reporter: ErpReporter;

  constructor(
    private readonly erp: Erp,
    private readonly inspector: ErpInspector,
    private readonly bounds: GuardBounds,
    private readonly observer: ErpObserver,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
    this.#reporter = new ErpReporter(observer);
    this.#gate = new ErpGate(bounds, observer);
    this.#flights = new KeyedSingleFlight(() => observer.shared());
    this.#kept = new LastAnswers({ maxAgeMs: bounds.staleMaxMs, maxBytes: bounds.staleMaxBytes });
  }

  /** The mapping's columns. Waits for the first inspection if necessary. @throws ERP_UNAVAILABLE */
  async columns(signal: AbortSignal): Promise<MappingColumns> {
    if (!this.inspector.columns) {
      await this.#admissions
        .join(INSPECT, signal, (shared) =>
          this.#runGuarded(INSPECT, shared, (limited) => this.inspector.admit(limited)),
        )
        .catch((error) => {
          throw asUnavailable(error);
        });
    }
    return this.inspector.columns ?? UNKNOWN_COLUMNS;
  }

  /** All rows of one SELECT. Callers that share an answer get the same row objects. @throws ERP_UNAVAILABLE */
  async read(query: ErpQuery, options: ReadOptions): Promise<Reading<readonly ErpRow[]>> {
    const key = queryKey(query, options.scope);
    try {
      return await this.#flights.join(key, options.signal, async (signal) => {
        const { reading, askedAt } = await this.#ask(query, signal);
        if (options.orStale) this.#kept.keep(key, reading, askedAt);
        return reading;
      });
    } catch (error) {
      const last =
        options.orStale && !options.signal.aborted && allowsStaleAnswer(error) ? this.#kept.find(key) : null;
      if (!last) throw asUnavailable(error);
      this.observer.stale();
      return last;
    }
  }

  /** The rows of one SELECT as they arrive. A stream bypasses the gate and is never retried. @throws ERP_UNAVAILABLE */
  async *stream(query: ErpQuery, signal: AbortSignal): AsyncIterable<ErpRow> {
    const started = performance.now();
    const deadline = AbortSignal.timeout(this.bounds.deadlineMs);
    try {
      const limited = AbortSignal.any([signal, this.#closing.signal, deadline]);
      await this.inspector.admit(limited);
      yield* this.erp.stream(query, limited);
      this.#reporter.report(query.sql, started, signal, null);
    } catch (error) {
      this.#reporter.report(query.sql, started, signal, error);
      throw asUnavailable(error);
    }
  }

  /** Identifies the ERP by the rules of a read: while the circuit is open, it isn't asked. @throws ERP_UNAVAILABLE */
  identify(signal: AbortSignal): Promise<ErpIdentity> {
    return this.#runGuarded(IDENTIFY, signal, (limited) => this.erp.identify(limited)).catch((error) => {
      throw asUnavailable(error);
    });
  }

  /** Resolves if the ERP answers and is admitted; otherwise rejects with the reason. */
  async ready(signal: AbortSignal): Promise<void> {
    await this.identify(signal);
    await this.inspector.admit(signal);
  }

  /** Inspects the ERP again; see ErpInspector. @throws ErpNotAdmitted, or what the ERP throws */
  inspect(): Promise<void> {
    return this.inspector.inspect();
  }

  poolState(): PoolState | null {
    return this.erp.poolState();
  }

  state(): ErpState {
    return { circuit: this.#gate.circuit, ...this.#gate.load, keptBytes: this.#kept.bytes };
  }

  /** Whether the last inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.inspector.readOnly;
  }

  /** The last failure, described for staff; null once a later query shows that it is over. */
  get lastFault(): string | null {
    return this.#reporter.lastFault;
  }

  /** Cancels the queries in progress, so that an ERP that hangs doesn't delay the shutdown. */
  close(): Promise<void> {
    this.#closing.abort(new Error('the service is stopping'));
    return this.erp.close();
  }

  #ask(query: ErpQuery, signal: AbortSignal) {
    return this.#runGuarded(query.sql, signal, async (limited) => {
      const [asOf, askedAt] = [new Date(), performance.now()];
      await this.inspector.admit(limited);
      const value = await this.erp.read(query, limited);
      return { reading: { value, asOf, stale: false }, askedAt };
    });
  }

  #runGuarded<T>(sql: string, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: caller, release } = linkedSignal([signal, this.#closing.signal]);
    const reported = async (limited: AbortSignal) => {
      const started = performance.now();
      try {
        const result = await work(limited);
        this.#reporter.report(sql, started, caller, null);
        return result;
      } catch (error) {
        this.#reporter.report(sql, started, caller, error);
        throw error;
      }
    };
    return this.#gate.run(caller, reported).finally(release);
  }
}
