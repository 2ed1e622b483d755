import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalProvisionAccountDocument = `mutation PortalProvisionAccount($input: ProvisionPortalAccountInput!) {
  provisionPortalAccount(input: $input) {
    accountExists
    temporaryPassword
    portalAccount {
      email
      user {
        id
        username
      }
    }
  }
}` as Operation<Types.PortalProvisionAccountMutation, Types.PortalProvisionAccountMutationVariables>;

export const PortalProvisionAccountsDocument = `mutation PortalProvisionAccounts($input: ProvisionPortalAccountsInput!) {
  provisionPortalAccounts(input: $input) {
    provisioned {
      accountExists
      temporaryPassword
      customer {
        id
      }
      portalAccount {
        email
      }
    }
    failures {
      customerId
      code
      message
      reason
      params
    }
  }
}` as Operation<Types.PortalProvisionAccountsMutation, Types.PortalProvisionAccountsMutationVariables>;

export const PortalSendPasswordResetDocument = `mutation PortalSendPasswordReset($customerId: ID!) {
  sendPortalPasswordReset(customerId: $customerId)
}` as Operation<Types.PortalSendPasswordResetMutation, Types.PortalSendPasswordResetMutationVariables>;

export const PortalRevokeAccessDocument = `mutation PortalRevokeAccess($customerId: ID!) {
  revokePortalAccess(customerId: $customerId) {
    status
  }
}` as Operation<Types.PortalRevokeAccessMutation, Types.PortalRevokeAccessMutationVariables>;

export const PortalRestoreAccessDocument = `mutation PortalRestoreAccess($customerId: ID!) {
  restorePortalAccess(customerId: $customerId) {
    status
  }
}` as Operation<Types.PortalRestoreAccessMutation, Types.PortalRestoreAccessMutationVariables>;
