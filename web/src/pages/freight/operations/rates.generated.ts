import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalRatesDocument = `fragment RateParts on Rate {
  id
  service
  originState
  destinationState
  base
  perKg
  minimum
  currency
  validFrom
  validUntil
  version
}

query PortalRates {
  rates {
    ...RateParts
  }
}` as Operation<Types.PortalRatesQuery, Types.PortalRatesQueryVariables>;

export const PortalSaveRateDocument = `fragment RateParts on Rate {
  id
  service
  originState
  destinationState
  base
  perKg
  minimum
  currency
  validFrom
  validUntil
  version
}

mutation PortalSaveRate($input: RateInput!) {
  saveRate(input: $input) {
    ...RateParts
  }
}` as Operation<Types.PortalSaveRateMutation, Types.PortalSaveRateMutationVariables>;

export const PortalDeleteRateDocument = `mutation PortalDeleteRate($id: ID!) {
  deleteRate(id: $id)
}` as Operation<Types.PortalDeleteRateMutation, Types.PortalDeleteRateMutationVariables>;
