import { scopeKey } from '../../../shared/auth.js';
import { totalOrder } from '../../inventory/inventory.order.js';
import { positionOf } from '../../inventory/inventory.row.js';
import type { InventoryItem } from '../../inventory/inventory.type.js';
import { toItem } from '../../inventory/inventory-item.js';
import { INVENTORY } from '../odata/model.js';
import { nextLink } from '../odata/next-link.js';
import { type FeedPage, type FeedRequest, limitOf, mayContinue } from './feed-request.js';

/**
 * A page of the inventory. It never shows an older answer of the ERP, because a table in a report can't say so.
 *
 * @throws BAD_USER_INPUT for a $skiptoken of another order or scope; ERP_UNAVAILABLE
 */
export async function readInventory(request: FeedRequest<InventoryItem>): Promise<FeedPage<InventoryItem>> {
  const { inventory, scope, options, signal, root, given } = request;
  const { store, cursors, onUnshown } = inventory;
  const limit = limitOf(request);
  const terms = totalOrder(options.orderBy, scope);
  const binding = JSON.stringify([
    'odata Inventory',
    terms.map(({ column, direction, nullsFirst }) => [column, direction, nullsFirst]),
    scopeKey(scope),
  ]);
  const { skipToken, skip } = options;
  const after = skipToken === null ? null : cursors.decode(skipToken, binding, '$skiptoken');
  const conditions = options.where ? { where: options.where } : {};
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
        ? nextLink({
            url: `${root}${INVENTORY.name}`,
            options: given,
            entities: shown.length,
            skipToken: cursors.encode(positionOf(last, terms), binding),
          })
        : null,
  };
}

/** How many rows there are under the request's filter. */
export async function countInventory({
  inventory,
  scope,
  options: { where },
  signal,
}: FeedRequest<InventoryItem>): Promise<number> {
  const { value } = await inventory.store.count(scope, where ? { where } : {}, { signal, orStale: false });
  return value;
}
