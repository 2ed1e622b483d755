import { linkedSignal } from '../shared/linked-signal.js';
import type { Erp, ErpIdentity, ErpQuery, ErpRow } from './erp.js';
import type { ErpInspector } from './erp-inspector.js';
import { ErpStreams, type StreamBounds } from './erp-streams.js';
import { ErpGate, type GateBounds } from './gate.js';
import type { ErpObserver } from './observer.js';
import { QuestionRecord } from './question-record.js';
import type { Reading } from './reading.js';
import { RecentLatencies } from './recent-latencies.js';

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
  readonly record: QuestionRecord;
  readonly streams: ErpStreams;
  readonly latencies = new RecentLatencies();
  readonly #closing = new AbortController();

  constructor(
    private readonly erp: Erp,
    private readonly inspector: ErpInspector,
    bounds: GateBounds & StreamBounds,
    observer: ErpObserver,
  ) {
    this.gate = new ErpGate(bounds, observer);
    this.record = new QuestionRecord(erp, inspector, observer);
    const { gate, record } = this;
    this.streams = new ErpStreams(erp, bounds, {
      ...{ inspector, gate, record, observer },
      closing: this.#closing.signal,
    });
  }

  /** All rows of one SELECT. @throws what the ERP throws, or the gate's reason why it wasn't asked */
  async ask(query: ErpQuery, signal: AbortSignal): Promise<Answer> {
    return this.#run(query.sql, signal, async (limited) => {
      const [asOf, askedAt] = [new Date(), performance.now()];
      await this.inspector.admit(limited);
      const value = await this.erp.read(query, limited);
      this.record.health.questionEnded(null);
      return { reading: { value, asOf, stale: false }, askedAt };
    });
  }

  /** Finds out whether the inventory can be read. One row that can be is no evidence that the next question is answered. */
  async probe(query: ErpQuery, signal: AbortSignal): Promise<void> {
    await this.#run(query.sql, signal, async (limited) => {
      await this.inspector.admit(limited);
      await this.erp.read(query, limited);
    });
  }

  /** Has the ERP admitted by its inspector. This is part of a question, and no evidence that it will be answered. */
  async admit(signal: AbortSignal): Promise<void> {
    await this.#run(INSPECT, signal, (limited) => this.inspector.admit(limited));
  }

  /** Asks the ERP who it is, even while the circuit is open. The answer says nothing about its inventory. */
  async identify(signal: AbortSignal): Promise<ErpIdentity> {
    const { signal: limited, release } = linkedSignal([signal, this.#closing.signal]);
    const started = performance.now();
    const ended = (error: unknown) => {
      this.record.report({ sql: IDENTIFY, started, cancelled: this.#closing.signal.aborted, error });
      this.record.health.probeEnded(error);
      if (!this.#closing.signal.aborted) {
        this.latencies.add(error === null ? inTenths(performance.now() - started) : null);
      }
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
        this.record.report({ sql, started, cancelled: false, error: null });
        return result;
      } catch (error) {
        this.record.report({ sql, started, cancelled: caller.aborted, error });
        throw error;
      }
    };
    try {
      return await this.gate.run(caller, attempt);
    } catch (error) {
      if (!caller.aborted) this.record.failed(error);
      throw error;
    } finally {
      release();
    }
  }
}

const inTenths = (ms: number) => Math.round(ms * 10) / 10;
