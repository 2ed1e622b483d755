import type sql from 'mssql';
import { whenAborted } from '../../shared/when-aborted.js';
import { type ErpBatch, type ErpRow, MAX_BATCH_ROWS } from '../erp.js';
import { toText } from './mssql-types.js';

/**
 * The rows of a request as they arrive, in batches. If the request fails, the rows that arrived before the error come
 * first. While the caller takes none, reading from the connection pauses once a batch is full, and the server waits
 * (back-pressure). If the caller stops early or the signal fires, the request is cancelled.
 *
 * @param freed called once the connection is free again
 * @throws the signal's reason once it has fired, even if rows are still buffered
 */
export async function* batchesOf(
  request: sql.Request,
  statement: string,
  { signal, freed }: { signal: AbortSignal; freed: () => void },
): AsyncGenerator<ErpBatch, void, undefined> {
  const rows = new ArrivingRows(request);
  const removeListener = whenAborted(signal, () => rows.cancel());
  rows.start(statement).then(freed);
  try {
    while (true) {
      const batch = await rows.next();
      signal.throwIfAborted();
      if (batch.length === 0) break;
      yield batch;
    }
  } finally {
    removeListener();
    rows.cancel();
  }
}

/** Collects the rows of one request. */
class ArrivingRows {
  #buffer: ErpRow[] = [];
  #state: 'running' | 'ended' | 'cancelled' = 'running';
  #failure: Error | null = null;
  #wake = () => {};

  constructor(private readonly request: sql.Request) {
    request.stream = true;
    request.on('row', (row: Record<string, unknown>) => this.#add(row));
    request.on('error', (error: Error) => {
      // That a request was cancelled is no news to whoever cancelled it.
      if (this.#state === 'running') this.#failure ??= error;
    });
    request.on('done', () => {
      if (this.#state === 'running') this.#state = 'ended';
      this.#wake();
    });
  }

  /** Sends the statement. @returns resolves once the connection is free again */
  async start(statement: string): Promise<void> {
    // The error event has reported a failure; the promise reports it a second time.
    await this.request.query(statement).catch(() => {});
  }

  /** What has arrived and was not yet taken; if that is nothing, waits. Empty at the end. @throws what the request throws */
  async next(): Promise<ErpBatch> {
    // Rows that were taken before their wake-up came leave it behind, so a wake-up alone doesn't mean that there are rows.
    while (this.#buffer.length === 0 && this.#state === 'running') {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.request.resume();
      await woken;
    }
    const batch = this.#buffer;
    this.#buffer = [];
    if (batch.length === 0 && this.#failure) throw this.#failure;
    return batch;
  }

  /** Cancels the request unless it has ended. */
  cancel(): void {
    if (this.#state !== 'running') return;
    this.#state = 'cancelled';
    this.#buffer = [];
    this.request.cancel();
    this.#wake();
  }

  #add(row: Record<string, unknown>): void {
    if (this.#state === 'cancelled') return;
    const length = this.#buffer.push(toText(row));
    if (length >= MAX_BATCH_ROWS) this.request.pause();
    // The rows that come in the same packet, or are already here, become one batch.
    if (length === 1) setImmediate(() => this.#wake());
  }
}
