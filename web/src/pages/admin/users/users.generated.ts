import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalUsersDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalUsers($filter: PortalUserFilter, $orderBy: PortalUserOrder, $first: Int, $after: String, $last: Int, $before: String) {
  portalUsers(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      username
      email
      displayName
      role
      active
      lockedUntil
      mustChangePassword
      emailConfirmed
      allErpCustomers
      erpCustomers {
        name
      }
      lastLoginAt
    }
    pageInfo {
      ...PageParts
    }
  }
}` as Operation<Types.PortalUsersQuery, Types.PortalUsersQueryVariables>;

export const PortalDormantUsersDocument = `query PortalDormantUsers($filter: PortalUserFilter!, $admins: PortalUserFilter!) {
  all: portalUsers(filter: $filter, first: 1) {
    totalCount
  }
  ofAdmins: portalUsers(filter: $admins, first: 1) {
    totalCount
  }
}` as Operation<Types.PortalDormantUsersQuery, Types.PortalDormantUsersQueryVariables>;

export const PortalUserDocument = `fragment PortalUserParts on PortalUser {
  id
  version
  username
  email
  displayName
  role
  active
  emailConfirmed
  mustChangePassword
  temporaryPasswordExpiresAt
  failedLoginCount
  lockedUntil
  lastLoginAt
  createdAt
  allErpCustomers
  erpCustomers {
    name
  }
}

query PortalUser($id: ID!) {
  portalUser(id: $id) {
    ...PortalUserParts
    customer {
      id
      company
      firstName
      lastName
    }
    sessions {
      id
      createdAt
      lastUsedAt
      ip
      userAgent
    }
    auditEntries(first: 10) {
      nodes {
        id
        sequence
        at
        action
        actorName
        ip
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}` as Operation<Types.PortalUserQuery, Types.PortalUserQueryVariables>;

export const PortalCreateUserDocument = `mutation PortalCreateUser($input: CreatePortalUserInput!) {
  createPortalUser(input: $input) {
    portalUser {
      id
      username
      email
    }
    temporaryPassword
  }
}` as Operation<Types.PortalCreateUserMutation, Types.PortalCreateUserMutationVariables>;

export const PortalUpdateUserDocument = `fragment PortalUserParts on PortalUser {
  id
  version
  username
  email
  displayName
  role
  active
  emailConfirmed
  mustChangePassword
  temporaryPasswordExpiresAt
  failedLoginCount
  lockedUntil
  lastLoginAt
  createdAt
  allErpCustomers
  erpCustomers {
    name
  }
}

mutation PortalUpdateUser($input: UpdatePortalUserInput!) {
  updatePortalUser(input: $input) {
    portalUser {
      ...PortalUserParts
    }
  }
}` as Operation<Types.PortalUpdateUserMutation, Types.PortalUpdateUserMutationVariables>;

export const PortalDeactivateUserDocument = `mutation PortalDeactivateUser($id: ID!) {
  deactivatePortalUser(id: $id) {
    portalUser {
      id
    }
  }
}` as Operation<Types.PortalDeactivateUserMutation, Types.PortalDeactivateUserMutationVariables>;

export const PortalReactivateUserDocument = `mutation PortalReactivateUser($id: ID!) {
  reactivatePortalUser(id: $id) {
    portalUser {
      id
    }
  }
}` as Operation<Types.PortalReactivateUserMutation, Types.PortalReactivateUserMutationVariables>;

export const PortalUnlockUserDocument = `mutation PortalUnlockUser($id: ID!) {
  unlockPortalUser(id: $id) {
    portalUser {
      id
    }
  }
}` as Operation<Types.PortalUnlockUserMutation, Types.PortalUnlockUserMutationVariables>;

export const PortalResetUserPasswordDocument = `mutation PortalResetUserPassword($id: ID!) {
  resetPortalUserPassword(id: $id) {
    portalUser {
      id
    }
  }
}` as Operation<Types.PortalResetUserPasswordMutation, Types.PortalResetUserPasswordMutationVariables>;

export const PortalEndUserSessionsDocument = `mutation PortalEndUserSessions($id: ID!) {
  endPortalUserSessions(id: $id)
}` as Operation<Types.PortalEndUserSessionsMutation, Types.PortalEndUserSessionsMutationVariables>;

export const PortalDeactivateDormantDocument = `mutation PortalDeactivateDormant($lastLoginBefore: DateTime!) {
  deactivateDormantPortalUsers(lastLoginBefore: $lastLoginBefore)
}` as Operation<Types.PortalDeactivateDormantMutation, Types.PortalDeactivateDormantMutationVariables>;
