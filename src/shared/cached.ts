/** A question that is asked once at a time, and again only when its last answer is older than this. */
export function cached<T>(ask: () => Promise<T>, goodForMs: number): () => Promise<T> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<T>;
  return () => {
    if (performance.now() - asked > goodForMs) {
      asked = performance.now();
      answer = ask();
    }
    return answer;
  };
}
