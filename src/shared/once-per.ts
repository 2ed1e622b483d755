/** Milliseconds of a clock that only runs forward. */
type Clock = () => number;

const clock: Clock = () => performance.now();

/**
 * Whether something is due again: for each key, once in a period. Beyond `remembered` keys the one that was due longest ago
 * is forgotten, and is due again at once.
 */
export function oncePer(
  { periodMs, remembered }: { periodMs: number; remembered: number },
  now = clock,
): (key: string) => boolean {
  const last = new Map<string, number>();
  return (key) => {
    const at = now();
    if (at - (last.get(key) ?? Number.NEGATIVE_INFINITY) < periodMs) return false;
    // Removed first, because a map keeps its keys in the order in which they were added.
    last.delete(key);
    last.set(key, at);
    const [oldest] = last.keys();
    if (last.size > remembered && oldest !== undefined) last.delete(oldest);
    return true;
  };
}

/** Whether something may happen once more: at most `count` times in any period. */
export function atMostPer(
  { periodMs, count }: { periodMs: number; count: number },
  now = clock,
): () => boolean {
  const times: number[] = [];
  return () => {
    const at = now();
    if (times.length === count && at - (times[0] ?? 0) < periodMs) return false;
    times.push(at);
    if (times.length > count) times.shift();
    return true;
  };
}
