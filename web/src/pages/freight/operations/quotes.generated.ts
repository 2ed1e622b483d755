import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalStaffQuotesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalStaffQuotes($filter: QuoteFilter, $first: Int, $after: String, $last: Int, $before: String) {
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
      customer {
        id
        firstName
        lastName
        company
      }
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
      pickupOn
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
}` as Operation<Types.PortalStaffQuotesQuery, Types.PortalStaffQuotesQueryVariables>;

export const PortalStaffQuoteDocument = `fragment FreightAddress on Address {
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

fragment FreightCustomer on Customer {
  id
  firstName
  lastName
  company
  email
  phone
}

fragment StaffQuote on Quote {
  ...QuoteParts
  customer {
    ...FreightCustomer
  }
  suggestedAmount
}

query PortalStaffQuote($reference: String!) {
  quotes(filter: {search: $reference}, first: 5) {
    nodes {
      ...StaffQuote
    }
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
}` as Operation<Types.PortalStaffQuoteQuery, Types.PortalStaffQuoteQueryVariables>;

export const PortalPriceQuoteDocument = `mutation PortalPriceQuote($input: PriceQuoteInput!) {
  priceQuote(input: $input) {
    quote {
      id
      status
    }
  }
}` as Operation<Types.PortalPriceQuoteMutation, Types.PortalPriceQuoteMutationVariables>;
