const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Has the process end at a signal, after this; the first process of a container would not by itself.
 *
 * @returns what takes it back
 */
export function endOnSignal(before: () => void = () => {}): () => void {
  return onSignal((_signal, number) => {
    before();
    process.exit(128 + number);
  });
}

/** Does something at the first of the signals that ask a process to end. @returns what takes it back */
export function onSignal(listener: (signal: NodeJS.Signals, number: number) => void): () => void {
  for (const signal of SIGNALS) process.once(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
