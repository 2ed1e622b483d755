import type { ErpRow } from '../../erp/erp.js';
import type { InventoryColumn } from '../../erp/mapped-column.js';
import type { Reading } from '../../erp/reading.js';
import { readRowConnection } from '../../erp/rows/row-connection.js';
import type { ErpScope } from '../../shared/auth.js';
import type { CursorCodec } from '../../shared/cursor.js';
import type { OnUnshown } from '../../shared/row-values.js';
import type { InventoryArgs } from './inventory.args.js';
import { toTerms } from './inventory.order.js';
import { ITEM_COLUMNS } from './inventory.row.js';
import { InventoryConnection } from './inventory.type.js';
import { toItem } from './inventory-item.js';
import type { StorePage } from './inventory-page.query.js';

/** How a page and its count are read. */
interface PageSource {
  /** The columns that are needed whatever the order is. */
  columns: ReadonlySet<InventoryColumn>;
  cursors: CursorCodec;
  onUnshown: OnUnshown;
  read: (page: StorePage) => Promise<Reading<readonly ErpRow[]>>;
  /** Reads the number of rows on all pages; only called if `totalCount` is selected. */
  count: () => Promise<Reading<number>>;
}

/** Reads a page of the inventory within a scope, to which its cursors are bound. */
export async function readConnection(
  scope: ErpScope,
  args: InventoryArgs,
  { columns, cursors, onUnshown, read, count }: PageSource,
): Promise<InventoryConnection> {
  const terms = toTerms(args.orderBy, scope);
  const needed = new Set([...columns, ...terms.map(({ column }) => column)]);
  // Always in the same order, so that the same page is the same query.
  const selected = ITEM_COLUMNS.filter((one) => needed.has(one));
  const page = await readRowConnection(args, {
    ...{ name: 'inventory', scope, terms, cursors, count },
    read: (positions) => read({ ...positions, terms, columns: selected }),
    toNode: (row) => toItem(row, onUnshown),
  });
  return Object.assign(new InventoryConnection(), page);
}
