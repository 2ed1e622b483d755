import type { CursorCodec } from '../../shared/cursor.js';
import { type FreightScope, freightScopeKey } from './freight-scope.js';
import type { Listed } from './shipment/shipment-list.js';

/**
 * How the pages of a list of quotes or connotes are read, but for the reading itself.
 *
 * @param list what its cursors are bound to, besides the scope
 */
export const listPaging = <Row, Node>(
  cursors: CursorCodec,
  scope: FreightScope,
  list: readonly unknown[],
  toNode: (row: Row) => Node,
) => ({
  cursors,
  binding: JSON.stringify([...list, freightScopeKey(scope)]),
  positionOf: ({ position }: Listed<Row>) => position,
  toNode: ({ row }: Listed<Row>) => toNode(row),
});
