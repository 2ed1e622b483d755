import { fileURLToPath } from 'node:url';
import { startServer } from '../compare/children.mjs';
import { settingsOf } from './settings.mjs';

const SERVER = fileURLToPath(new URL('postgraphile-server.mjs', import.meta.url));

const DOCUMENT = `query Page($customer: String!, $first: Int!) {
  allItems(first: $first, orderBy: [ITEM_CODE_ASC, STOCK_NO_ASC], condition: { ownerName: $customer }) {
    nodes { stockNo itemCode itemText whse binCode lotNo holdCode uom qtyAvailable expiryDate }
    pageInfo { endCursor hasNextPage }
  }
}`;

/** A row by the names of Portico's fields. */
const toItem = (row) => ({
  id: String(row.stockNo),
  partNumber: row.itemCode,
  description: row.itemText,
  warehouse: row.whse,
  bin: row.binCode,
  lot: row.lotNo,
  status: row.holdCode,
  unit: row.uom,
  quantityAvailable: row.qtyAvailable,
  expiresOn: row.expiryDate,
});

/** A schema and SQL that are made from the tables. */
export const postgraphile = {
  name: 'postgraphile',
  about: 'PostGraphile, its schema made from a view of the same columns; no sessions, limits or log',
  async start(world) {
    return {
      ...(await startServer(SERVER, { env: settingsOf(world) })),
      path: '/graphql',
      toJson: (_kind, { customers, first }) =>
        JSON.stringify({ query: DOCUMENT, variables: { customer: customers[0], first } }),
      read: {
        page: ({ data: { allItems } }) => ({ ...allItems.pageInfo, nodes: allItems.nodes.map(toItem) }),
      },
      headers: {},
    };
  },
};
