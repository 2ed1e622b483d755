/** The number of keys that are remembered: some contain a value of a row, so there may be any number of them. */
const MAX_REMEMBERED = 100;

/** Whether something is due again: for each key, once in a period. */
export function oncePer(periodMs: number): (key: string) => boolean {
  const last = new Map<string, number>();
  return (key) => {
    const now = performance.now();
    if (now - (last.get(key) ?? Number.NEGATIVE_INFINITY) < periodMs) return false;
    if (last.size >= MAX_REMEMBERED) last.clear();
    last.set(key, now);
    return true;
  };
}
