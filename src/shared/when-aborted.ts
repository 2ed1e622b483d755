import { setMaxListeners } from 'node:events';

/**
 * Calls the listener when the signal fires, but not if it has already fired. A signal may have any number of listeners.
 *
 * @returns removes the listener; call it as soon as nothing waits for the signal any more
 */
export function whenAborted(signal: AbortSignal, listener: () => void): () => void {
  // By default, Node takes more than ten listeners for a leak and prints a warning.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}

/** Settles as the promise does, or rejects once the signal fires. A result after that is passed to `onLate`. */
export function rejectOnAbort<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  onLate: (value: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      promise.then(onLate, () => {});
      reject(signal.reason);
    };
    if (signal.aborted) return onAbort();
    promise.then(resolve, reject).finally(whenAborted(signal, onAbort));
  });
}
