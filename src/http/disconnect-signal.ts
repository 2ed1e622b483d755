import type { ServerResponse } from 'node:http';

/** Fires if the client disconnects before the response is complete. */
export function disconnectSignal(response: ServerResponse): AbortSignal {
  const disconnected = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) disconnected.abort(new Error('the client hung up'));
  });
  return disconnected.signal;
}
