import { exportsOff, rateLimited } from '../shared/errors.js';
import { linkedSignal } from '../shared/linked-signal.js';
import { Slots } from '../shared/slots.js';
import { whenAborted } from '../shared/when-aborted.js';
import type { Erp, ErpBatch, ErpQuery } from './erp.js';
import type { ErpInspector } from './erp-inspector.js';
import type { ErpGate } from './gate.js';
import type { ErpObserver } from './observer.js';
import type { QuestionRecord } from './question-record.js';

/** How many streams run at a time, and how long one may take. */
export interface StreamBounds {
  /** The ERP's adapter has a connection for each of them, beside those for queries. 0 allows none. */
  streams: number;
  streamDeadlineMs: number;
}

/** What streams share with the other questions. */
export interface StreamSurroundings {
  inspector: Pick<ErpInspector, 'admit'>;
  gate: ErpGate;
  record: QuestionRecord;
  observer: Pick<ErpObserver, 'rejected'>;
  /** Fires when the service stops. */
  closing: AbortSignal;
}

/** When a caller without a slot may try again: streams take from seconds to minutes. */
const RETRY_SECONDS = 10;

/**
 * Streams the rows of long queries beside the gate's queue, in slots of their own: no page waits for one, and none waits.
 * A stream is never retried.
 */
export class ErpStreams {
  readonly #slots: Slots;

  constructor(
    private readonly erp: Pick<Erp, 'stream'>,
    private readonly bounds: StreamBounds,
    private readonly surroundings: StreamSurroundings,
  ) {
    this.#slots = new Slots({ total: bounds.streams });
  }

  /** How many slots are taken: each until its connection can serve another stream. */
  get running(): number {
    return this.#slots.taken;
  }

  /**
   * The rows of one SELECT as they arrive. The deadline is that of the whole stream, the time to its first row included:
   * the server may have to sort everything before. While a batch is awaited, only the signal ends the wait.
   *
   * @throws FORBIDDEN, RATE_LIMITED if there is no slot; what the ERP throws
   */
  async *stream(query: ErpQuery, signal: AbortSignal): AsyncGenerator<ErpBatch, void, undefined> {
    const { inspector, gate, closing } = this.surroundings;
    const leave = this.#takeSlot();
    const caller = linkedSignal([signal, closing]);
    const limited = linkedSignal([caller.signal], this.bounds.streamDeadlineMs);
    const running = { sql: query.sql, started: performance.now(), opened: false, ended: false };
    const end = (error: unknown, stopped = false) => {
      if (running.ended) return;
      running.ended = true;
      removeListener();
      limited.release();
      caller.release();
      this.#ended(running, error, {
        cancelled: stopped || caller.signal.aborted,
        late: limited.signal.aborted,
      });
    };
    // A consumer that has stopped taking rows without a word leaves nothing behind either.
    const removeListener = whenAborted(limited.signal, () => end(limited.signal.reason));
    try {
      await inspector.admit(limited.signal).catch((error: unknown) => {
        leave();
        throw error;
      });
      for await (const batch of this.erp.stream(query, limited.signal, leave)) {
        if (!running.opened) gate.count(null);
        running.opened = true;
        yield batch;
      }
      end(null);
    } catch (error) {
      end(error);
      throw error;
    } finally {
      end(new Error('the consumer takes no more rows'), true);
    }
  }

  /** @returns gives the slot back */
  #takeSlot(): () => void {
    if (this.bounds.streams === 0) throw exportsOff();
    const leave = this.#slots.tryTake('streams');
    if (leave) return leave;
    this.surroundings.observer.rejected('streams');
    throw rateLimited(RETRY_SECONDS);
  }

  #ended(
    { sql, started, opened }: { sql: string; started: number; opened: boolean },
    error: unknown,
    { cancelled, late }: { cancelled: boolean; late: boolean },
  ): void {
    const { gate, record } = this.surroundings;
    record.report({ sql, started, cancelled, error, streamed: true });
    if (error === null) {
      if (!opened) gate.count(null);
      record.health.questionEnded(null);
      return;
    }
    // The deadline of a stream whose rows came may pass because its consumer is slow: that says nothing about the ERP.
    if (cancelled || (late && opened)) return;
    record.failed(error);
    gate.count(error);
  }
}
