import { msToDeadline, noteDeadline } from './deadline.js';
import { whenAborted } from './when-aborted.js';

/** A signal that must be released once the work that it limits has ended. */
export interface LinkedSignal {
  signal: AbortSignal;
  release(): void;
}

/**
 * A signal that fires with the first of its sources, or at the deadline. AbortSignal.any and AbortSignal.timeout
 * would leave something behind on long-lived signals with each query. This signal leaves nothing once it is released.
 */
export function linkedSignal(sources: readonly AbortSignal[], deadlineMs?: number): LinkedSignal {
  const limited = new AbortController();
  const onTimeout = () => limited.abort(new DOMException('the deadline has passed', 'TimeoutError'));
  const timer = deadlineMs === undefined ? undefined : setTimeout(onTimeout, deadlineMs).unref();
  const deadlines = [...sources.map(msToDeadline), deadlineMs ?? null].filter((ms) => ms !== null);
  if (deadlines.length > 0) noteDeadline(limited.signal, Math.min(...deadlines));
  const removers = sources.map((source) => {
    const onAbort = () => limited.abort(source.reason);
    if (source.aborted) onAbort();
    return whenAborted(source, onAbort);
  });
  return {
    signal: limited.signal,
    release: () => {
      clearTimeout(timer);
      for (const remove of removers) remove();
    },
  };
}
