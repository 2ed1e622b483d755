import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalHistoryDocument = `query PortalHistory($filter: HistoryFilter, $first: Int!, $after: String) {
  history(filter: $filter, first: $first, after: $after) {
    nodes {
      ...HistoryParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    asOf
    stale
    missing
  }
}

fragment HistoryParts on HistoryEntry {
  id
  kind
  at
  on
  erpCustomer {
    name
  }
  quote {
    reference
    totalAmount
    currency
  }
  quoteEvent {
    from
    to
    note
    by {
      name
    }
  }
  connote {
    number
    totalAmount
    currency
    priced
  }
  connoteEvent {
    kind
    from
    to
    reason
    note
    by {
      name
    }
  }
  photo {
    kind
    note
    width
    height
    url
    thumbnailUrl
    by {
      name
    }
  }
  invoice {
    id
    number
    status
    description
    totalAmount
    currency
  }
  payment {
    number
    invoiceNumber
    method
    amount
    currency
  }
  reward {
    kind
    points
    note
    by {
      name
    }
  }
}` as Operation<Types.PortalHistoryQuery, Types.PortalHistoryQueryVariables>;
