import type sql from 'mssql';
import { whenAborted } from '../../shared/when-aborted.js';

/** Reading from the server pauses while this many rows are buffered. */
const MAX_BUFFERED = 100;

type Row = Record<string, unknown>;

/**
 * The rows of a request as they arrive. If the request fails, the rows that arrived before the error come first. While
 * the caller takes no rows, none are read from the connection, and the server waits (back-pressure). If the caller
 * stops early, the request is cancelled.
 *
 * @throws the signal's reason as soon as it fires, even if rows are still buffered
 */
export async function* rowsOf(
  request: sql.Request,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<Row, void, undefined> {
  const buffer: Row[] = [];
  let state: 'running' | 'ended' | 'abandoned' = 'running';
  let failure: Error | null = null;
  let wake = () => {};
  request.stream = true;
  request.on('row', (row: Row) => {
    if (state === 'abandoned') return;
    buffer.push(row);
    if (buffer.length >= MAX_BUFFERED) request.pause();
    wake();
  });
  request.on('error', (error: Error) => {
    failure ??= error;
    wake();
  });
  request.on('done', () => {
    if (state === 'running') state = 'ended';
    wake();
  });
  const removeListener = whenAborted(signal, () => wake());
  try {
    signal.throwIfAborted();
    // The error event reports a failure; the promise would report it a second time.
    request.query(statement).catch(() => {});
    while (true) {
      signal.throwIfAborted();
      const row = buffer.shift();
      if (row) yield row;
      else if (state !== 'running') break;
      else {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        request.resume();
        await woken;
      }
    }
    if (failure) throw failure;
  } finally {
    removeListener();
    if (state === 'running') request.cancel();
    state = 'abandoned';
  }
}
