import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { HistoryPartsFragment, PortalHistoryQuery } from '../operations.generated';
import { query } from '../query';
import { PortalHistoryDocument } from './history.generated';
import type { HistorySearch } from './history-search';

/** Something that happened. */
export type Entry = HistoryPartsFragment;
/** A page of a history. */
export type HistoryPage = PortalHistoryQuery['history'];

const PAGE = 50;
/** Addresses of photos are valid for ten minutes, so they are asked for again before that. */
const SIGNED_MS = 8 * 60_000;

/** What happened, newest first, page by page: to the viewer's customer, or to the one that staff name. */
export const historyQuery = ({ kind, search, from, to }: HistorySearch, customerId: string | null) => {
  const filter = {
    ...(kind ? { kinds: [kind] } : {}),
    ...(search ? { search } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(customerId === null ? {} : { customerId }),
  };
  return infiniteQueryOptions({
    queryKey: ['history', filter],
    queryFn: async ({ pageParam, signal }) =>
      (await query(PortalHistoryDocument, { filter, first: PAGE, after: pageParam }, signal)).history,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    refetchInterval: SIGNED_MS,
  });
};
