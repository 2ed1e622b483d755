const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Ends the process at SIGTERM or SIGINT, after calling `before`. The first process of a container (PID 1) would
 * otherwise ignore them.
 *
 * @returns removes the handlers
 */
export function endOnSignal(before: () => void = () => {}): () => void {
  return onSignal((_signal, number) => {
    before();
    process.exit(128 + number);
  });
}

/** Calls the listener at SIGTERM or SIGINT. @returns removes the handlers */
export function onSignal(listener: (signal: NodeJS.Signals, number: number) => void): () => void {
  for (const signal of SIGNALS) process.once(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
