import pg from 'pg';

/** The pools of a peer without TypeORM. Dates stay text, as the database prints them. */
export function openPools() {
  const { PORTAL_URL, PORTAL_POOL_MAX, ERP_URL, ERP_POOL_MAX } = process.env;
  return {
    portal: new pg.Pool({ connectionString: PORTAL_URL, max: Number(PORTAL_POOL_MAX) }),
    erp: new pg.Pool({ connectionString: ERP_URL, max: Number(ERP_POOL_MAX) }),
  };
}

const pageText = (
  condition,
) => `select stock_no::text as id, item_code as "partNumber", item_text as description,
    whse as warehouse, bin_code as bin, lot_no as lot, hold_code as status, uom as unit,
    trim_scale(qty_on_hand - qty_allocated)::text as "quantityAvailable", expiry_date::text as "expiresOn"
  from erp.stock where ${condition} order by item_code, stock_no offset $3 limit $2 + 1`;

/**
 * A page of the stock of customers, or of all, by part number, as a prepared statement; one row more than its size. One customer has a
 * statement of its own, for which the server reads an index in order.
 */
export function pageQuery(customers, { first, skip }) {
  if (!customers) return { name: 'all', text: pageText('$1::text is null'), values: [null, first, skip] };
  return customers.length === 1
    ? { name: 'page', text: pageText('owner_name = $1'), values: [customers[0], first, skip] }
    : { name: 'pages', text: pageText('owner_name = any($1)'), values: [customers, first, skip] };
}

/** The rows of that query as a connection. A cursor is the number of rows before it. */
export function pageOf(rows, { first, skip }) {
  const hasNextPage = rows.length > first;
  const nodes = hasNextPage ? rows.slice(0, first) : rows;
  return { nodes, pageInfo: { endCursor: String(skip + nodes.length), hasNextPage } };
}

/** The customers of some logins. */
export const USERS_CUSTOMERS = {
  name: 'customers',
  text: `select user_id, erp_customer_name as name from portal_user_erp_customer where user_id = any($1)
    order by erp_customer_name`,
};

/** The totals of some customers. */
export const TOTALS = {
  name: 'totals',
  text: `select owner_name as name, uom as unit, count(*)::int as "itemCount",
      trim_scale(sum(qty_on_hand))::text as "quantityOnHand",
      trim_scale(sum(qty_on_hand - qty_allocated))::text as "quantityAvailable"
    from erp.stock where owner_name = any($1) group by owner_name, uom order by uom`,
};
