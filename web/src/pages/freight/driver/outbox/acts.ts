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

/** An act as it is now; undefined if it is done with. */
export const actOf = (id: number) => get('acts', id) as Promise<Act | undefined>;

/** What was done at the same connote after an act. */
export const actsBehind = async ({ id, owner, connoteId }: Act): Promise<Act[]> =>
  (await actsOf(owner)).filter((other) => other.connoteId === connoteId && other.id > id);

/** What is known of an act when it is made. */
type NewAct = Omit<Act, 'id' | 'known' | 'refusal'>;

/** Keeps an act until it is done with. */
export async function keepAct(act: NewAct): Promise<void> {
  // Otherwise the browser may delete it when space gets short. Not all browsers do so.
  void navigator.storage?.persist?.().catch(() => undefined);
  await put('acts', { ...act, known: null, refusal: null });
  await changed();
}

/** Keeps what has become of an act, unless another tab is done with it. */
export async function saveAct(act: Act): Promise<void> {
  if ((await actOf(act.id)) === undefined) return;
  await put('acts', act);
  await changed();
}

/**
 * Lets an act that was refused, and so wasn't done, wait to be sent as if for the first time: without its time, if it was
 * refused for that.
 */
export const releaseAct = ({ withoutTime = false, ...act }: Act): Promise<void> =>
  saveAct({
    ...{ ...act, known: null, refusal: null },
    withoutTime: withoutTime || (act.refusal?.isForTime ?? false),
  });

/** Lets acts be sent without their times. */
export async function giveUpTimes(acts: readonly Act[]): Promise<void> {
  for (const act of acts) await saveAct({ ...act, withoutTime: true });
}

/** Forgets an act that is done with. */
export async function forgetAct(id: number): Promise<void> {
  await remove('acts', id);
  channel.postMessage('done');
  await showActs();
}

const showActs = () => queryClient.invalidateQueries({ queryKey: ['run', 'acts'] });

async function changed(): Promise<void> {
  channel.postMessage('changed');
  await showActs();
}

/** Another tab's page shows the stop as it is now before the act goes, so that it never shows it as it was before. */
channel.onmessage = async ({ data }: MessageEvent<'changed' | 'done'>) => {
  if (data === 'done') await queryClient.invalidateQueries({ queryKey: ['run', 'stops'] });
  await showActs();
};
