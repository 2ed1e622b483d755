import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalApiKeysDocument = `query PortalApiKeys {
  apiKeys {
    id
    name
    prefix
    allErpCustomers
    erpCustomers {
      name
    }
    createdAt
    createdBy {
      id
      username
    }
    expiresAt
    lastUsedAt
    revokedAt
  }
}` as Operation<Types.PortalApiKeysQuery, Types.PortalApiKeysQueryVariables>;

export const PortalCreateApiKeyDocument = `mutation PortalCreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      id
      name
    }
    secret
  }
}` as Operation<Types.PortalCreateApiKeyMutation, Types.PortalCreateApiKeyMutationVariables>;

export const PortalRevokeApiKeyDocument = `mutation PortalRevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    id
    revokedAt
  }
}` as Operation<Types.PortalRevokeApiKeyMutation, Types.PortalRevokeApiKeyMutationVariables>;
