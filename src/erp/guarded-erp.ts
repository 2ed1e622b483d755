import type { ErpScope } from '../shared/auth.js';
import { erpUnavailable } from '../shared/errors.js';
import type { PoolState } from '../shared/pool-state.js';
import { type Erp, type ErpIdentity, type ErpQuery, type ErpRow } from './erp.js';
import { faultOf, isOutage } from './erp-fault.js';
import type { ErpProof } from './erp-inspector.js';
import { faultInWords } from './fault-descriptions.js';
import { ErpGate, type GateBounds } from './gate.js';
import { LastAnswers } from './last-answers.js';
import { limitedSignal } from './limited-signal.js';
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
  #lastFault: unknown = null;

  constructor(
    private readonly erp: Erp,
    private readonly proof: ErpProof,
    private readonly bounds: GuardBounds,
    private readonly observer: ErpObserver,
  ) {
    this.kind = erp.kind;
    this.dialect = erp.dialect;
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
        options.orStale && !options.signal.aborted && isNoAnswer(error) ? this.#last.find(key) : null;
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
      await this.proof.admit(limited);
      yield* this.erp.stream(query, limited);
      this.#report(query.sql, started, signal, null);
    } catch (error) {
      this.#report(query.sql, started, signal, error);
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
    await this.proof.admit(signal);
  }

  /** Inspects it anew; see ErpProof. @throws ErpUnfit, or what the ERP throws */
  inspect(): Promise<void> {
    return this.proof.inspect();
  }

  poolState(): PoolState | null {
    return this.erp.poolState();
  }

  state(): ErpState {
    return { circuit: this.#gate.circuit, ...this.#gate.load, keptBytes: this.#last.bytes };
  }

  /** Whether its login was found to be able to read only. */
  get readOnly(): boolean {
    return this.proof.readOnly;
  }

  /** The last that went wrong, as long as nothing has shown that it is over; null where nothing has. */
  get lastFault(): string | null {
    return this.#lastFault === null ? null : faultInWords(this.#lastFault);
  }

  /** Gives up what is still being asked, so that an ERP that hangs doesn't hold up the stop. */
  close(): Promise<void> {
    this.#closing.abort(new Error('the service is stopping'));
    return this.erp.close();
  }

  #ask(query: ErpQuery, signal: AbortSignal) {
    return this.#through(query.sql, signal, async (limited) => {
      const [asOf, askedAt] = [new Date(), performance.now()];
      await this.proof.admit(limited);
      const value = await this.erp.read(query, limited);
      return { reading: { value, asOf, stale: false }, askedAt };
    });
  }

  #through<T>(sql: string, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: caller, release } = limitedSignal([signal, this.#closing.signal]);
    const reported = async (limited: AbortSignal) => {
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
    return this.#gate.run(caller, reported).finally(release);
  }

  #report(sql: string, started: number, signal: AbortSignal, error: unknown): void {
    const outcome = error === null ? 'answered' : signal.aborted ? 'cancelled' : 'failed';
    this.observer.query({ sql, durationMs: performance.now() - started, outcome, error });
    if (outcome === 'answered' && (sql !== IDENTIFY || isOutage(this.#lastFault))) this.#lastFault = null;
    if (outcome !== 'failed') return;
    this.#lastFault = error;
    const fault = faultOf(error);
    if (fault === 'login' || fault === 'denied') this.observer.refused(error);
  }
}

/** What a question without SQL of its own is reported as. */
const IDENTIFY = 'identify';

/** Where the ERP says no, an older yes is no answer. */
function isNoAnswer(error: unknown): boolean {
  const fault = faultOf(error);
  return fault !== 'statement' && fault !== 'denied' && fault !== 'unfit';
}

function asUnavailable(error: unknown): unknown {
  return faultOf(error) === 'statement' ? error : erpUnavailable(error);
}
