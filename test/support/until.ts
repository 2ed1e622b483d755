/** Asks again and again until it is so. @throws Error after two minutes: against a hang, not for speed */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 120_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`never came: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
