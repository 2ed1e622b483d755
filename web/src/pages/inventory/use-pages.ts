import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { InventoryFilter, InventoryOrder, PortalItemFragment } from '../../app/operations.generated';
import { query } from '../../app/query';
import { PortalInventoryDocument } from './inventory.generated';

/** Rows of one page. */
const PAGE = 100;

interface Question {
  filter: InventoryFilter;
  orderBy: InventoryOrder[];
}

interface Known {
  key: string;
  /** The cursor after which each page begins, of all that were met. */
  after: (string | null)[];
  end: boolean;
}

/** What is known of the rows near those that are shown. */
export interface Pages {
  row: (index: number) => PortalItemFragment | undefined;
  /** How many rows can be scrolled to so far. */
  reachable: number;
  isPending: boolean;
  error: unknown;
  retry: () => void;
  asOf: string | undefined;
  stale: boolean;
}

/**
 * Pages by keyset: every cursor that was met is kept, a page's rows only while they are near what is shown.
 *
 * @param first the first row that is shown
 * @param last the last one
 */
export function usePages(question: Question, first: number, last: number): Pages {
  const key = JSON.stringify(question);
  const [cursors, setCursors] = useState<Known>({ key, after: [null], end: false });
  const known = cursors.key === key ? cursors : { key, after: [null], end: false };
  const from = Math.min(known.after.length - 1, Math.max(0, Math.floor(first / PAGE)));
  const to = Math.min(known.after.length - 1, Math.floor(last / PAGE) + 1);
  const results = useQueries({ queries: known.after.slice(from, to + 1).map((after) => pageOf(key, after)) });
  const isLast = to === known.after.length - 1;
  const lastPage = isLast ? results.at(-1)?.data?.inventory : undefined;
  useEffect(() => {
    if (!lastPage || known.end) return;
    const { endCursor, hasNextPage } = lastPage.pageInfo;
    const next = hasNextPage && endCursor ? { after: [...known.after, endCursor] } : { end: true };
    setCursors({ ...known, ...next });
  });
  const head = results.find(({ data }) => data)?.data?.inventory;
  return {
    row: (index) => results[Math.floor(index / PAGE) - from]?.data?.inventory.nodes[index % PAGE],
    reachable: (known.after.length - 1) * PAGE + (known.end && lastPage ? lastPage.nodes.length : 0),
    isPending: results.some(({ isPending }) => isPending) && !head,
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
    asOf: head?.asOf,
    stale: results.some(({ data }) => data?.inventory.stale),
  };
}

/** Outside the hook: a function that closed over its results would hold every page that was ever shown. */
function pageOf(key: string, after: string | null) {
  return {
    queryKey: ['inventory', key, after] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      query(PortalInventoryDocument, { ...(JSON.parse(key) as Question), first: PAGE, after }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 20_000,
    structuralSharing: false,
  };
}
