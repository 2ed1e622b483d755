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

/** Runs what answers a request. What fails because the client hung up is not thrown: nobody is there to be answered. */
export async function untilHungUp(
  response: ServerResponse,
  answer: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const signal = requestSignal(response);
  try {
    await answer(signal);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
  }
}
