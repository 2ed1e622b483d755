import { setMaxListeners } from 'node:events';

/**
 * Calls a listener once a signal fires; not where it has fired before. A signal may have as many listeners as there are
 * things that wait at a time.
 *
 * @returns what takes the listener off again: to be called as soon as nothing waits any more
 */
export function whenAborted(signal: AbortSignal, listener: () => void): () => void {
  // Node would take more than ten for a leak, and write so into the log.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}
