/** A check of the ERP. */
export interface Check {
  at: string;
  /** Null where there was no answer. */
  latencyMs: number | null;
}

/**
 * When the ERP last answered, null if none of the checks tells; and since when it hasn't.
 *
 * @param checkedAt the last check of all, which may be too near the one before to be among the others
 */
export function outageOf(
  recent: readonly Check[],
  checkedAt: string,
): { lastGood: string | null; since: string } {
  const last = recent.findLastIndex(({ latencyMs }) => latencyMs !== null);
  return { lastGood: recent[last]?.at ?? null, since: recent[last + 1]?.at ?? checkedAt };
}
