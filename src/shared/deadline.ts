/** When signals fire at the latest, by `performance.now()`. */
const deadlines = new WeakMap<AbortSignal, number>();

/** Notes that a signal fires after this time at the latest, so that an adapter can tell the server. @returns the signal */
export function noteDeadline(signal: AbortSignal, ms: number): AbortSignal {
  deadlines.set(signal, performance.now() + ms);
  return signal;
}

/** How long until a signal fires at the latest, in whole milliseconds, at least one; null if it isn't known. */
export function msToDeadline(signal: AbortSignal): number | null {
  const deadline = deadlines.get(signal);
  return deadline === undefined ? null : Math.max(1, Math.ceil(deadline - performance.now()));
}

/** A signal that fires after this time. */
export const deadlineSignal = (ms: number): AbortSignal => noteDeadline(AbortSignal.timeout(ms), ms);
