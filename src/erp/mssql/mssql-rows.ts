import type sql from 'mssql';
import { whenAborted } from '../../shared/when-aborted.js';

/** The server is held up when so many rows wait to be taken. */
const MOST_WAITING = 100;

type Row = Record<string, unknown>;

/**
 * The rows of a request as they arrive, and after the last one that came the error that ended it, if one did. While
 * nobody takes rows none are read off the connection, so that the server waits; whoever stops early has it give up.
 *
 * @throws the signal's reason as soon as it fires, whatever still waits to be taken
 */
export async function* rowsOf(
  request: sql.Request,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<Row, void, undefined> {
  const waiting: Row[] = [];
  let state: 'running' | 'ended' | 'left' = 'running';
  let failure: Error | null = null;
  let wake = () => {};
  request.stream = true;
  request.on('row', (row: Row) => {
    if (state === 'left') return;
    waiting.push(row);
    if (waiting.length >= MOST_WAITING) request.pause();
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
    // What goes wrong is told by the event; the promise would tell it a second time.
    request.query(statement).catch(() => {});
    while (true) {
      signal.throwIfAborted();
      const row = waiting.shift();
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
    state = 'left';
  }
}
