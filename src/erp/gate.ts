import { AsyncResource } from 'node:async_hooks';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
} from 'cockatiel';
import { linkedSignal } from '../shared/linked-signal.js';
import { rejectOnAbort } from '../shared/when-aborted.js';
import { isOutage, isTransient, wasAnswered } from './erp-fault.js';

const FAILURES_TO_OPEN = 5;
const HALF_OPEN_AFTER_MS = 3_000;
const RETRIES = 3;
const BACKOFF = { initialDelay: 50, maxDelay: 1_000 };

/** How long a query may take, and how many may run and wait. */
export interface GateBounds {
  /** How long one query may take, including its wait in the queue and its retries. */
  deadlineMs: number;
  /** How many queries run at a time, and how many more may wait in the queue. */
  concurrent: number;
  queued: number;
}

/** Receives the events of a gate. */
export interface GateEvents {
  /** A query that failed is sent again. */
  retried(): void;
  /** A query was not sent, because the circuit is open, the queue is full, or no slot for a stream is free. */
  rejected(reason: Rejection): void;
  /** The circuit breaker has changed its state. */
  circuit(state: Circuit): void;
}

/** Why a query was not sent. */
export type Rejection = 'circuit' | 'queue' | 'streams';

/** The state of the circuit breaker. */
export type Circuit = 'closed' | 'open' | 'half_open';

const CIRCUITS = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const;

/**
 * Protects the ERP from overload. It limits how many queries run at a time, and retries those with a transient failure.
 * While the ERP is down, it lets only a probe through.
 */
export class ErpGate {
  readonly #bulkhead;
  readonly #breaker = circuitBreaker(
    // A query that its caller cancelled says nothing about the ERP. But a probe must be answered before the circuit
    // closes: one that was cancelled counts as a failure.
    handleWhen((error) => isOutage(error) || (this.circuit !== 'closed' && !wasAnswered(error))),
    { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  readonly #retry = retry(handleWhen(isTransient), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff(BACKOFF),
  }).dangerouslyUnref();

  constructor(
    private readonly bounds: GateBounds,
    private readonly events: GateEvents,
  ) {
    this.#bulkhead = bulkhead(bounds.concurrent, bounds.queued);
    this.#retry.onRetry(() => events.retried());
    this.#breaker.onStateChange((state) => events.circuit(CIRCUITS[state]));
  }

  get circuit(): Circuit {
    return CIRCUITS[this.#breaker.state];
  }

  /** How many queries run, and how many wait in the queue. */
  get load(): { running: number; queued: number } {
    const { concurrent, queued } = this.bounds;
    return {
      running: concurrent - this.#bulkhead.executionSlots,
      queued: queued - this.#bulkhead.queueSlots,
    };
  }

  /**
   * Runs work that queries the ERP, with retries. Rejects with the reason of the signal or of the deadline as soon as
   * one of them fires.
   *
   * @throws BrokenCircuitError, BulkheadRejectedError if the ERP was not asked; otherwise what the work throws
   */
  async run<T>(signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: limited, release } = linkedSignal([signal], this.bounds.deadlineMs);
    // A query that ends starts the next one in the queue. The resource makes that one run in the async context of its
    // own request. (AsyncResource.bind does the same, and more that costs a percent of a page.)
    const request = new AsyncResource('ERP query');
    const attempt = () =>
      request.runInAsyncScope(async () => {
        try {
          return await work(limited);
        } catch (error) {
          throw signal.aborted ? new TaskCancelledError() : error;
        }
      });
    const running = this.#retry.execute(() => this.#ask(limited, attempt));
    try {
      return await rejectOnAbort(running, limited);
    } catch (error) {
      if (error instanceof BrokenCircuitError) this.events.rejected('circuit');
      if (error instanceof BulkheadRejectedError) this.events.rejected('queue');
      throw error;
    } finally {
      release();
    }
  }

  /**
   * Runs other work in one of the slots for queries. It is neither retried nor evidence of whether the ERP answers,
   * because it may ask for far more than pages do.
   *
   * @throws BulkheadRejectedError if too many wait, TaskCancelledError if the deadline came before its turn; the reason of
   *   the signal or of the deadline; what the work throws
   */
  async inTurn<T>(signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: limited, release } = linkedSignal([signal], this.bounds.deadlineMs);
    let hasTurn = false;
    const turn = this.#bulkhead.execute(async () => {
      if (limited.aborted) throw new TaskCancelledError();
      hasTurn = true;
      return work(limited);
    });
    try {
      return await rejectOnAbort(turn, limited);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) this.events.rejected('queue');
      if (limited.aborted && !signal.aborted && !hasTurn) throw new TaskCancelledError();
      throw error;
    } finally {
      release();
    }
  }

  /**
   * Counts how a question ended that didn't wait in the queue, as that of a query. While the circuit isn't closed, only a
   * probe counts.
   *
   * @param error null if it was answered
   */
  count(error: unknown): void {
    if (this.circuit !== 'closed') return;
    const outcome = error === null ? Promise.resolve() : Promise.reject(error);
    this.#breaker.execute(() => outcome).catch(() => {});
  }

  async #ask<T>(limited: AbortSignal, attempt: () => Promise<T>): Promise<T> {
    if (limited.aborted) throw new TaskCancelledError();
    // The library would make every caller wait for the probe; here they are rejected at once.
    if (this.circuit === 'half_open') throw new BrokenCircuitError();
    return this.#breaker.execute(() => {
      const isProbe = this.circuit !== 'closed';
      // No signal is passed: the library's queue gets stuck behind an entry whose signal has fired.
      return this.#bulkhead.execute(() => {
        if (limited.aborted) throw new TaskCancelledError();
        if (!isProbe && this.circuit !== 'closed') throw new BrokenCircuitError();
        return attempt();
      });
    });
  }
}
