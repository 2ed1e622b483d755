/** Asks again only once this time has passed since the last question. Until then, all callers share its answer. */
export function cached<T>(ask: () => Promise<T>, ttlMs: number): () => Promise<T> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<T>;
  return () => {
    if (performance.now() - askedAt > ttlMs) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}
