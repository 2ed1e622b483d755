/** A check of the ERP. */
export interface Check {
  at: string;
  /** Null where there was no answer. */
  latencyMs: number | null;
}

/** When the ERP last answered, and since when it hasn't; null where the checks don't tell. @param checks oldest first */
export function outageOf(checks: readonly Check[]): { lastGood: string | null; since: string | null } {
  const last = checks.findLastIndex(({ latencyMs }) => latencyMs !== null);
  return { lastGood: checks[last]?.at ?? null, since: checks[last + 1]?.at ?? null };
}
