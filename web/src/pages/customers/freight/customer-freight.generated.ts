import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalCustomerQuotesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalCustomerQuotes($filter: QuoteFilter, $first: Int, $after: String, $last: Int, $before: String) {
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
}` as Operation<Types.PortalCustomerQuotesQuery, Types.PortalCustomerQuotesQueryVariables>;

export const PortalCustomerBookingsDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalCustomerBookings($filter: ConnoteFilter, $first: Int, $after: String, $last: Int, $before: String) {
  connotes(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      number
      status
      pickup {
        suburb
        state
      }
      delivery {
        suburb
        state
      }
      chargeableWeightKg
      totalAmount
      priced
      currency
      pickupOn
      estimatedDeliveryOn
      customerReference
    }
    pageInfo {
      ...PageParts
    }
    countsByStatus {
      status
      count
    }
  }
}` as Operation<Types.PortalCustomerBookingsQuery, Types.PortalCustomerBookingsQueryVariables>;
