import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalCustomersDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalCustomers($filter: CustomerFilter, $orderBy: CustomerOrder, $first: Int, $after: String, $last: Int, $before: String) {
  customers(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      firstName
      lastName
      company
      email
      deletedAt
      portalAccount {
        status
        lastLoginAt
        user {
          id
          allErpCustomers
          erpCustomers {
            name
          }
        }
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}` as Operation<Types.PortalCustomersQuery, Types.PortalCustomersQueryVariables>;

export const PortalCustomerDocument = `fragment CustomerParts on Customer {
  id
  firstName
  lastName
  company
  email
  phone
  source
  createdAt
  updatedAt
  deletedAt
  version
}

fragment PortalAccountParts on PortalAccount {
  accountExists
  status
  email
  createdAt
  lastLoginAt
  lastError
  user {
    id
    username
    displayName
    role
    emailConfirmed
    lockedUntil
    temporaryPasswordExpiresAt
    allErpCustomers
    erpCustomers {
      name
    }
  }
}

query PortalCustomer($id: ID!) {
  customer(id: $id) {
    ...CustomerParts
    portalAccount {
      ...PortalAccountParts
    }
  }
}` as Operation<Types.PortalCustomerQuery, Types.PortalCustomerQueryVariables>;

export const PortalCreateCustomerDocument = `mutation PortalCreateCustomer($input: CreateCustomerInput!) {
  createCustomer(input: $input) {
    customer {
      id
    }
  }
}` as Operation<Types.PortalCreateCustomerMutation, Types.PortalCreateCustomerMutationVariables>;

export const PortalUpdateCustomerDocument = `fragment CustomerParts on Customer {
  id
  firstName
  lastName
  company
  email
  phone
  source
  createdAt
  updatedAt
  deletedAt
  version
}

mutation PortalUpdateCustomer($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) {
    ...CustomerParts
  }
}` as Operation<Types.PortalUpdateCustomerMutation, Types.PortalUpdateCustomerMutationVariables>;

export const PortalDeleteCustomerDocument = `mutation PortalDeleteCustomer($id: ID!) {
  deleteCustomer(id: $id) {
    id
  }
}` as Operation<Types.PortalDeleteCustomerMutation, Types.PortalDeleteCustomerMutationVariables>;

export const PortalRestoreCustomerDocument = `mutation PortalRestoreCustomer($id: ID!) {
  restoreCustomer(id: $id) {
    id
  }
}` as Operation<Types.PortalRestoreCustomerMutation, Types.PortalRestoreCustomerMutationVariables>;
