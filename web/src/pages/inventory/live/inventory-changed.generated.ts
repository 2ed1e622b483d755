import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalInventoryChangedDocument = `fragment PortalItem on InventoryItem {
  id
  partNumber
  description
  erpCustomer {
    name
  }
  warehouse
  bin
  lot
  status
  unit
  quantityOnHand
  quantityAllocated
  quantityAvailable
  expiresOn
  receivedOn
  lastMovedAt
  unshown
}

subscription PortalInventoryChanged($filter: InventoryFilter) {
  inventoryChanged(filter: $filter) {
    asOf
    stale
    changes {
      __typename
      ... on InventoryItemChanged {
        isNew
        item {
          ...PortalItem
        }
      }
      ... on InventoryItemRemoved {
        id
      }
    }
  }
}` as Operation<Types.PortalInventoryChangedSubscription, Types.PortalInventoryChangedSubscriptionVariables>;
