import { queryOptions } from '@tanstack/react-query';
import type { InventoryFilter } from '../operations.generated';
import { query } from '../query';
import { viewersToday } from '../viewers-today';
import { PortalExpiryMonthsDocument } from './expiry.generated';
import { expiryPeriods } from './expiry-periods';

/** How many months and units the service counts in one answer. */
const MOST_GROUPS = 5_000;

/**
 * How many rows of the stock expire in each period around the viewer's today; `null` if there are too many months and
 * units to count, because the latest months are missing then.
 *
 * @param filter should say nothing about the expiry itself
 */
export const expiryCounts = (filter: InventoryFilter) =>
  queryOptions({
    queryKey: ['expiry', filter],
    queryFn: ({ signal }) => query(PortalExpiryMonthsDocument, { filter, first: MOST_GROUPS }, signal),
    select: ({ inventoryGroups: groups }) =>
      groups.length < MOST_GROUPS ? expiryPeriods(groups, viewersToday()) : null,
  });
