import { assertReadsStock, scopeKey } from '../../shared/auth.js';
import type { OnUnshown } from '../../shared/row-values.js';
import type { InventoryFilter } from '../inventory/inventory.args.js';
import { toItem } from '../inventory/inventory-item.js';
import { Bell } from './bell.js';
import type { InventoryUpdate } from './live.type.js';
import type { LiveInventory } from './live-inventory.js';
import type { SessionWatch } from './session-watches.js';
import { type Difference, differenceFrom } from './snapshot.js';

/** What watching needs, and until when. */
export interface Watching {
  inventory: LiveInventory;
  onUnshown: OnUnshown;
  session: SessionWatch;
  signal: AbortSignal;
}

/**
 * What changes in the inventory that a viewer may see. The difference is made when it is taken, from what the watcher has seen
 * before, so that nothing queues up for a slow one. A changed scope is a change like others.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN or PASSWORD_CHANGE_REQUIRED once the viewer may not read inventory any more;
 *   BAD_USER_INPUT if the filter leaves too many rows; RATE_LIMITED if this login watches too much
 */
export async function* watchInventory(
  { inventory, onUnshown, session, signal }: Watching,
  filter: InventoryFilter,
): AsyncGenerator<InventoryUpdate, void, undefined> {
  const free = inventory.slots.take(session.viewer.userId);
  const bell = new Bell();
  const stop = session.onChange(bell.ring);
  const join = () => inventory.join(session.viewer.erpScope, filter, bell.ring);
  let joined: ReturnType<typeof join> | null = null;
  let seen: ReadonlyMap<string, string> | null = null;
  let wasStale = false;
  try {
    for (;;) {
      const { viewer } = session;
      assertReadsStock({ viewer, apiKey: null });
      if (joined === null || scopeKey(viewer.erpScope) !== scopeKey(joined.question.scope)) {
        joined?.leave();
        joined = join();
      }
      const { latest, stale } = joined.question;
      if (latest === null || (latest.digests === seen && stale === wasStale)) {
        await bell.wait(signal);
        continue;
      }
      const changes: InventoryUpdate['changes'] = seen
        ? toChanges(differenceFrom(seen, latest), onUnshown)
        : [];
      const isNews = seen === null || changes.length > 0 || stale !== wasStale;
      [seen, wasStale] = [latest.digests, stale];
      if (isNews) yield { asOf: latest.asOf, stale, changes };
    }
  } finally {
    stop();
    joined?.leave();
    free();
  }
}

const toChanges = ({ changed, removed }: Difference, onUnshown: OnUnshown) => [
  ...changed.map(({ row, isNew }) => ({ item: toItem(row, onUnshown), isNew })),
  ...removed.map((id) => ({ id })),
];
