import { positionOf } from '../../../shared/keyset.js';
import { inventoryOrder } from '../../inventory/inventory.order.js';
import type { InventoryItem } from '../../inventory/inventory.type.js';
import { toItem } from '../../inventory/inventory-item.js';
import { INVENTORY } from '../odata/model.js';
import type { CollectionPage } from '../odata/serialize.js';
import {
  bindingOf,
  conditionsOf,
  type FeedRequest,
  limitOf,
  mayContinue,
  nextPageOf,
} from './feed-request.js';

/**
 * A page of the inventory. It never shows an older answer of the ERP, because a table in a report can't say so.
 *
 * @throws BAD_USER_INPUT for a $skiptoken of another filter, order or scope; ERP_UNAVAILABLE
 */
export async function readInventory(
  request: FeedRequest<InventoryItem>,
): Promise<CollectionPage<InventoryItem>> {
  const { inventory, scope, options, signal } = request;
  const { store, cursors, onUnshown } = inventory;
  const limit = limitOf(request);
  const terms = inventoryOrder(options.orderBy, scope);
  const binding = bindingOf(INVENTORY, terms, request);
  const { skipToken, skip } = options;
  const after = skipToken === null ? null : cursors.decode(skipToken, binding, '$skiptoken');
  const conditions = conditionsOf(request);
  const fresh = { signal, orStale: false };
  const page = { terms, limit, skip, after, before: null, backwards: false };
  const [reading, count] = await Promise.all([
    limit === 0 ? null : store.page(scope, conditions, page, fresh),
    options.count ? store.count(scope, conditions, fresh) : null,
  ]);
  const rows = reading?.value ?? [];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    entities: shown.map((row) => toItem(row, onUnshown)),
    count: count?.value ?? null,
    nextLink:
      last && rows.length > limit && mayContinue(request, limit)
        ? nextPageOf(request, INVENTORY, {
            entities: shown.length,
            skipToken: cursors.encode(positionOf(last, terms), binding),
          })
        : null,
  };
}

/** How many rows there are under the request's filter. */
export async function countInventory(request: FeedRequest<InventoryItem>): Promise<number> {
  const { inventory, scope, signal } = request;
  const { value } = await inventory.store.count(scope, conditionsOf(request), { signal, orStale: false });
  return value;
}
