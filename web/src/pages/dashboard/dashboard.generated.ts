import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalCustomerDashboardDocument = `fragment DashboardStock on InventoryTotals {
  itemCount
  byUnit {
    unit
    quantityOnHand
  }
  asOf
  stale
}

query PortalCustomerDashboard {
  quotes(
    filter: {status: [QUOTED]}
    orderBy: {field: VALID_UNTIL, direction: ASC}
    first: 5
  ) {
    nodes {
      id
      reference
      origin {
        suburb
        state
      }
      destination {
        suburb
        state
      }
      totalAmount
      currency
      validUntil
    }
    totalCount
  }
  connotes(
    filter: {status: [CONFIRMED, ALLOCATED, IN_TRANSIT]}
    orderBy: {field: STATUS, direction: DESC}
    first: 5
  ) {
    nodes {
      id
      number
      pickup {
        suburb
        state
      }
      delivery {
        suburb
        state
      }
      estimatedDeliveryOn
    }
    totalCount
  }
  dashboard {
    quotesByStatus {
      status
      count
    }
    inventory {
      ...DashboardStock
    }
  }
}` as Operation<Types.PortalCustomerDashboardQuery, Types.PortalCustomerDashboardQueryVariables>;

export const PortalExpiringStockDocument = `query PortalExpiringStock($expiresOn: DateFilter!) {
  inventory(
    filter: {expiresOn: $expiresOn, quantityOnHand: {greaterThan: "0"}}
    orderBy: [{field: EXPIRES_ON, direction: ASC}]
    first: 5
  ) {
    nodes {
      id
      partNumber
      description
      lot
      unit
      quantityOnHand
      expiresOn
    }
  }
  inventoryTotals(
    filter: {expiresOn: $expiresOn, quantityOnHand: {greaterThan: "0"}}
  ) {
    itemCount
  }
}` as Operation<Types.PortalExpiringStockQuery, Types.PortalExpiringStockQueryVariables>;

export const PortalOperationsDashboardDocument = `fragment DashboardStock on InventoryTotals {
  itemCount
  byUnit {
    unit
    quantityOnHand
  }
  asOf
  stale
}

query PortalOperationsDashboard {
  dashboard {
    quotesByStatus {
      status
      count
    }
    connotesByStatus {
      status
      count
    }
    failedProvisionings
    inventory {
      ...DashboardStock
    }
  }
}` as Operation<Types.PortalOperationsDashboardQuery, Types.PortalOperationsDashboardQueryVariables>;

export const PortalWarehouseDashboardDocument = `fragment DashboardStock on InventoryTotals {
  itemCount
  byUnit {
    unit
    quantityOnHand
  }
  asOf
  stale
}

query PortalWarehouseDashboard {
  connotes(
    filter: {status: [CONFIRMED, ALLOCATED]}
    orderBy: {field: PICKUP_ON, direction: ASC}
    first: 100
  ) {
    nodes {
      id
      number
      pickup {
        suburb
        state
      }
      delivery {
        suburb
        state
      }
      pickupOn
    }
    totalCount
  }
  dashboard {
    inventory {
      ...DashboardStock
    }
  }
}` as Operation<Types.PortalWarehouseDashboardQuery, Types.PortalWarehouseDashboardQueryVariables>;

export const PortalAdminDashboardDocument = `query PortalAdminDashboard {
  portalUsers(filter: {active: true}, first: 1) {
    totalCount
  }
  dashboard {
    lockedUsers
    failedMails
    failedProvisionings
  }
  erpStatus {
    reachable
    latencyMs
    readOnly
  }
}` as Operation<Types.PortalAdminDashboardQuery, Types.PortalAdminDashboardQueryVariables>;
