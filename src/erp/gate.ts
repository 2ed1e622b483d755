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
import { rejectOnAbort } from './erp.js';
import { isOutage, isTransient, wasAnswered } from './erp-fault.js';
import { linkedSignal } from './linked-signal.js';

const FAILURES_TO_OPEN = 5;
const HALF_OPEN_AFTER_MS = 3_000;
const RETRIES = 3;
const BACKOFF = { initialDelay: 50, maxDelay: 1_000 };

export interface GateBounds {
  /** How long one question may take, with its waiting and its retries. */
  deadlineMs: number;
  /** How many are asked at a time, and how many more may wait for that. */
  concurrent: number;
  queued: number;
}

export interface GateEvents {
  retried(): void;
  rejected(why: 'circuit' | 'queue'): void;
  circuit(state: Circuit): void;
}

export type Circuit = 'closed' | 'open' | 'half_open';

const CIRCUITS = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const;

/** Lets through to the ERP what it can bear: a few questions at a time, some once more, and while it is down a probe. */
export class ErpGate {
  readonly #bulkhead;
  readonly #breaker = circuitBreaker(
    // What the caller gave up says nothing of the ERP, but a probe has to be answered for the circuit to close.
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

  /** How many questions are being asked, and how many wait for that. */
  get load(): { running: number; queued: number } {
    const { concurrent, queued } = this.bounds;
    return {
      running: concurrent - this.#bulkhead.executionSlots,
      queued: queued - this.#bulkhead.queueSlots,
    };
  }

  /**
   * Runs work that asks the ERP, as often as it takes. Ends with the reason of the signal or of the deadline as soon as
   * one of them fires.
   *
   * @throws BrokenCircuitError, BulkheadRejectedError where the ERP wasn't asked; else what the work throws
   */
  async run<T>(signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
    const { signal: limited, release } = linkedSignal([signal], this.bounds.deadlineMs);
    // Whoever leaves a slot starts the next in the queue, which is to run as the request that it belongs to.
    const attempt = AsyncResource.bind(async () => {
      try {
        return await work(limited);
      } catch (error) {
        throw signal.aborted ? new TaskCancelledError() : error;
      }
    });
    const asked = this.#retry.execute(() => this.#ask(limited, attempt));
    try {
      return await rejectOnAbort(asked, limited);
    } catch (error) {
      if (error instanceof BrokenCircuitError) this.events.rejected('circuit');
      if (error instanceof BulkheadRejectedError) this.events.rejected('queue');
      throw error;
    } finally {
      release();
    }
  }

  async #ask<T>(limited: AbortSignal, attempt: () => Promise<T>): Promise<T> {
    if (limited.aborted) throw new TaskCancelledError();
    // The library would have everybody wait for the probe.
    if (this.circuit === 'half_open') throw new BrokenCircuitError();
    return this.#breaker.execute(() => {
      const isProbe = this.circuit !== 'closed';
      // Without a signal: the library's queue stops moving behind one that was given up.
      return this.#bulkhead.execute(() => {
        if (limited.aborted) throw new TaskCancelledError();
        if (!isProbe && this.circuit !== 'closed') throw new BrokenCircuitError();
        return attempt();
      });
    });
  }
}
