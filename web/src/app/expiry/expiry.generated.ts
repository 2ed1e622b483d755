import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalExpiryMonthsDocument = `query PortalExpiryMonths($filter: InventoryFilter, $first: Int!) {
  inventoryGroups(by: [EXPIRES_MONTH], filter: $filter, first: $first) {
    expiresMonth
    itemCount
  }
}` as Operation<Types.PortalExpiryMonthsQuery, Types.PortalExpiryMonthsQueryVariables>;
