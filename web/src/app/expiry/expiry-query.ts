import { queryOptions } from '@tanstack/react-query';
import type { InventoryFilter } from '../operations.generated';
import { query } from '../query';
import { PortalExpiryMonthsDocument } from './expiry.generated';

/** How many rows of the stock expire in each month. @param filter should say nothing about the expiry itself */
export const expiryMonths = (filter: InventoryFilter) =>
  queryOptions({
    queryKey: ['expiry', filter],
    queryFn: ({ signal }) => query(PortalExpiryMonthsDocument, { filter }, signal),
    select: ({ inventoryGroups }) => inventoryGroups,
  });
