import type {
  InventoryOrderField,
  PortalInventoryQuery,
  PortalItemFragment,
} from '../../../app/operations.generated';
import type { ColumnName } from '../inventory-search';

type Item = PortalItemFragment;

/** The columns, each with what it shows of a row, and what rows are ordered by with it. */
const COLUMNS: Record<ColumnName, { of: (item: Item) => unknown; field?: InventoryOrderField }> = {
  part: { of: (item) => item.partNumber, field: 'PART_NUMBER' },
  description: { of: (item) => item.description, field: 'DESCRIPTION' },
  customer: { of: (item) => item.erpCustomer.name, field: 'ERP_CUSTOMER' },
  whse: { of: (item) => item.warehouse, field: 'WAREHOUSE' },
  bin: { of: (item) => item.bin, field: 'BIN' },
  lot: { of: (item) => item.lot, field: 'LOT' },
  status: { of: (item) => item.status, field: 'STATUS' },
  onHand: { of: (item) => `${item.quantityOnHand} ${item.unit}`, field: 'QUANTITY_ON_HAND' },
  allocated: { of: (item) => `${item.quantityAllocated} ${item.unit}` },
  available: { of: (item) => `${item.quantityAvailable} ${item.unit}`, field: 'QUANTITY_AVAILABLE' },
  expires: { of: (item) => item.expiresOn, field: 'EXPIRES_ON' },
  received: { of: (item) => item.receivedOn, field: 'RECEIVED_ON' },
  lastMoved: { of: (item) => item.lastMovedAt, field: 'LAST_MOVED_AT' },
};
const NAMES = Object.keys(COLUMNS) as ColumnName[];

/** What an update says of rows, by their ids. */
export interface Changes {
  items: ReadonlyMap<string, Item>;
  gone: ReadonlySet<string>;
}

/** What an update did to a page. */
export interface FollowedPage {
  page: PortalInventoryQuery;
  /** The columns in which rows have changed, by the rows' ids. */
  marks: [string, readonly ColumnName[]][];
  /** Rows that are gone, or whose place may be another one. */
  displaced: string[];
}

/** Replaces in a page what has changed in its rows, at a time. No row moves, comes or goes. */
export function followPage(
  { inventory }: PortalInventoryQuery,
  { items, gone }: Changes,
  asOf: string,
  orderedBy: readonly InventoryOrderField[],
): FollowedPage {
  const marks: FollowedPage['marks'] = [];
  const displaced = inventory.nodes.map(({ id }) => id).filter((id) => gone.has(id));
  const nodes = inventory.nodes.map((before) => {
    const after = items.get(before.id);
    if (!after) return before;
    const changed = NAMES.filter((name) => COLUMNS[name].of(before) !== COLUMNS[name].of(after));
    marks.push([after.id, changed]);
    if (changed.some((name) => orderedBy.some((field) => field === COLUMNS[name].field)))
      displaced.push(after.id);
    return after;
  });
  return { page: { inventory: { ...inventory, nodes, asOf } }, marks, displaced };
}
