import type { ErpScope } from '../../shared/auth.js';
import { type PageArgs, type PageInfo, type PagePositions, readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { cursorBinding } from '../../shared/cursor-binding.js';
import { positionOf } from '../../shared/keyset.js';
import type { ErpRow } from '../erp.js';
import { combinedAge, Reading } from '../reading.js';
import type { RowTerm } from './row-order.js';

/** A list of the ERP's rows, how its pages and its count are read. */
export interface RowList<Column extends string, Node> {
  /** The cursors of one list are none of another's. */
  name: string;
  scope: ErpScope;
  terms: readonly RowTerm<Column>[];
  cursors: CursorCodec;
  read: (positions: PagePositions) => Promise<Reading<readonly ErpRow[]>>;
  /** Reads the number of rows on all pages; only called if `totalCount` is selected. */
  count: () => Promise<Reading<number>>;
  toNode: (row: ErpRow) => Node;
  /** Reads how old is what the client asks for of each node and that is read apart; left out if there is no such thing. */
  cover?: (nodes: readonly Node[]) => () => Promise<readonly Reading<unknown>[]>;
}

/** A page of such a list as a connection of the API. */
export interface RowConnection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
  asOf: () => Promise<Date>;
  stale: () => Promise<boolean>;
}

/**
 * Reads a page of the ERP's rows within a scope, to which its cursors are bound. `asOf` and `stale` cover the page, the count,
 * if the client selects it, and what is read apart for each row, so that nothing stale is ever shown as fresh.
 */
export async function readRowConnection<Column extends string, Node>(
  args: PageArgs,
  { name, scope, terms, cursors, read, count, toNode, cover }: RowList<Column, Node>,
): Promise<RowConnection<Node>> {
  let reading: Reading<readonly ErpRow[]> = Reading.now([]);
  const page = await readPage(args, {
    cursors,
    binding: cursorBinding(name, terms, scope),
    read: async (positions) => {
      reading = await read(positions);
      return reading.value;
    },
    positionOf: (row) => positionOf(row, terms),
    toNode,
  });
  const besides = cover?.(page.nodes);
  let counted: Promise<Reading<number>> | null = null;
  const age = async () => {
    // All field resolvers of an object start before any of them continues. So after this, a selected count has started.
    await null;
    // A failed count is reported at totalCount.
    const countReading = await counted?.catch(() => null);
    const ofNodes = (await besides?.()) ?? [];
    return combinedAge([reading, ...(countReading ? [countReading] : []), ...ofNodes]);
  };
  return {
    ...page,
    totalCount: async () => {
      counted ??= count();
      return (await counted).value;
    },
    asOf: async () => (await age()).asOf,
    stale: async () => (await age()).stale,
  };
}
