import { queryOnce } from './databases.mjs';
import { GROUPS } from './people.mjs';
import { CUSTOMERS } from './stock.mjs';

const USERS_SQL = `
  select u.id, u.username, u.email, r.name as role, u.active, (
    select array_agg(a.erp_customer_name order by a.erp_customer_name) from portal_user_erp_customer a
    where a.user_id = u.id) as names
  from portal_user u join role r on r.id = u.role_id
  where exists (select from portal_user_erp_customer a where a.user_id = u.id and a.erp_customer_name = $1)
  order by u.username limit 100`;

const TOTALS_SQL = `
  select owner_name as name, uom as unit, count(*)::int as items, trim_scale(sum(qty_on_hand))::text as "quantityOnHand",
    trim_scale(sum(qty_on_hand - qty_allocated))::text as "quantityAvailable"
  from erp.stock group by owner_name, uom order by owner_name, uom`;

/** The logins of each group with the totals of their customers, as the databases themselves have them. */
export async function userQuestions(portalUrl, erpUrl) {
  const totals = {};
  for (const { name, items, ...ofUnit } of await queryOnce(erpUrl, TOTALS_SQL)) {
    totals[name] ??= { itemCount: 0, byUnit: [] };
    totals[name].itemCount += items;
    totals[name].byUnit.push(ofUnit);
  }
  return Promise.all(
    CUSTOMERS.slice(0, GROUPS).map(async (customer) => {
      const rows = await queryOnce(portalUrl, USERS_SQL, [customer]);
      const nodes = rows.map(({ names, ...user }) => ({
        ...user,
        erpCustomers: names.map((name) => ({ name, inventoryTotals: totals[name] })),
      }));
      return { kind: 'users', variables: { customer }, expected: { nodes } };
    }),
  );
}
