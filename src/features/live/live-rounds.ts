import type { LiveInventory } from './live-inventory.js';
import type { SessionWatches } from './session-watches.js';

/** What a round looks at. */
export interface LiveRoundsInput {
  sessions: SessionWatches;
  inventory: LiveInventory;
  roundMs: number;
  onFailed: (error: unknown) => void;
}

/**
 * Looks again and again at what is watched on this instance: first at the sessions, so that nobody is told what they may no
 * longer see, then at the inventory. The number of statements doesn't depend on the number of watchers.
 *
 * @returns stops it; resolves when a round in progress is done
 */
export function startLiveRounds({
  sessions,
  inventory,
  roundMs,
  onFailed,
}: LiveRoundsInput): () => Promise<void> {
  let inProgress: Promise<void> | null = null;
  const round = async () => {
    await sessions.check();
    await inventory.round();
  };
  const timer = setInterval(() => {
    inProgress ??= round()
      .catch(onFailed)
      .finally(() => {
        inProgress = null;
      });
  }, roundMs).unref();
  return async () => {
    clearInterval(timer);
    await inProgress;
    await inventory.stop();
  };
}
