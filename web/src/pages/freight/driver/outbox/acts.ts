import { queryOptions } from '@tanstack/react-query';
import { queryClient } from '../../../../app/query';
import { PLACE } from '../../../../app/session-share';
import type { Act } from './act';
import { get, getAll, put, remove } from './database';

/** Tells the other tabs that there are other acts. */
const channel = new BroadcastChannel(`portico-driver ${PLACE}`);

/** The acts of a driver that aren't done with, in the order in which they were made. */
export const actsOf = async (owner: string): Promise<Act[]> =>
  ((await getAll('acts')) as Act[]).filter((act) => act.owner === owner);

/** The same, for pages. */
export const actsQuery = (owner: string) =>
  queryOptions({
    queryKey: ['run', 'acts', owner],
    queryFn: () => actsOf(owner),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Keeps an act until it is done with. */
export async function keepAct(act: Omit<Act, 'id' | 'known' | 'refusal'>): Promise<void> {
  await put('acts', { ...act, known: null, refusal: null });
  await changed();
}

/** Keeps what has become of an act, unless another tab is done with it. */
export async function saveAct(act: Act): Promise<void> {
  if ((await get('acts', act.id)) === undefined) return;
  await put('acts', act);
  await changed();
}

/** Forgets an act that is done with. */
export async function forgetAct(id: number): Promise<void> {
  await remove('acts', id);
  await changed();
}

const showActs = () => queryClient.invalidateQueries({ queryKey: ['run', 'acts'] });

async function changed(): Promise<void> {
  channel.postMessage('changed');
  await showActs();
}

channel.onmessage = () => void showActs();
