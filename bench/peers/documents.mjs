import { ITEM_FIELDS } from '../compare/stock.mjs';

/** What the peers with GraphQL are asked, in Portico's schema. */
export const DOCUMENTS = {
  page: `query Page($customers: [String!]!, $first: Int!, $after: String) {
  inventory(first: $first, after: $after, orderBy: [{ field: PART_NUMBER }], filter: { erpCustomerNames: $customers }) {
    nodes { ${ITEM_FIELDS.join(' ')} }
    pageInfo { endCursor hasNextPage }
  }
}`,
  directed: `query Page($customers: [String!]!, $first: Int!, $direction: SortDirection!) {
  inventory(
    first: $first, orderBy: [{ field: PART_NUMBER, direction: $direction }], filter: { erpCustomerNames: $customers }
  ) {
    nodes { ${ITEM_FIELDS.join(' ')} }
    pageInfo { endCursor hasNextPage }
  }
}`,
  list: `query List($first: Int!, $after: String) {
  inventory(first: $first, after: $after, orderBy: [{ field: PART_NUMBER }]) {
    nodes { ${ITEM_FIELDS.join(' ')} }
    pageInfo { endCursor hasNextPage }
  }
}`,
  cursor: `query Cursor($first: Int!, $after: String) {
  inventory(first: $first, after: $after, orderBy: [{ field: PART_NUMBER }]) { pageInfo { endCursor } }
}`,
  users: `query Users($customer: String!) {
  portalUsers(first: 100, filter: { erpCustomerName: $customer }) {
    nodes {
      id username email role active
      erpCustomers { name inventoryTotals { itemCount byUnit { unit quantityOnHand quantityAvailable } } }
    }
  }
}`,
  login: `mutation Login($login: String!, $password: String!) {
  login(input: { login: $login, password: $password }) { accessToken expiresAt refreshToken }
}`,
};

const toPage = ({ data }) => ({ ...data.inventory.pageInfo, nodes: data.inventory.nodes });

/** Speaks to a peer with Portico's schema. */
export const GRAPHQL = {
  path: '/graphql',
  toJson: (kind, variables) => JSON.stringify({ query: DOCUMENTS[kind], variables }),
  /** What is compared with the rows of the database. */
  read: {
    page: toPage,
    directed: toPage,
    list: toPage,
    users: ({ data }) => data.portalUsers,
  },
};
