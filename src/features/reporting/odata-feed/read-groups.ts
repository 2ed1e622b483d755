import { InventoryGroupKey } from '../../inventory/inventory.args.js';
import type { InventoryGroup } from '../../inventory/inventory.type.js';
import { INVENTORY_GROUPS } from '../odata/model.js';
import type { CollectionPage } from '../odata/serialize.js';
import {
  bindingOf,
  conditionsOf,
  type FeedRequest,
  limitOf,
  mayContinue,
  nextPageOf,
} from './feed-request.js';

const { ERP_CUSTOMER, PART_NUMBER, WAREHOUSE, STATUS } = InventoryGroupKey;
const KEYS = [ERP_CUSTOMER, PART_NUMBER, WAREHOUSE, STATUS];

/**
 * A page of the sums of the inventory. Its pages are counted off from the start: sums have no rows to go on from, and the
 * ERP adds them up for every page.
 *
 * @throws BAD_USER_INPUT for a $skiptoken of another filter, order or scope; ERP_UNAVAILABLE
 */
export async function readGroups(
  request: FeedRequest<InventoryGroup>,
): Promise<CollectionPage<InventoryGroup>> {
  const { inventory, scope, options, signal } = request;
  const { reports, cursors } = inventory;
  const limit = limitOf(request);
  const binding = bindingOf(INVENTORY_GROUPS, options.orderBy, request);
  const { skipToken } = options;
  const [after] = skipToken === null ? [] : cursors.decode(skipToken, binding, '$skiptoken');
  const offset = after ? Number(after) : options.skip;
  const page = { limit: limit === 0 ? 0 : limit + 1, offset, order: options.orderBy, signal };
  const [groups, count] = await Promise.all([
    reports.groups(scope, KEYS, conditionsOf(request), page),
    options.count ? countGroups(request) : null,
  ]);
  const shown = groups.slice(0, limit);
  const continues = groups.length > limit && mayContinue(request, limit);
  return {
    entities: shown,
    count,
    nextLink: continues
      ? nextPageOf(request, INVENTORY_GROUPS, {
          entities: shown.length,
          skipToken: cursors.encode([String(offset + shown.length)], binding),
        })
      : null,
  };
}

/** How many sums there are under the request's filter. */
export function countGroups(request: FeedRequest<InventoryGroup>): Promise<number> {
  const { inventory, scope, signal } = request;
  return inventory.reports.groupCount(scope, KEYS, conditionsOf(request), signal);
}
