import type { ErpRow } from '../../erp/erp.js';
import type { InventoryColumn } from '../../erp/mapped-column.js';
import { combinedAge, Reading } from '../../erp/reading.js';
import { cursorBinding } from '../../erp/rows/cursor-binding.js';
import { positionOf } from '../../erp/rows/row-page.js';
import type { OnUnshown } from '../../erp/rows/shown-values.js';
import type { ErpScope } from '../../shared/auth.js';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
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
  let reading: Reading<readonly ErpRow[]> = Reading.now([]);
  const page = await readPage(args, {
    cursors,
    binding: cursorBinding('inventory', terms, scope),
    read: async (positions) => {
      // Always in the same order, so that the same page is the same query.
      reading = await read({ ...positions, terms, columns: ITEM_COLUMNS.filter((one) => needed.has(one)) });
      return reading.value;
    },
    positionOf: (row) => positionOf(row, terms),
    toNode: (row) => toItem(row, onUnshown),
  });
  return toConnection(page, reading, count);
}

/**
 * Builds the connection of a page. `asOf` and `stale` cover both the page and the count, if the client selects it, so
 * that a stale count is never shown as fresh.
 */
function toConnection(
  page: Pick<InventoryConnection, 'edges' | 'nodes' | 'pageInfo'>,
  reading: Reading<unknown>,
  count: () => Promise<Reading<number>>,
): InventoryConnection {
  let counted: Promise<Reading<number>> | null = null;
  const age = async () => {
    // All field resolvers of an object start before any of them continues. So after this, a selected count has started.
    await null;
    // A failed count is reported at totalCount.
    const countReading = await counted?.catch(() => null);
    return countReading ? combinedAge(reading, countReading) : reading;
  };
  return Object.assign(new InventoryConnection(), {
    ...page,
    totalCount: async () => {
      counted ??= count();
      return (await counted).value;
    },
    asOf: async () => (await age()).asOf,
    stale: async () => (await age()).stale,
  });
}
