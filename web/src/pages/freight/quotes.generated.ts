import type { Operation } from '../../app/ask';
import type * as Types from '../../app/operations.generated';

export const PortalQuotesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalQuotes($filter: QuoteFilter, $first: Int, $after: String, $last: Int, $before: String) {
  quotes(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      reference
      status
      origin {
        suburb
        state
      }
      destination {
        suburb
        state
      }
      service
      chargeableWeightKg
      totalAmount
      currency
      validUntil
      customerReference
      createdAt
    }
    pageInfo {
      ...PageParts
    }
    countsByStatus {
      status
      count
    }
  }
}` as Operation<Types.PortalQuotesQuery, Types.PortalQuotesQueryVariables>;

export const PortalQuoteDocument = `fragment FreightAddress on Address {
  company
  street
  suburb
  state
  postcode
  country
  contactName
  contactPhone
}

fragment FreightGoods on FreightItem {
  description
  packaging
  quantity
  weightKg
  lengthCm
  widthCm
  heightCm
  dangerousGoods {
    unNumber
    class
    packingGroup
  }
}

fragment QuoteParts on Quote {
  id
  reference
  status
  service
  origin {
    ...FreightAddress
  }
  destination {
    ...FreightAddress
  }
  items {
    ...FreightGoods
  }
  weightKg
  cubicWeightKg
  chargeableWeightKg
  totalAmount
  currency
  validUntil
  customerReference
  pickupOn
  allowedActions
  rewardPoints
  rewardDiscount
  payableAmount
  version
  connote {
    id
    number
  }
  events {
    id
    from
    to
    by {
      name
    }
    note
    at
  }
  createdAt
}

query PortalQuote($reference: String!) {
  quotes(filter: {search: $reference}, first: 5) {
    nodes {
      ...QuoteParts
    }
  }
}` as Operation<Types.PortalQuoteQuery, Types.PortalQuoteQueryVariables>;

export const PortalRequestQuoteDocument = `mutation PortalRequestQuote($input: RequestQuoteInput!) {
  requestQuote(input: $input) {
    quote {
      id
      reference
    }
  }
}` as Operation<Types.PortalRequestQuoteMutation, Types.PortalRequestQuoteMutationVariables>;

export const PortalApproveQuoteDocument = `mutation PortalApproveQuote($id: ID!, $version: Int) {
  approveQuote(id: $id, version: $version) {
    quote {
      id
      status
    }
  }
}` as Operation<Types.PortalApproveQuoteMutation, Types.PortalApproveQuoteMutationVariables>;

export const PortalRejectQuoteDocument = `mutation PortalRejectQuote($id: ID!, $note: String) {
  rejectQuote(id: $id, note: $note) {
    quote {
      id
      status
    }
  }
}` as Operation<Types.PortalRejectQuoteMutation, Types.PortalRejectQuoteMutationVariables>;

export const PortalRedeemRewardsDocument = `mutation PortalRedeemRewards($input: RedeemRewardsInput!) {
  redeemRewards(input: $input) {
    quote {
      id
    }
  }
}` as Operation<Types.PortalRedeemRewardsMutation, Types.PortalRedeemRewardsMutationVariables>;

export const PortalReturnRewardsDocument = `mutation PortalReturnRewards($id: ID!, $version: Int) {
  returnRewards(quoteId: $id, version: $version) {
    quote {
      id
    }
  }
}` as Operation<Types.PortalReturnRewardsMutation, Types.PortalReturnRewardsMutationVariables>;
