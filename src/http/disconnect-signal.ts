import type { ServerResponse } from 'node:http';
import { requestScope } from '../shared/request-scope.js';

/** A signal that fires if the client hangs up before it has the whole response. */
export function disconnectSignal(response: ServerResponse): AbortSignal {
  const disconnected = new AbortController();
  const onClose = () => {
    if (!response.writableFinished) disconnected.abort(new Error('the client hung up'));
  };
  if (response.destroyed) onClose();
  else response.once('close', onClose);
  return disconnected.signal;
}

/** The signal of the request that the current code runs for. */
export const requestSignal = (response: ServerResponse): AbortSignal =>
  requestScope.getStore()?.signal ?? disconnectSignal(response);
