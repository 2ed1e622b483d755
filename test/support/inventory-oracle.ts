import type { InventoryFilter, InventoryOrder, StringFilter } from '../../schema/operations.generated.js';
import { type DemoStockRow, demoStock } from '../../src/erp/demo/demo-stock.js';
import type { DemoUser, TestApp } from './start-app.js';

/** The demo ERP's rows as its own generator makes them, by id: the truth that answers are held against. */
export const TRUTH: ReadonlyMap<string, DemoStockRow> = new Map(
  [...demoStock()].map((row) => [String(row.stockNo), row]),
);

/** Whose stock each demo login may see; null is everybody's. */
export const SCOPES: Record<DemoUser, readonly string[] | null> = {
  customer1: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
  customer2: ['Northwind Foods Pty Ltd'],
  customerall: null,
  operations1: null,
  admin1: null,
  warehouse1: null,
  driver1: [],
};

/** A decimal as a whole number of ten-billionths, which is exact. */
export function scaled(decimal: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(10, '0')}`);
}

export const available = (row: DemoStockRow) => scaled(row.qtyOnHand) - scaled(row.qtyAllocated);

function matchesText(value: string | null, filter: StringFilter | null | undefined): boolean {
  if (!filter || [filter.equals, filter.in, filter.startsWith, filter.contains].every((part) => part == null))
    return true;
  const text = value?.toLowerCase();
  if (text === undefined) return false;
  return (
    (filter.equals == null || text === filter.equals.toLowerCase()) &&
    (filter.in == null || filter.in.some((one) => text === one.toLowerCase())) &&
    (filter.startsWith == null || text.startsWith(filter.startsWith.toLowerCase())) &&
    (filter.contains == null || text.includes(filter.contains.toLowerCase()))
  );
}

const matchesDate = (value: string | null, filter: InventoryFilter['expiresOn']) =>
  (filter?.from == null || (value !== null && value >= filter.from)) &&
  (filter?.to == null || (value !== null && value <= filter.to));

/** The value is computed only for a filter that asks for it: there are 20,000 rows, and most tests look at all of them. */
function matchesDecimal(compute: () => bigint, filter: InventoryFilter['quantityOnHand']): boolean {
  if (!filter) return true;
  const value = compute();
  return (
    (filter.equals == null || value === scaled(filter.equals)) &&
    (filter.greaterThan == null || value > scaled(filter.greaterThan)) &&
    (filter.lessThan == null || value < scaled(filter.lessThan))
  );
}

function matchesSearch(row: DemoStockRow, search: InventoryFilter['search']): boolean {
  if (!search) return true;
  const searched = [row.itemCode, row.itemText, row.lotNo, row.binCode].map(
    (text) => text?.toLowerCase() ?? '',
  );
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => searched.some((text) => text.includes(word)));
}

/** Whether a login sees a row under a filter, worked out without any SQL. */
export function isSeen(row: DemoStockRow, user: DemoUser, filter: InventoryFilter): boolean {
  const scope = SCOPES[user];
  const names = filter.erpCustomerNames;
  return (
    (scope === null || scope.includes(row.ownerName)) &&
    (names == null || names.includes(row.ownerName)) &&
    matchesText(row.itemCode, filter.partNumber) &&
    matchesText(row.binCode, filter.bin) &&
    matchesText(row.whse, filter.warehouse) &&
    matchesText(row.lotNo, filter.lot) &&
    matchesText(row.holdCode, filter.status) &&
    matchesDecimal(() => scaled(row.qtyOnHand), filter.quantityOnHand) &&
    matchesDecimal(() => available(row), filter.quantityAvailable) &&
    matchesDate(row.expiryDate, filter.expiresOn) &&
    matchesDate(row.receivedDate, filter.receivedOn) &&
    matchesSearch(row, filter.search)
  );
}

/** The ids of the rows that a login sees under a filter. */
export function expectedIds(user: DemoUser, filter: InventoryFilter): Set<string> {
  return new Set([...TRUTH].filter(([, row]) => isSeen(row, user, filter)).map(([id]) => id));
}

const COLUMNS: Record<InventoryOrder['field'], string> = {
  ERP_CUSTOMER: 'owner_name',
  PART_NUMBER: 'item_code',
  DESCRIPTION: 'item_text',
  WAREHOUSE: 'whse',
  BIN: 'bin_code',
  LOT: 'lot_no',
  STATUS: 'hold_code',
  QUANTITY_ON_HAND: 'qty_on_hand',
  QUANTITY_AVAILABLE: 'qty_on_hand - qty_allocated',
  RECEIVED_ON: 'received_date',
  EXPIRES_ON: 'expiry_date',
  LAST_MOVED_AT: 'last_move_utc',
};

/** Every id of the ERP in an order, by one plain unpaged query on the ERP's own table. */
export async function orderedIds(app: TestApp, orderBy: readonly InventoryOrder[]): Promise<string[]> {
  const terms =
    orderBy.length > 0 ? orderBy : ([{ field: 'ERP_CUSTOMER' }, { field: 'PART_NUMBER' }] as const);
  const list = terms.map(
    (term) => `${COLUMNS[term.field]} ${'direction' in term ? term.direction : 'ASC'} nulls last`,
  );
  const rows = await app.erp(`select stock_no from erp.stock order by ${list.join(', ')}, stock_no`);
  return rows.map((row) => String(row['stock_no']));
}
