import type { ErpScope } from '../shared/auth.js';
import type { PoolState } from '../shared/pool-state.js';
import { type Erp, type ErpIdentity, type ErpQuery, type ErpRow } from './erp.js';
import { allowsStaleAnswer, asUnavailable } from './erp-fault.js';
import type { ErpInspector } from './erp-inspector.js';
import { ErpReporter, IDENTIFY } from './erp-reporter.js';
import { ErpGate, type GateBounds } from './gate.js';
import { LastAnswers } from './last-answers.js';
import { linkedSignal } from './linked-signal.js';
import type { ErpObserver, ErpState } from './observer.js';
import { questionKey } from './question-key.js';
import type { Reading } from './reading.js';
import { SingleFlight } from './single-flight.js';

export interface GuardBounds extends GateBounds {
  /** How old, and how much altogether, last good answers may be. */
  staleMaxMs: number;
  staleMaxBytes: number;
}

/** On whose behalf something is asked. */
export interface ReadOptions {
  /** What the query is narrowed to; nobody else's answer is shared or given again. */
  scope: ErpScope;
  signal: AbortSignal;
  /** Whether the last good answer will do where the ERP doesn't answer: whoever takes it has to say so. */
  orStale: boolean;
}

/**
 * Stands between the portal and an ERP, for the good of both: see ErpGate, SingleFlight and LastAnswers. An ERP that
 * doesn't answer is ERP_UNAVAILABLE, with the cause going no further than the report; a query that it won't take is our
 * own mistake.
 */
export class GuardedErp {
  readonly kind: Erp['kind'];
  readonly dialect: Erp['dialect'];
  readonly #closing = new AbortController();
  readonly #gate: ErpGate;
  readonly #flights: SingleFlight<Reading<readonly ErpRow[]>>;
  readonly #last: LastAnswers;
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
    this.#flights = new SingleFlight(() => observer.shared());
    this.#last = new LastAnswers({ maxAgeMs: bounds.staleMaxMs, maxBytes: bounds.staleMaxBytes });
  }

  /** All rows of one SELECT, which are the same objects for all who asked for them. @throws ERP_UNAVAILABLE */
  async read(query: ErpQuery, options: ReadOptions): Promise<Reading<readonly ErpRow[]>> {
    const key = questionKey(query, options.scope);
    try {
      return await this.#flights.join(key, options.signal, async (signal) => {
        const { reading, askedAt } = await this.#ask(query, signal);
        if (options.orStale) this.#last.keep(key, reading, askedAt);
        return reading;
      });
    } catch (error) {
      const last =
        options.orStale && !options.signal.aborted && allowsStaleAnswer(error) ? this.#last.find(key) : null;
      if (!last) throw asUnavailable(error);
      this.observer.stale();
      return last;
    }
  }

  /** The rows of one SELECT as they arrive. One that has begun is never begun again. */
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

  /** Asks the ERP as a read would be asked: while the circuit is open it isn't. @throws ERP_UNAVAILABLE */
  identify(signal: AbortSignal): Promise<ErpIdentity> {
    return this.#through(IDENTIFY, signal, (limited) => this.erp.identify(limited)).catch((error) => {
      throw asUnavailable(error);
    });
  }

  /** Resolves where it answers and is fit to be asked; else says why not. */
  async ready(signal: AbortSignal): Promise<void> {
    await this.identify(signal);
    await this.inspector.admit(signal);
  }

  /** Inspects it anew; see ErpInspector. @throws ErpNotAdmitted, or what the ERP throws */
  inspect(): Promise<void> {
    return this.inspector.inspect();
  }

  poolState(): PoolState | null {
    return this.erp.poolState();
  }

  state(): ErpState {
    return { circuit: this.#gate.circuit, ...this.#gate.load, keptBytes: this.#last.bytes };
  }

  /** Whether its login was found to be able to read only. */
  get readOnly(): boolean {
    return this.inspector.readOnly;
  }

  /** The last failure, described for staff; null once a later query has shown that it is over. */
  get lastFault(): string | null {
    return this.#reporter.lastFault;
  }

  /** Gives up what is still being asked, so that an ERP that hangs doesn't hold up the stop. */
  close(): Promise<void> {
    this.#closing.abort(new Error('the service is stopping'));
    return this.erp.close();
  }

  #ask(query: ErpQuery, signal: AbortSignal) {
    return this.#through(query.sql, signal, async (limited) => {
      const [asOf, askedAt] = [new Date(), performance.now()];
      await this.inspector.admit(limited);
      const value = await this.erp.read(query, limited);
      return { reading: { value, asOf, stale: false }, askedAt };
    });
  }

  #through<T>(sql: string, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
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
