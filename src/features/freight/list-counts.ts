import { type StatusCount, toStatusCounts } from '../../shared/status-count.type.js';

/** How many items of a list have each status. */
export type StatusCounts = ReadonlyMap<string, number>;

/**
 * The two counts of a connection, from one query that is sent only if one of them is asked for.
 *
 * @param statuses all statuses, in their order
 * @param wanted the statuses that the list is filtered by, if it is
 * @param read counts what the rest of the filter matches
 */
export function listCounts(
  statuses: readonly string[],
  wanted: readonly string[] | null | undefined,
  read: () => Promise<StatusCounts>,
) {
  let reading: Promise<StatusCounts> | null = null;
  const counted = () => {
    reading ??= read();
    return reading;
  };
  return {
    countsByStatus: async (): Promise<StatusCount[]> => toStatusCounts(statuses, await counted()),
    totalCount: async (): Promise<number> => {
      const counts = await counted();
      return [...new Set(wanted ?? statuses)].reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
    },
  };
}
