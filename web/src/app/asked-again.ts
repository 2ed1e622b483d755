/** How long an answer is kept as it is while it stays in view, in ms. */
const FRESH = 60_000;
/** How long until the ERP is asked again after it didn't answer, in ms. */
const PAUSE = 15_000;

/**
 * When answers of the ERP are asked for again: in a minute, if the viewer comes back to the page; and after a pause, without
 * their doing, where the ERP didn't answer.
 *
 * @param isStale whether an answer is the ERP's last instead of a new one
 */
export function askedAgain<T>(isStale: (data: T) => boolean) {
  return {
    staleTime: FRESH,
    refetchInterval: ({ state }: { state: { data: T | undefined; error: Error | null } }) =>
      state.error || (state.data && isStale(state.data)) ? PAUSE : (false as const),
  };
}
