/** Runs the work at most once at a time: a call while it is in progress gets the same result. */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let inProgress: Promise<T> | null = null;
  return () => {
    inProgress ??= work().finally(() => {
      inProgress = null;
    });
    return inProgress;
  };
}
