import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalInventoryDocument = `fragment PortalItem on InventoryItem {
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

query PortalInventory($filter: InventoryFilter, $orderBy: [InventoryOrder!], $first: Int!, $after: String) {
  inventory(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes {
      ...PortalItem
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    asOf
    stale
  }
}` as Operation<Types.PortalInventoryQuery, Types.PortalInventoryQueryVariables>;

export const PortalInventoryCursorsDocument = `query PortalInventoryCursors($filter: InventoryFilter, $orderBy: [InventoryOrder!], $first: Int!, $after: String) {
  inventory(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges {
      cursor
    }
    pageInfo {
      hasNextPage
    }
  }
}` as Operation<Types.PortalInventoryCursorsQuery, Types.PortalInventoryCursorsQueryVariables>;

export const PortalInventoryTotalsDocument = `query PortalInventoryTotals($filter: InventoryFilter) {
  inventoryTotals(filter: $filter) {
    asOf
    stale
    itemCount
    byUnit {
      unit
      quantityOnHand
    }
  }
}` as Operation<Types.PortalInventoryTotalsQuery, Types.PortalInventoryTotalsQueryVariables>;

export const PortalInventoryFacetDocument = `query PortalInventoryFacet($of: InventoryGroupKey!, $filter: InventoryFilter, $search: String, $first: Int!) {
  inventoryFacet(of: $of, filter: $filter, search: $search, first: $first) {
    value
    itemCount
  }
}` as Operation<Types.PortalInventoryFacetQuery, Types.PortalInventoryFacetQueryVariables>;

export const PortalInventoryItemDocument = `fragment PortalItem on InventoryItem {
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

query PortalInventoryItem($id: ID!) {
  inventoryItem(id: $id) {
    ...PortalItem
  }
}` as Operation<Types.PortalInventoryItemQuery, Types.PortalInventoryItemQueryVariables>;

export const PortalPrepareExportDocument = `mutation PortalPrepareExport($input: PrepareInventoryExportInput!) {
  prepareInventoryExport(input: $input) {
    fileName
    rowCount
    url
  }
}` as Operation<Types.PortalPrepareExportMutation, Types.PortalPrepareExportMutationVariables>;
