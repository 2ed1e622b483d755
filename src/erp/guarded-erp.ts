import type { ErpScope } from '../shared/auth.js';
import { PorticoError } from '../shared/errors.js';
import type { PoolState } from '../shared/pool-state.js';
import type { ConnectionSecurity, Erp, ErpBatch, ErpIdentity, ErpQuery, ErpRow } from './erp.js';
import { asUnavailable, isRefusal } from './erp-fault.js';
import type { LastFault } from './erp-health.js';
import type { ErpInspector } from './erp-inspector.js';
import { ErpQuestions } from './erp-questions.js';
import type { StreamBounds } from './erp-streams.js';
import { describeFault } from './fault-descriptions.js';
import type { GateBounds } from './gate.js';
import { GatedErp } from './gated-erp.js';
import { KeyedSingleFlight } from './keyed-single-flight.js';
import { LastAnswers } from './last-answers.js';
import { type MappingColumns, UNKNOWN_COLUMNS } from './mapping.js';
import type { ErpObserver, ErpState } from './observer.js';
import { queryKey } from './query-key.js';
import type { Reading } from './reading.js';
import type { ErpLatency } from './recent-latencies.js';

/** What the guard needs to know: the bounds of its gate, of streams and of the last good answers, and how to probe. */
export interface GuardOptions extends GateBounds, StreamBounds {
  /** How old a last good answer may be, and how much memory all of them together may take. */
  staleMaxMs: number;
  staleMaxBytes: number;
  /** A cheap query of the inventory. While the circuit isn't closed, it finds out whether the inventory can be read. */
  probe: ErpQuery;
}

/** The conditions of one read. */
export interface ReadOptions {
  /** The scope that the query is limited to. An answer is shared and reused only within the same scope. */
  scope: ErpScope;
  signal: AbortSignal;
  /** Whether the last good answer may be given if the ERP doesn't answer. The caller must then say that it is stale. */
  orStale: boolean;
}

/**
 * Stands between the portal and an ERP, and protects both: see ErpQuestions, KeyedSingleFlight and LastAnswers. If the
 * ERP doesn't answer, or refuses a query, calls fail with ERP_UNAVAILABLE, and the cause is only reported.
 */
export class GuardedErp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];
  readonly #questions: ErpQuestions;
  readonly #flights: KeyedSingleFlight<Reading<readonly ErpRow[]>>;
  readonly #admissions = new KeyedSingleFlight<void>(() => {});
  readonly #kept: LastAnswers;

  constructor(
    private readonly erp: Erp,
    private readonly inspector: ErpInspector,
    private readonly options: GuardOptions,
    private readonly observer: ErpObserver,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
    this.#questions = new ErpQuestions(erp, inspector, options, observer);
    this.#flights = new KeyedSingleFlight(() => observer.shared());
    this.#kept = new LastAnswers({ maxAgeMs: options.staleMaxMs, maxBytes: options.staleMaxBytes });
  }

  /** The mapping's columns. Waits for the first inspection if necessary. @throws ERP_UNAVAILABLE */
  async columns(signal: AbortSignal): Promise<MappingColumns> {
    if (!this.inspector.columns) {
      await this.#admissions
        .join('', signal, (shared) => this.#questions.admit(shared))
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
        const { reading, askedAt } = await this.#questions.ask(query, signal);
        if (options.orStale) this.#kept.keep(key, reading, askedAt);
        return reading;
      });
    } catch (error) {
      const last =
        options.orStale && !options.signal.aborted && !isRefusal(error) ? this.#kept.find(key) : null;
      if (!last) throw asUnavailable(error);
      this.observer.stale();
      return last;
    }
  }

  /**
   * The rows of one SELECT as they arrive; see ErpStreams. If the circuit isn't closed, one row is asked for first, as
   * queries of pages probe the ERP.
   *
   * @throws ERP_UNAVAILABLE; FORBIDDEN if there are no streams, RATE_LIMITED if too many of them run
   */
  async *stream(query: ErpQuery, signal: AbortSignal): AsyncGenerator<ErpBatch, void, undefined> {
    const { gate, streams } = this.#questions;
    try {
      if (gate.circuit !== 'closed') await this.#questions.probe(this.options.probe, signal);
      yield* streams.stream(query, signal);
    } catch (error) {
      throw error instanceof PorticoError ? error : asUnavailable(error);
    }
  }

  /**
   * Asks the ERP who it is, even while the circuit is open. The answer shows that the server is there, and nothing about
   * its inventory: neither the circuit nor the last failure depends on it.
   *
   * @throws ERP_UNAVAILABLE
   */
  identify(signal: AbortSignal): Promise<ErpIdentity> {
    return this.#questions.identify(signal).catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  /** Resolves if the ERP is admitted and its inventory can be read, as far as is known; otherwise rejects. */
  async ready(signal: AbortSignal): Promise<void> {
    await this.identify(signal);
    await this.inspector.admit(signal);
    // While nobody asks, only this finds out that the inventory can be read again.
    if (this.#questions.gate.circuit !== 'closed') await this.#questions.probe(this.options.probe, signal);
  }

  /** Inspects the ERP again; see ErpInspector. @throws ErpNotAdmitted, or what the ERP throws */
  inspect(): Promise<void> {
    return this.inspector.inspect();
  }

  /** The ERP for a check: its queries wait for their turns, and nothing is known of the server's words. */
  forCheck(): Erp {
    return new GatedErp(this.erp, this.#questions.gate);
  }

  /** Whether the ERP may be queried, as far as is known. */
  get admitted(): boolean {
    return this.inspector.admitted;
  }

  /** Whether the last inspection found that the login can only read. */
  get readOnly(): boolean {
    return this.inspector.readOnly;
  }

  /** Why the ERP isn't asked, or the last failure; null once a later question about the inventory was answered. */
  get lastFault(): LastFault | null {
    const { refusal } = this.inspector;
    if (refusal) return { description: describeFault(refusal.error), at: refusal.at };
    return this.#questions.record.health.lastFault;
  }

  /** The share of the questions of the last five minutes that failed, from 0 to 1; null if there were none. */
  get failureRate(): number | null {
    return this.#questions.record.health.failureRate;
  }

  /** How quickly the ERP identified itself within the last half hour, oldest first; see RecentLatencies. */
  get recentLatencies(): ErpLatency[] {
    return this.#questions.latencies.list;
  }

  /** How the latest connection is protected; null as long as there was none. */
  security(): ConnectionSecurity | null {
    return this.erp.security();
  }

  poolState(): PoolState | null {
    return this.erp.poolState();
  }

  state(): ErpState {
    const { gate, streams } = this.#questions;
    return {
      ...{ circuit: gate.circuit, ...gate.load, streaming: streams.running },
      keptBytes: this.#kept.bytes,
    };
  }

  /** Cancels the queries in progress, so that an ERP that hangs doesn't delay the shutdown. */
  close(): Promise<void> {
    this.inspector.close();
    this.#questions.close();
    return this.erp.close();
  }
}
