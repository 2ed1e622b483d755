/** Calls `ask` again only once `ttlMs` have passed since its last call. Until then, all callers share its result. */
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
