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

const viewerId = (): string | null => {
  const state = sessionState();
  return state.kind === 'none' ? null : state.session.viewer.user.id;
};

/** Keeps a driver's run, to be read without a network. Runs of others on this machine are none of their business. */
export async function keepRun(owner: string, { stops, asOf }: Run): Promise<void> {
  await forgetOthers(owner);
  // They may have signed out meanwhile.
  if (viewerId() === owner) await put('runs', { owner, stops, asOf });
}

async function forgetOthers(owner: string | null): Promise<void> {
  for (const other of (await getAll('runs')) as { owner: string }[])
    if (other.owner !== owner) await remove('runs', other.owner);
}

/** The run that was kept; null if there is none. */
export async function keptRun(owner: string): Promise<Run | null> {
  const kept = (await get('runs', owner)) as Omit<Run, 'isOld'> | undefined;
  return kept ? { stops: kept.stops, asOf: kept.asOf, isOld: true } : null;
}

let owner = viewerId();
// A session that has ended may have left its run.
void forgetOthers(owner).catch(() => undefined);
/** Names, addresses and phone numbers don't stay on a machine from which somebody signed out. */
onSession(() => {
  const now = viewerId();
  if (owner !== null && now !== owner) void remove('runs', owner).catch(() => undefined);
  owner = now;
});
