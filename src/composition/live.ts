import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { SessionStateStore } from '../features/identity/sessions/session-state.store.js';
import type { InventorySources } from '../features/inventory/inventory.loader.js';
import { LiveResolver } from '../features/live/live.resolver.js';
import { LiveInventory } from '../features/live/live-inventory.js';
import { LiveQuestionStore } from '../features/live/live-question.store.js';
import { startLiveRounds } from '../features/live/live-rounds.js';
import { SessionWatches } from '../features/live/session-watches.js';
import { PorticoError } from '../shared/errors.js';
import { atMostPer } from '../shared/once-per.js';

/** An instance looks at what it watches several times between two questions to the ERP, so that it hears of others' answers. */
const ROUNDS = 4;
const MIN_ROUND_MS = 250;
const MAX_ROUND_MS = 2_500;
/** While the database is away, each round fails. */
const LOGGED = { periodMs: 60_000, count: 1 };

/** What composing live updates needs. */
export interface LiveInput {
  dataSource: DataSource;
  inventory: InventorySources;
  logger: Logger;
}

/** Composes what is watched, and starts looking at it. */
export function composeLive(
  { intervalMs, maxRows }: Config['live'],
  { dataSource, inventory, logger }: LiveInput,
) {
  const isDue = atMostPer(LOGGED);
  const onFailed = (error: unknown) => {
    // What the ERP refuses is logged by its own observer.
    if (error instanceof PorticoError || !isDue()) return;
    logger.error({ err: error }, 'live updates failed; they are tried again');
  };
  const roundMs = Math.min(Math.max(intervalMs / ROUNDS, MIN_ROUND_MS), MAX_ROUND_MS);
  const questions = new LiveQuestionStore(dataSource);
  const live = new LiveInventory({
    ...{ questions, intervalMs, roundMs, maxRows, onFailed },
    inventory: inventory.store,
  });
  const sessions = new SessionWatches(new SessionStateStore(dataSource));
  return {
    sessions,
    resolver: new LiveResolver({ inventory: live, onUnshown: inventory.onUnshown }),
    questions: () => live.size,
    forgetUnwatched: async () => {
      await questions.forgetUnwatched();
    },
    stop: startLiveRounds({ sessions, inventory: live, roundMs, onFailed }),
  };
}
