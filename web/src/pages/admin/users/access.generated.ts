import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalAccessDocument = `fragment AccessRules on AccessPreview {
  user {
    id
    username
    displayName
    role
  }
  homePath
  allErpCustomers
  reasons {
    reason
    at
    role
    names
    moreNames
    sentence
  }
}

query PortalAccess($id: ID!) {
  accessPreview(portalUserId: $id) {
    ...AccessRules
    erpCustomers {
      name
    }
    inventoryTotals {
      itemCount
      partCount
      binCount
      byUnit {
        unit
        quantityOnHand
      }
      asOf
      stale
    }
    inventory(first: 25) {
      nodes {
        id
        erpCustomer {
          name
        }
        partNumber
        description
        lot
        status
        warehouse
        bin
        unit
        quantityOnHand
      }
    }
  }
}` as Operation<Types.PortalAccessQuery, Types.PortalAccessQueryVariables>;

export const PortalAccessRulesDocument = `fragment AccessRules on AccessPreview {
  user {
    id
    username
    displayName
    role
  }
  homePath
  allErpCustomers
  reasons {
    reason
    at
    role
    names
    moreNames
    sentence
  }
}

query PortalAccessRules($id: ID!) {
  accessPreview(portalUserId: $id) {
    ...AccessRules
  }
}` as Operation<Types.PortalAccessRulesQuery, Types.PortalAccessRulesQueryVariables>;
