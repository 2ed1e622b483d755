import type { Operation } from '../ask';
import type * as Types from '../operations.generated';

export const PortalFindDocument = `query PortalFind($search: String!, $customers: Boolean!, $quotes: Boolean!, $users: Boolean!) {
  connotes(filter: {search: $search}, first: 5) {
    nodes {
      id
      number
      pickup {
        suburb
        state
      }
      delivery {
        suburb
        state
      }
    }
  }
  quotes(filter: {search: $search}, first: 5) @include(if: $quotes) {
    nodes {
      id
      reference
      origin {
        suburb
        state
      }
      destination {
        suburb
        state
      }
    }
  }
  customers(filter: {search: $search}, first: 5) @include(if: $customers) {
    nodes {
      id
      company
      firstName
      lastName
      email
    }
  }
  portalUsers(filter: {search: $search}, first: 5) @include(if: $users) {
    nodes {
      id
      username
      email
    }
  }
}` as Operation<Types.PortalFindQuery, Types.PortalFindQueryVariables>;
