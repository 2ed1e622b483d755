import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askedAgain } from '../../app/asked-again';
import type {
  InventoryFilter,
  InventoryOrder,
  PortalInventoryQuery,
  PortalItemFragment,
} from '../../app/operations.generated';
import { query } from '../../app/query';
import { PortalInventoryCursorsDocument, PortalInventoryDocument } from './inventory.generated';
import { learnCursors, learnPage, noCursors, PAGE } from './known-cursors';

/** Rows whose cursors are asked for at once on the way to rows far ahead. */
const STRIDE = 5 * PAGE;

/** What rows are asked for. */
export interface Question {
  filter: InventoryFilter;
  orderBy: InventoryOrder[];
}

/** The pages that are in sight, and the one after them. */
export interface Near {
  from: number;
  to: number;
}

/** What is known of the rows near those that are shown. */
export interface Pages {
  row: (index: number) => PortalItemFragment | undefined;
  /** The place of a row among those near; -1 if it isn't there. */
  indexOf: (id: string) => number;
  /** How many rows there are; null until the last one was met. */
  count: number | null;
  /** How many rows can be asked for so far. */
  reachable: number;
  /** Whether rows far ahead are on their way: the pages before them have to be passed. */
  isWalking: boolean;
  isPending: boolean;
  error: unknown;
  retry: () => void;
  /** When the ERP was read for the oldest rows near. */
  asOf: string | undefined;
  /** Whether the ERP didn't answer, and these are its last answers. */
  stale: boolean;
}

/**
 * Pages by keyset: every cursor that was met is kept, a page's rows only while they are near what is shown, and those of the
 * first page, to which one key leads. Pages that no cursor leads to yet are reached by asking for the cursors before them.
 *
 * @param isLive whether pages are kept up to date, so that they don't have to be asked for again
 */
export function usePages(question: Question, near: Near, isLive: boolean): Pages {
  const key = JSON.stringify(question);
  const [state, setKnown] = useState(() => noCursors(key));
  const known = state.key === key ? state : noCursors(key);
  const last = known.after.length - 1;
  const numbers = pagesOf(near, last);
  const results = useQueries({
    queries: numbers.map((page) => pageOf(key, known.after[page] ?? null, isLive)),
  });
  const isWalking = near.from > last && last > 0 && known.count === null;
  const walk = useQuery({ ...cursorsAfter(key, known.after[last] ?? null), enabled: isWalking });
  const answers = results.map(({ data }) => data?.inventory);
  const isShown = (page: number) => page >= near.from || last === 0;
  useEffect(() => {
    let learnt = known;
    for (const [at, answer] of answers.entries()) {
      const page = numbers[at] ?? 0;
      if (answer && isShown(page) && page < learnt.after.length)
        learnt = learnPage(learnt, page, answer.nodes.length, answer.pageInfo);
    }
    const ahead = isWalking ? walk.data?.inventory : undefined;
    if (ahead && learnt === known) {
      const cursors = ahead.edges.map(({ cursor }) => cursor);
      learnt = learnCursors(known, cursors, ahead.pageInfo.hasNextPage);
    }
    if (learnt !== known) setKnown(learnt);
  });
  const all = isWalking ? [...results, walk] : results;
  return {
    row: (index) => answers[numbers.indexOf(Math.floor(index / PAGE))]?.nodes[index % PAGE],
    indexOf: (id) => indexOf(id, numbers, answers),
    count: known.count,
    reachable: known.count ?? last * PAGE + (answers[numbers.indexOf(last)]?.nodes.length ?? 0),
    isWalking,
    isPending: results.every(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of all) if (isError) void refetch();
    },
    ...ageOf(
      answers.filter((_, at) => isShown(numbers[at] ?? 0)),
      answers,
    ),
  };
}

/** The first page and those near, as far as their cursors are known. */
function pagesOf({ from, to }: Near, last: number): number[] {
  const pages = [0];
  for (let page = Math.max(1, from); page <= Math.min(to, last); page += 1) pages.push(page);
  return pages;
}

type Answer = PortalInventoryQuery['inventory'] | undefined;

function indexOf(id: string, numbers: readonly number[], answers: readonly Answer[]): number {
  for (const [at, answer] of answers.entries()) {
    const index = answer?.nodes.findIndex((node) => node.id === id) ?? -1;
    if (index >= 0) return (numbers[at] ?? 0) * PAGE + index;
  }
  return -1;
}

/** How old the rows near are, or while none of these is there, others. */
function ageOf(near: readonly Answer[], others: readonly Answer[]): Pick<Pages, 'asOf' | 'stale'> {
  const isKnown = (answer: Answer) => answer !== undefined;
  const known = (near.some(isKnown) ? near : others).filter(isKnown);
  const stale = known.filter((answer) => answer.stale);
  const moments = (stale.length > 0 ? stale : known).map(({ asOf }) => asOf);
  return { asOf: moments.sort()[0], stale: stale.length > 0 };
}

// Outside the hook: functions that closed over its results would hold every page that was ever shown.

function pageOf(key: string, after: string | null, isLive: boolean) {
  return {
    queryKey: ['inventory', key, after] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      query(PortalInventoryDocument, { ...(JSON.parse(key) as Question), first: PAGE, after }, signal),
    ...askedAgain(({ inventory }: PortalInventoryQuery) => inventory.stale),
    ...(isLive && { staleTime: Number.POSITIVE_INFINITY }),
    gcTime: 20_000,
    structuralSharing: false,
  };
}

function cursorsAfter(key: string, after: string | null) {
  return {
    queryKey: ['inventory-cursors', key, after] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      query(
        PortalInventoryCursorsDocument,
        { ...(JSON.parse(key) as Question), first: STRIDE, after },
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  };
}
