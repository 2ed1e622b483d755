import { queryOptions } from '@tanstack/react-query';
import { hasCode } from '../../../app/ask';
import type { StopPartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { keepRun, keptRun, type Run } from './outbox/kept-run';
import { PortalRunDocument, PortalStopDocument } from './run.generated';

/** A line that is there without answering is as good as none. */
const ANSWER_MS = 20_000;
const EVERY_MS = 60_000;

/** A driver's run. Without a network it is the one that was kept, until there is another. */
export const runQuery = (owner: string) =>
  queryOptions({
    queryKey: ['run', 'stops', owner],
    queryFn: async ({ signal }): Promise<Run> => {
      try {
        const stops = await readStops(AbortSignal.timeout(ANSWER_MS));
        // The server has answered about a stop meanwhile: what was asked before must not replace it.
        signal.throwIfAborted();
        return await kept(owner, { stops, asOf: Date.now(), isOld: false });
      } catch (error) {
        const old = hasCode(error, 'OFFLINE') ? await keptRun(owner).catch(() => null) : null;
        if (!old) throw error;
        return old;
      }
    },
    refetchInterval: ({ state }) => (state.data?.isOld ? EVERY_MS / 4 : EVERY_MS),
    retry: false,
  });

/** All pages of the list, which has as many stops on each as a query may cost: a run has seldom more. */
async function readStops(signal: AbortSignal): Promise<StopPartsFragment[]> {
  const stops: StopPartsFragment[] = [];
  let after: string | null = null;
  do {
    const { connotes }: Awaited<ReturnType<typeof readPage>> = await readPage(after, signal);
    stops.push(...connotes.nodes);
    after = connotes.pageInfo.hasNextPage ? (connotes.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return stops;
}

const readPage = (after: string | null, signal: AbortSignal) => query(PortalRunDocument, { after }, signal);

/** A browser that can't keep it shows it all the same. */
async function kept(owner: string, run: Run): Promise<Run> {
  await keepRun(owner, run).catch(() => undefined);
  return run;
}

/** Shows a stop as the server has just answered, and keeps it so. */
export async function showStop(owner: string, stop: StopPartsFragment): Promise<void> {
  const { queryKey } = runQuery(owner);
  await queryClient.cancelQueries({ queryKey });
  const run = queryClient.getQueryData(queryKey);
  queryClient.setQueryData(stopQuery(stop.number).queryKey, stop);
  if (!run) return queryClient.invalidateQueries({ queryKey });
  const shown = { ...run, stops: run.stops.map((one) => (one.id === stop.id ? stop : one)) };
  queryClient.setQueryData(queryKey, shown);
  await kept(owner, shown);
}

/** The driver's stop with this number, be it delivered; null if there is none. */
export const stopQuery = (number: string) =>
  queryOptions({
    queryKey: ['run', 'stop', number.toUpperCase()],
    queryFn: async ({ signal }) => {
      const { connotes } = await query(PortalStopDocument, { number }, signal);
      return connotes.nodes.find((stop) => isNumber(stop, number)) ?? null;
    },
  });

/** Whether a stop has this number: nobody has to type capitals. */
export const isNumber = (stop: StopPartsFragment, number: string): boolean =>
  stop.number.toUpperCase() === number.toUpperCase();
