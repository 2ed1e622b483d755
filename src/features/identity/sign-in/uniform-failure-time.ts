const STEP_MS = 250;

/**
 * Runs work whose duration could reveal something. A failure is only thrown at the next multiple of STEP_MS, so that
 * smaller differences in time don't show.
 */
export async function withUniformFailureTime<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await work();
  } catch (error) {
    const left = STEP_MS - ((performance.now() - started) % STEP_MS);
    await new Promise((resolve) => setTimeout(resolve, left));
    throw error;
  }
}
