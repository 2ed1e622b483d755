import { whenAborted } from '../shared/when-aborted.js';

/** A signal that is let go of once what it limits has ended. */
export interface LinkedSignal {
  signal: AbortSignal;
  release(): void;
}

/**
 * A signal that fires with the first of others, or after a time. AbortSignal.any and .timeout leave something behind on
 * signals that live long, for each query; this one does not.
 */
export function linkedSignal(sources: readonly AbortSignal[], deadlineMs?: number): LinkedSignal {
  const limited = new AbortController();
  const onTimeout = () => limited.abort(new DOMException('the deadline has passed', 'TimeoutError'));
  const timer = deadlineMs === undefined ? undefined : setTimeout(onTimeout, deadlineMs).unref();
  const removals = sources.map((source) => {
    const onAbort = () => limited.abort(source.reason);
    if (source.aborted) onAbort();
    return whenAborted(source, onAbort);
  });
  return {
    signal: limited.signal,
    release: () => {
      clearTimeout(timer);
      for (const remove of removals) remove();
    },
  };
}
