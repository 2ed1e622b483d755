import { InventoryGroupKey } from '../../inventory/inventory.args.js';
import type { InventoryGroup } from '../../inventory/inventory.type.js';
import { INVENTORY_GROUPS } from '../odata/model.js';
import { nextLink } from '../odata/next-link.js';
import type { CollectionPage } from '../odata/serialize.js';
import { bindingOf, type FeedRequest, limitOf, mayContinue } from './feed-request.js';

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
  const { inventory, scope, options, signal, root, given } = request;
  const { reports, cursors } = inventory;
  const limit = limitOf(request);
  const binding = bindingOf(INVENTORY_GROUPS, options.orderBy, request);
  const { skipToken } = options;
  const [after] = skipToken === null ? [] : cursors.decode(skipToken, binding, '$skiptoken');
  const offset = after ? Number(after) : options.skip;
  const conditions = options.where ? { where: options.where } : {};
  const page = { limit: limit === 0 ? 0 : limit + 1, offset, order: options.orderBy, signal };
  const [groups, count] = await Promise.all([
    reports.groups(scope, KEYS, conditions, page),
    options.count ? countGroups(request) : null,
  ]);
  const shown = groups.slice(0, limit);
  const continues = groups.length > limit && mayContinue(request, limit);
  return {
    entities: shown,
    count,
    nextLink: continues
      ? nextLink({
          url: `${root}${INVENTORY_GROUPS.name}`,
          options: given,
          entities: shown.length,
          skipToken: cursors.encode([String(offset + shown.length)], binding),
        })
      : null,
  };
}

/** How many sums there are under the request's filter. */
export function countGroups({
  inventory,
  scope,
  options: { where },
  signal,
}: FeedRequest<InventoryGroup>): Promise<number> {
  return inventory.reports.groupCount(scope, KEYS, where ? { where } : {}, signal);
}
