/** The ERP's customers, and how many there are. Each has the same number of rows. */
export const CUSTOMERS = Array.from({ length: 40 }, (_, n) => `Customer ${String(n).padStart(2, '0')}`);

/**
 * The statements that create stock of so many rows in the shape of the demo ERP's, and let a role read it.
 *
 * @param definition and indexes: the demo's own statements
 */
export function stockScript(rows, { definition, indexes, reader }) {
  return [
    ...definition,
    `insert into erp.stock
     select n, 'Customer ' || lpad((n % ${CUSTOMERS.length})::text, 2, '0'), 'PART-' || lpad((n::bigint * 7919 % 50000)::text, 6, '0'),
       case when n % 15 > 0 then 'Description of ' || n end, 'SYD' || n % 3, 'A-' || n % 90,
       case when n % 4 > 0 then 'L' || n % 5000 end, case when n % 11 = 0 then 'HOLD' else 'AVAILABLE' end,
       case when n % 7 = 0 then 'KG' else 'EA' end, n * 31 % 10007 / 4.0, n % 5, date '2026-01-01' + n % 300,
       case when n % 3 > 0 then date '2026-06-01' + n % 900 end, timestamp '2026-01-01' + n % 9000 * interval '1 minute'
     from generate_series(1, ${rows}) n`,
    ...indexes,
    `grant usage on schema erp to ${reader}`,
    `grant select on all tables in schema erp to ${reader}`,
    // PostGraphile makes its schema of what it finds. In this one, it finds the columns of an item.
    'create schema items',
    `create view items.item as select stock_no, owner_name, item_code, item_text, whse, bin_code, lot_no, hold_code, uom,
       trim_scale(qty_on_hand - qty_allocated) as qty_available, expiry_date from erp.stock`,
    `grant usage on schema items to ${reader}`,
    `grant select on items.item to ${reader}`,
    'vacuum analyze erp.stock',
  ];
}

/** The columns that hold text, by the names of the fields. */
const TEXTS = {
  partNumber: 'item_code',
  description: 'item_text',
  warehouse: 'whse',
  bin: 'bin_code',
  lot: 'lot_no',
  status: 'hold_code',
  unit: 'uom',
};
const AVAILABLE = 'trim_scale(qty_on_hand - qty_allocated)::text';
const EXPIRES = 'expiry_date::text';

/** The columns of a page, by the names of the fields, as plain SQL. */
const FIELDS = {
  id: 'stock_no::text',
  ...TEXTS,
  quantityAvailable: AVAILABLE,
  expiresOn: EXPIRES,
};

/** The names of the fields of an item, in the order in which they are asked for. */
export const ITEM_FIELDS = Object.keys(FIELDS);

const selected = (fields) =>
  Object.entries(fields)
    .map(([field, expression]) => `${expression} as "${field}"`)
    .join(', ');

/** A page of a customer's stock by part number, as the database itself has it; one row more than its size. */
export const PAGE_SQL = `select ${selected(FIELDS)} from erp.stock where owner_name = $1
  order by item_code, stock_no offset $3 limit $2 + 1`;

/** The same of everybody's stock. */
export const LIST_SQL = `select ${selected(FIELDS)} from erp.stock order by item_code, stock_no offset $2 limit $1 + 1`;

/** All columns of an export, by their names in files. */
const EXPORTED = {
  erpCustomer: 'owner_name',
  ...TEXTS,
  quantityOnHand: 'trim_scale(qty_on_hand)::text',
  quantityAllocated: 'trim_scale(qty_allocated)::text',
  quantityAvailable: AVAILABLE,
  receivedOn: 'received_date::text',
  expiresOn: EXPIRES,
  lastMovedAt: `to_char(last_move_utc, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

/** All stock with all columns, by customer and part number. */
export const EXPORT_SQL = `select ${selected(EXPORTED)} from erp.stock order by owner_name, item_code, stock_no`;
