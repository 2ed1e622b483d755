import { InventoryGroupKey } from '../../inventory/inventory.args.js';
import type { InventoryGroup } from '../../inventory/inventory.type.js';
import { INVENTORY_GROUPS } from '../odata/model.js';
import { nextLink } from '../odata/next-link.js';
import { ODataError, quoted } from '../odata/odata-error.js';
import type { CollectionPage } from '../odata/serialize.js';
import { type FeedRequest, limitOf, mayContinue } from './feed-request.js';

const { ERP_CUSTOMER, PART_NUMBER, WAREHOUSE, STATUS } = InventoryGroupKey;
const KEYS = [ERP_CUSTOMER, PART_NUMBER, WAREHOUSE, STATUS];

/**
 * A page of the sums of the inventory. Its pages are counted off from the start: sums have no rows to go on from, and the
 * ERP adds them up for every page.
 *
 * @throws ODataError for a wrong $skiptoken; ERP_UNAVAILABLE
 */
export async function readGroups(
  request: FeedRequest<InventoryGroup>,
): Promise<CollectionPage<InventoryGroup>> {
  const { inventory, scope, options, signal, root, given } = request;
  const { reports } = inventory;
  const limit = limitOf(request);
  const offset = options.skipToken === null ? options.skip : offsetIn(options.skipToken);
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
          skipToken: String(offset + shown.length),
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

function offsetIn(skipToken: string): number {
  if (/^\d{1,7}$/.test(skipToken)) return Number(skipToken);
  throw new ODataError(400, `found ${quoted(skipToken)}; wanted that of a link to a next page`, '$skiptoken');
}
