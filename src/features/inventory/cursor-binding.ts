import { type ErpScope, scopeKey } from '../../shared/auth.js';
import type { ColumnOrder } from './inventory.order.js';

/** What the cursors of a list are bound to: the list, its order and the scope. */
export function cursorBinding(list: string, order: readonly ColumnOrder[], scope: ErpScope): string {
  const terms = order.map(({ column, direction }) => [column, direction]);
  return JSON.stringify([list, terms, scopeKey(scope)]);
}
