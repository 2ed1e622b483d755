import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalRewardsDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

fragment RewardsParts on Rewards {
  balance
  value
  currency
  pointValue
  pointsPerUnit
  nextExpiry {
    points
    on
  }
}

query PortalRewards($customerId: ID, $filter: RewardEntryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  rewards(customerId: $customerId) {
    ...RewardsParts
    entries(
      filter: $filter
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      nodes {
        id
        kind
        points
        balance
        quote {
          reference
        }
        connote {
          number
        }
        note
        by {
          name
        }
        at
        expiresOn
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}` as Operation<Types.PortalRewardsQuery, Types.PortalRewardsQueryVariables>;

export const PortalPointsDocument = `fragment RewardsParts on Rewards {
  balance
  value
  currency
  pointValue
  pointsPerUnit
  nextExpiry {
    points
    on
  }
}

query PortalPoints {
  rewards {
    ...RewardsParts
  }
}` as Operation<Types.PortalPointsQuery, Types.PortalPointsQueryVariables>;
