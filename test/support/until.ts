/**
 * Asks again and again until it is so. What takes longer is asked about less often, because each question takes the
 * processor's time from what is waited for.
 *
 * @throws Error after two minutes: against a hang, not for speed
 */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    const waited = performance.now() - start;
    if (waited > 120_000) throw new Error(`never came: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(200, Math.max(20, waited / 8))));
  }
}
