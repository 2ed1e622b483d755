import type { StopPartsFragment } from '../../../../app/operations.generated';
import { onSession, sessionState } from '../../../../app/session-state';
import { get, getAll, put, remove } from './database';

/** A run as the server had it. */
export interface Run {
  stops: StopPartsFragment[];
  /** When the server had it so, by this machine's clock, in ms. */
  asOf: number;
  /** Whether the server could not be asked for a newer one. */
  isOld: boolean;
}

/** Keeps a driver's run, to be read without a network. Runs of others on this machine are none of their business. */
export async function keepRun(owner: string, { stops, asOf }: Run): Promise<void> {
  for (const other of (await getAll('runs')) as { owner: string }[])
    if (other.owner !== owner) await remove('runs', other.owner);
  await put('runs', { owner, stops, asOf });
}

/** The run that was kept; null if there is none. */
export async function keptRun(owner: string): Promise<Run | null> {
  const kept = (await get('runs', owner)) as Omit<Run, 'isOld'> | undefined;
  return kept ? { stops: kept.stops, asOf: kept.asOf, isOld: true } : null;
}

let owner: string | null = null;
/** Names, addresses and phone numbers don't stay on a machine from which somebody signed out. */
onSession(() => {
  const state = sessionState();
  if (state.kind !== 'none') owner = state.session.viewer.user.id;
  else if (owner !== null) {
    void remove('runs', owner).catch(() => undefined);
    owner = null;
  }
});
