import { setMaxListeners } from 'node:events';

/** A signal that is let go of once what it limits has ended. */
export interface LimitedSignal {
  signal: AbortSignal;
  release(): void;
}

/**
 * A signal that fires with the first of others, or after a time. AbortSignal.any and .timeout leave something behind on
 * signals that live long, for each query; this one does not.
 */
export function limitedSignal(sources: readonly AbortSignal[], deadlineMs?: number): LimitedSignal {
  const limited = new AbortController();
  const onTimeout = () => limited.abort(new DOMException('the deadline has passed', 'TimeoutError'));
  const timer = deadlineMs === undefined ? undefined : setTimeout(onTimeout, deadlineMs).unref();
  const links = sources.map((source) => ({ source, onAbort: () => limited.abort(source.reason) }));
  for (const { source, onAbort } of links) {
    // As many as run at the moment, and each is taken off again.
    setMaxListeners(0, source);
    if (source.aborted) onAbort();
    else source.addEventListener('abort', onAbort, { once: true });
  }
  return {
    signal: limited.signal,
    release: () => {
      clearTimeout(timer);
      for (const { source, onAbort } of links) source.removeEventListener('abort', onAbort);
    },
  };
}
