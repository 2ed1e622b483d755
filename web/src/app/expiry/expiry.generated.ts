import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalExpiryMonthsDocument = `query PortalExpiryMonths($filter: InventoryFilter) {
  inventoryGroups(by: [EXPIRES_MONTH], filter: $filter) {
    expiresMonth
    itemCount
  }
}` as Operation<Types.PortalExpiryMonthsQuery, Types.PortalExpiryMonthsQueryVariables>;
