import Fastify from 'fastify';
import mercurius from 'mercurius';
import { openPools, pageOf, pageQuery, TOTALS, USERS_CUSTOMERS } from './queries.mjs';

const { portal, erp } = openPools();

const schema = `
  enum InventoryOrderField { PART_NUMBER EXPIRES_ON }
  enum SortDirection { ASC DESC }
  input InventoryOrder { field: InventoryOrderField! direction: SortDirection! = ASC }
  input InventoryFilter { erpCustomerNames: [String!] }
  input PortalUserFilter { erpCustomerName: String }
  type InventoryItem {
    id: ID! partNumber: String! description: String warehouse: String bin: String lot: String status: String
    unit: String! quantityAvailable: String! expiresOn: String
  }
  type PageInfo { endCursor: String hasNextPage: Boolean! }
  type InventoryConnection { nodes: [InventoryItem!]! pageInfo: PageInfo! }
  type InventoryGroup { unit: String! quantityOnHand: String! quantityAvailable: String! itemCount: Int! }
  type InventoryTotals { itemCount: Int! byUnit: [InventoryGroup!]! }
  type ErpCustomer { name: String! inventoryTotals: InventoryTotals! }
  type PortalUser {
    id: ID! username: String! email: String! role: String! active: Boolean! erpCustomers: [ErpCustomer!]!
  }
  type PortalUserConnection { nodes: [PortalUser!]! }
  type Query {
    inventory(first: Int = 50, after: String, orderBy: [InventoryOrder!], filter: InventoryFilter): InventoryConnection!
    portalUsers(first: Int = 50, filter: PortalUserFilter): PortalUserConnection!
  }`;

const USERS = {
  name: 'users',
  text: `select u.id, u.username, u.email, r.name as role, u.active from portal_user u join role r on r.id = u.role_id
    where exists (select from portal_user_erp_customer a where a.user_id = u.id and a.erp_customer_name = $1)
    order by u.username_key limit $2`,
};

const resolvers = {
  Query: {
    async inventory(_, { first, after, filter }) {
      const skip = Number(after ?? 0);
      const { rows } = await erp.query(pageQuery(filter?.erpCustomerNames, { first, skip }));
      return pageOf(rows, { first, skip });
    },
    async portalUsers(_, { first, filter }) {
      const { rows } = await portal.query({ ...USERS, values: [filter.erpCustomerName, first] });
      return { nodes: rows };
    },
  },
};

const loaders = {
  PortalUser: {
    async erpCustomers(queries) {
      const ids = queries.map(({ obj }) => obj.id);
      const { rows } = await portal.query({ ...USERS_CUSTOMERS, values: [ids] });
      const byUser = grouped(rows, 'user_id');
      return ids.map((id) => byUser[id] ?? []);
    },
  },
  ErpCustomer: {
    async inventoryTotals(queries) {
      const names = queries.map(({ obj }) => obj.name);
      const { rows } = await erp.query({ ...TOTALS, values: [names] });
      const byName = grouped(rows, 'name');
      return names.map((name) => {
        const byUnit = byName[name] ?? [];
        return { byUnit, itemCount: byUnit.reduce((sum, { itemCount }) => sum + itemCount, 0) };
      });
    },
  },
};

function grouped(rows, column) {
  const groups = {};
  for (const row of rows) {
    groups[row[column]] ??= [];
    groups[row[column]].push(row);
  }
  return groups;
}

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
process.stdout.write(`URL ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
